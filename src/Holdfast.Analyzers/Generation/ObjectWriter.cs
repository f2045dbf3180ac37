using System.Globalization;
using Holdfast.Engine.Model.Client;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Yaml;

namespace Holdfast.Analyzers.Generation;

/// <summary>
/// Writes a Kubernetes object as C#: object initialisers of KubernetesClient's models, field for field what
/// <see cref="YamlWriter"/> writes of the same nodes.
/// </summary>
/// <remarks>
/// What is unknown is left out, and so is null, which the API server takes for an absent field. What the models cannot hold
/// is left out, too, and said in <see cref="Omissions"/>.
/// </remarks>
/// <param name="models">The models of the referenced KubernetesClient.</param>
internal sealed class ObjectWriter(ClientModels models)
{
    private readonly List<string> _omissions = [];

    /// <summary>What is not in what was written, each with the reason: the end of a sentence.</summary>
    public IReadOnlyList<string> Omissions => _omissions;

    /// <summary>Writes an object with all that is in it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="node">The object.</param>
    /// <param name="className">Its class.</param>
    /// <param name="begin">What is before it on its line.</param>
    /// <param name="end">What is behind it.</param>
    public void Write(SourceWriter writer, MappingNode node, string className, string begin, string end) =>
        WriteObject(writer, node, className, begin, end, path: string.Empty);

    private void WriteObject(SourceWriter writer, MappingNode node, string className, string begin, string end, string path)
    {
        // Its place says which class it is.
        string header = begin + "new()";
        if (node.Entries.Count == 0)
        {
            writer.Line(header + end);
            return;
        }

        var written = new HashSet<string>(StringComparer.Ordinal);
        writer.Open(header);
        foreach (MappingEntry entry in node.Entries)
        {
            string field = path.Length == 0 ? entry.Key : path + "." + entry.Key;
            if (IsAbsent(entry.Value))
            {
                continue;
            }

            if (models.PropertyOf(className, entry.Key) is not { } property)
            {
                Omit($"{field}, for which KubernetesClient {models.Version} has no property");
            }
            else if (!written.Add(property.Name))
            {
                Omit($"{field} a second time");
            }
            else
            {
                WriteValue(writer, entry.Value, property.Type, property.Name + " = ", ",", field);
            }
        }

        writer.Close(end);
    }

    private void WriteValue(SourceWriter writer, ManifestNode node, ClientType type, string begin, string end, string path)
    {
        switch (node)
        {
            case MappingNode mapping when type.Kind == FieldKind.Object:
                WriteObject(writer, mapping, type.Name, begin, end, path);
                break;
            case MappingNode mapping when type is { Kind: FieldKind.Map, Item: { } item }:
                WriteMap(writer, mapping, item, begin, end, path);
                break;
            case SequenceNode sequence when type is { Kind: FieldKind.List, Item: { } item }:
                WriteList(writer, sequence, item, begin, end, path);
                break;
            case ScalarNode scalar when Scalar(scalar, type) is { } text:
                writer.Line(begin + text + end);
                break;
            default:
                string wanted = type.Kind == FieldKind.Any ? "a value of type " + type.Name.Replace("global::", string.Empty) : ValueTypes.Describe(type.Kind);
                Omit($"{path}, which takes {wanted} and is {ValueTypes.Describe(node)}");
                break;
        }
    }

    private void WriteMap(SourceWriter writer, MappingNode node, ClientType item, string begin, string end, string path)
    {
        string header = $"{begin}new {CSharpText.Collections}Dictionary<string, {CSharpText.Short(item.Name)}>";
        if (node.Entries.Count == 0)
        {
            writer.Line(header + "()" + end);
            return;
        }

        writer.Open(header);
        foreach (MappingEntry entry in node.Entries)
        {
            if (!IsAbsent(entry.Value))
            {
                WriteValue(writer, entry.Value, item, $"[{CSharpText.Literal(entry.Key)}] = ", ",", $"{path}[{entry.Key}]");
            }
        }

        writer.Close(end);
    }

    private void WriteList(SourceWriter writer, SequenceNode node, ClientType item, string begin, string end, string path)
    {
        string header = $"{begin}new {CSharpText.Collections}List<{CSharpText.Short(item.Name)}>";
        if (node.Items.Count == 0)
        {
            writer.Line(header + "()" + end);
            return;
        }

        writer.Open(header);
        for (int i = 0; i < node.Items.Count; i++)
        {
            if (!IsAbsent(node.Items[i]))
            {
                WriteValue(writer, node.Items[i], item, string.Empty, ",", $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]");
            }
        }

        writer.Close(end);
    }

    /// <summary>A value as C# source; null where the type does not take it.</summary>
    private static string? Scalar(ScalarNode scalar, ClientType type)
    {
        if (type.Kind == FieldKind.Any || !ValueTypes.Accepts(type.Kind, scalar))
        {
            return null;
        }

        string text = scalar.Text;
        return type.Kind switch
        {
            FieldKind.Int32 or FieldKind.Boolean => text,
            FieldKind.Int64 => scalar.TryGetInteger(out _) ? text + "L" : null,
            FieldKind.Number => Number(text),

            // The models convert both: an item of a list would need a constructor, and there are no such lists.
            FieldKind.IntOrString => scalar.Kind == ScalarKind.Integer ? text : CSharpText.Literal(text),

            // The constructor throws where it cannot read it.
            FieldKind.Quantity => Quantity.TryParse(text, out _) ? $"new({CSharpText.Literal(text)})" : null,
            FieldKind.Time => Time(text),
            FieldKind.Bytes => Bytes(text),
            _ => CSharpText.Literal(text),
        };
    }

    private static string? Number(string json) =>
        double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsInfinity(number) ? json + "D" : null;

    private static string? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? $"new({time.UtcTicks.ToString(CultureInfo.InvariantCulture)}L, global::System.DateTimeKind.Utc)"
            : null;

    private static string? Bytes(string base64)
    {
        try
        {
            return $"global::System.Convert.FromBase64String({CSharpText.Literal(Convert.ToBase64String(Convert.FromBase64String(base64)))})";
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsAbsent(ManifestNode node) => node is UnknownNode or ScalarNode { Kind: ScalarKind.Null };

    private void Omit(string what) => _omissions.Add(what);
}
