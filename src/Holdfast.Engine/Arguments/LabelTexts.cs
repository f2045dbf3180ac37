using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Arguments;

/// <summary>Label selectors as texts, and the way back.</summary>
internal static class LabelTexts
{
    private const string MatchLabels = "matchLabels";

    private const string MatchExpressions = "matchExpressions";

    /// <summary>The selector; null where nothing is said.</summary>
    /// <param name="texts">What labels must be; all must hold, and several values of one key are alternatives.</param>
    /// <param name="exact">Labels that are said otherwise.</param>
    /// <param name="location">Where the texts stand.</param>
    public static MappingNode? Selector(IEnumerable<string> texts, EquatableArray<MappingEntry> exact, Location? location)
    {
        List<MappingEntry> labels = [.. exact];
        var expressions = new List<ManifestNode>();
        foreach (IGrouping<(string Key, string Operator, int Set), LabelRequirement> group in texts
            .Select(LabelRequirement.Parse)
            .Select(static (requirement, index) => (requirement, index))
            .GroupBy(
                static item => (item.requirement.Key, item.requirement.Operator, item.requirement.IsSet ? item.index : -1),
                static item => item.requirement))
        {
            // Labels of one key cannot both be there, so several values are alternatives.
            string[] values = [.. group.SelectMany(static requirement => requirement.Values).Distinct(StringComparer.Ordinal)];
            bool isTaken = exact.Any(label => label.Key == group.Key.Key);
            if (group.Key.Operator == LabelRequirement.In && values.Length == 1 && group.Key.Set < 0 && !isTaken)
            {
                labels.Add(new MappingEntry(group.Key.Key, ScalarNode.String(values[0], location), location));
                continue;
            }

            List<MappingEntry> expression =
            [
                new("key", ScalarNode.String(group.Key.Key, location)),
                new("operator", ScalarNode.String(group.Key.Operator)),
            ];
            if (values.Length > 0)
            {
                expression.Add(new MappingEntry("values", new SequenceNode(values.Select(value => ScalarNode.String(value, location)))));
            }

            expressions.Add(new MappingNode(expression, location));
        }

        var entries = new List<MappingEntry>();
        if (labels.Count > 0)
        {
            entries.Add(new MappingEntry(MatchLabels, new MappingNode(labels, location)));
        }

        if (expressions.Count > 0)
        {
            entries.Add(new MappingEntry(MatchExpressions, new SequenceNode(expressions)));
        }

        return entries.Count == 0 ? null : new MappingNode(entries, location);
    }

    /// <summary>The texts that give a selector; null where none do.</summary>
    public static IReadOnlyList<string>? Of(ManifestNode? selector)
    {
        List<string> texts = [.. ((selector.At(MatchLabels) as MappingNode)?.Entries ?? default)
            .Select(static label => label.Key + "=" + (label.Value.TryGetString(out string? value) ? value : string.Empty))];
        foreach (MappingNode expression in selector.At(MatchExpressions).Mappings())
        {
            string key = expression["key"].TryGetString(out string? text) ? text : string.Empty;
            string[] values = [.. ((expression["values"] as SequenceNode)?.Items ?? default).Select(static item => item.TryGetString(out string? value) ? value : string.Empty)];
            string? said = (expression["operator"].TryGetString(out string? comparison) ? comparison : null) switch
            {
                LabelRequirement.In => $"{key} in ({string.Join(", ", values)})",
                LabelRequirement.NotIn => values.Length == 1 ? key + "!=" + values[0] : $"{key} notin ({string.Join(", ", values)})",
                "Exists" => key,
                "DoesNotExist" => "!" + key,
                _ => null,
            };
            if (said is null)
            {
                return null;
            }

            texts.Add(said);
        }

        return texts.Count > 0 && NodeEquality.Same(selector, Selector(texts, default, null), FieldType.Any) ? texts : null;
    }
}
