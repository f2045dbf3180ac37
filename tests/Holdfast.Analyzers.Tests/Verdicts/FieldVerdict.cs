using Holdfast.Engine.Constraints;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Yaml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Tests.Verdicts;

/// <summary>What the API server says about a small object with one change, and what is found in it.</summary>
/// <param name="File">The file that has it, without its extension.</param>
/// <param name="Kind">The kind of the object.</param>
/// <param name="Base">The object without the change.</param>
/// <param name="Path">The field that is changed, by its path from the object.</param>
/// <param name="Value">The value that it gets, as it is written; null where it is taken out.</param>
/// <param name="Answer">What the server says.</param>
/// <param name="Words">The server's words, or where the answer is from.</param>
/// <param name="Findings">What is found, as the line says it; empty where nothing is.</param>
/// <param name="Gap">Why the answer is not what is found; null where it is.</param>
internal sealed record FieldVerdict(string File, string Kind, string Base, string Path, string? Value, Answer Answer, string Words, string[] Findings, string? Gap)
{
    private Lazy<string>? _yaml;

    /// <summary>Such as <c>Deployment spec.replicas: -1</c>.</summary>
    public string Name => $"{Kind} {Path}: {Value ?? "(none)"}";

    /// <summary>Verdicts about the same field of the same object: those that a constraint does not concern are its near misses.</summary>
    public (string Base, string Path) Block => (Base, Path);

    public string Yaml => (_yaml ??= new Lazy<string>(() => ChangedObject.Write(Base, Path, Value))).Value;

    /// <summary>The object as the readers see it.</summary>
    public MappingNode Object => Read(Yaml);

    /// <summary>The version of the server that was asked.</summary>
    public const string Version = "1.36";

    /// <inheritdoc cref="Version"/>
    public static KubernetesTarget Server { get; } = KubernetesTarget.Read(Version, out _);

    /// <summary>The constraints that the object does not keep.</summary>
    public IEnumerable<Constraint> Fired => ConstraintWalk.Find(Object, Server).Select(static finding => finding.Constraint).OfType<Constraint>().Distinct();

    public static MappingNode Read(string yaml) => Assert.Single(YamlReader.Read(yaml, YamlReader.PlacesIn("/object.yaml", SourceText.From(yaml))).Documents);

    /// <summary>The path of the field that is at a place; the nearest one around it where none does.</summary>
    public static string PathAt(MappingNode root, TextSpan span)
    {
        return Find(root, string.Empty) ?? "?";

        string? Find(ManifestNode node, string path)
        {
            IEnumerable<(Location? Key, ManifestNode Value, string Path)> children = node switch
            {
                MappingNode mapping => mapping.Entries.Select(entry => (entry.KeyLocation, entry.Value, path.Length == 0 ? entry.Key : path + "." + entry.Key)),
                SequenceNode sequence => sequence.Items.Select((item, index) => ((Location?)null, item, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}.{index}"))),
                _ => [],
            };
            foreach ((Location? key, ManifestNode value, string below) in children)
            {
                if (key?.SourceSpan == span || (value.Location?.SourceSpan == span && value is ScalarNode))
                {
                    return below;
                }

                if (Find(value, below) is { } found)
                {
                    return found;
                }
            }

            return node.Location?.SourceSpan == span ? path : null;
        }
    }

    /// <summary>
    /// The fields that the change reaches, each by the types that lead to it: <c>Container.image</c>, and
    /// <c>PodSpec.containers.image</c> as well.
    /// </summary>
    public IEnumerable<string> Fields()
    {
        MappingNode root = Object;
        var reached = new List<string>();
        var chains = new List<string>();
        FieldType? type = FieldTable.Find(ObjectView.ApiVersionOf(root), ObjectView.KindOf(root));
        ManifestNode? node = root;
        foreach (string step in Path.Split('.'))
        {
            node = Step(step, node);
        }

        reached.AddRange(chains);
        if (node is not null && type is not null)
        {
            Below(node, type, chains);
        }

        return reached.Distinct(StringComparer.Ordinal);

        ManifestNode? Step(string step, ManifestNode? at)
        {
            if (type is null)
            {
                return null;
            }

            if (type.Kind == FieldKind.List)
            {
                type = type.Item;
                return at is SequenceNode list && int.TryParse(step, out int index) && index < list.Items.Count ? list.Items[index] : null;
            }

            chains = [.. Longer(chains, type, step)];
            type = FieldTable.FieldOf(type, step);
            return at.At(step);
        }

        void Below(ManifestNode at, FieldType of, List<string> led)
        {
            switch (at)
            {
                case MappingNode mapping:
                    reached.Add(of.Name);
                    foreach (MappingEntry entry in mapping.Entries)
                    {
                        if (FieldTable.FieldOf(of, entry.Key) is { } field)
                        {
                            List<string> longer = [.. Longer(led, of, entry.Key)];
                            reached.AddRange(longer);
                            Below(entry.Value, field, longer);
                        }
                    }

                    break;
                case SequenceNode sequence when of.Item is { } item:
                    foreach (ManifestNode value in sequence.Items)
                    {
                        Below(value, item, led);
                    }

                    break;
            }
        }

        static IEnumerable<string> Longer(IEnumerable<string> led, FieldType of, string step)
        {
            IEnumerable<string> further = led.Select(chain => chain + "." + step);
            return of.Name.Length == 0 ? further : further.Append(of.Name + "." + step);
        }
    }
}
