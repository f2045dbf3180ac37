using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;

namespace Holdfast.Engine.Manifests.Helm;

/// <summary>
/// The values of a chart. One is known where <c>values.yaml</c> has it and no other file of values beside it, such as
/// <c>values-production.yaml</c>, has another; an empty one is there to be filled in.
/// </summary>
/// <param name="defaults">The chart's own values.</param>
/// <param name="others">Those of other files.</param>
internal sealed class HelmValues(MappingNode defaults, ImmutableArray<MappingNode> others)
{
    private static readonly Regex Value = new(
        @"\{\{-?\s*\.Values((?:\.[A-Za-z0-9_]+)+)\s*(?:\|\s*(?<text>quote|toString|squote)\s*)?-?\}\}",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    /// <summary>An object with the values in it that are known.</summary>
    public MappingNode Resolve(MappingNode node) => (MappingNode)Resolve((ManifestNode)node);

    private ManifestNode Resolve(ManifestNode node) => node switch
    {
        UnknownNode { Template: { } template } => Fill(template, node.Location) ?? node,
        SequenceNode sequence => OpenParts.Sequence([.. sequence.Items.Select(Resolve)], sequence.Location),
        MappingNode mapping => mapping.With(mapping.Entries.Select(entry => new MappingEntry(entry.Key, Resolve(entry.Value), entry.KeyLocation))),
        _ => node,
    };

    /// <summary>The scalar that a template writes; null where a part of it is not known.</summary>
    private ScalarNode? Fill(string template, NodeLocation location)
    {
        bool isText = template[0] is '"' or '\'';
        string content = isText ? template.Substring(1, template.Length - 2) : template;
        var written = new StringBuilder();
        int end = 0;
        foreach (Match match in Value.Matches(content))
        {
            if (Find(match.Groups[1].Value.Substring(1).Split('.')) is not { } value)
            {
                return null;
            }

            isText |= match.Groups["text"].Success && match.Length == content.Length;
            written.Append(content, end, match.Index - end).Append(value.Text);
            end = match.Index + match.Length;
        }

        written.Append(content, end, content.Length - end);
        string text = written.ToString();
        return text.IndexOf("{{", StringComparison.Ordinal) >= 0 ? null
            : isText ? ScalarNode.String(text, location)
            : YamlScalar.Plain(text, location);
    }

    private ScalarNode? Find(string[] path) =>
        defaults.At(path) is ScalarNode { Kind: not ScalarKind.Null, Text.Length: > 0 } value && others.All(other => other.At(path) is null || value.Equals(other.At(path)))
            ? value
            : null;
}
