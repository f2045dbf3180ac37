using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>What a label selector of Kubernetes selects.</summary>
internal static class LabelSelector
{
    /// <summary>Whether a selector selects pods with these labels; null where that is not known.</summary>
    /// <param name="selector">With <c>matchLabels</c>, <c>matchExpressions</c> or both; one that is missing selects nothing, an empty one everything.</param>
    /// <param name="labels">The pods' labels.</param>
    public static bool? Selects(ManifestNode? selector, ManifestNode? labels)
    {
        if (selector is null)
        {
            return false;
        }

        if (selector is not MappingNode || labels is not (null or MappingNode))
        {
            return null;
        }

        ManifestNode? matchLabels = selector.At("matchLabels");
        if (matchLabels is not (null or MappingNode))
        {
            return null;
        }

        bool isKnown = selector.At("matchExpressions") is not UnknownNode;
        foreach (MappingEntry entry in (matchLabels as MappingNode)?.Entries ?? default)
        {
            if (IsUnmet(IsOneOf(labels.At(entry.Key), [entry.Value]), ref isKnown))
            {
                return false;
            }
        }

        foreach (MappingNode expression in selector.At("matchExpressions").Mappings())
        {
            if (IsUnmet(Holds(expression, labels), ref isKnown))
            {
                return false;
            }
        }

        return isKnown ? true : null;
    }

    private static bool IsUnmet(bool? requirement, ref bool isKnown)
    {
        isKnown &= requirement is not null;
        return requirement == false;
    }

    /// <summary>The first expression that pods with these labels do not meet; null where they meet all, or where that is not known.</summary>
    public static MappingNode? FirstUnmet(ManifestNode? selector, ManifestNode? labels) => selector.At("matchExpressions").Mappings()
        .FirstOrDefault(expression => labels is null or MappingNode && Holds(expression, labels) == false);

    /// <summary>A selector as labels, where it asks for one value of each; null where it says more.</summary>
    public static MappingNode? AsLabels(ManifestNode? selector)
    {
        if (selector is not MappingNode || selector.At("matchLabels") is not (null or MappingNode) || selector.At("matchExpressions") is not (null or SequenceNode))
        {
            return null;
        }

        var entries = new List<MappingEntry>((selector.At("matchLabels") as MappingNode)?.Entries ?? default);
        foreach (ManifestNode expression in (selector.At("matchExpressions") as SequenceNode)?.Items ?? default)
        {
            if (!expression.At("operator").Is("In") || !expression.At("key").TryGetString(out string? key) || expression.At("values") is not SequenceNode { Items: { Count: 1 } values })
            {
                return null;
            }

            entries.Add(new MappingEntry(key, values[0]));
        }

        return new MappingNode(entries);
    }

    private static bool? Holds(MappingNode expression, ManifestNode? labels) =>
        expression["key"].TryGetString(out string? key) && expression["operator"].TryGetString(out string? comparison)
            ? Holds(labels.At(key), comparison, expression["values"] as SequenceNode)
            : null;

    private static bool? Holds(ManifestNode? label, string comparison, SequenceNode? values) => comparison switch
    {
        "Exists" => label is not null,
        "DoesNotExist" => label is null,
        "In" when values is not null => IsOneOf(label, values.Items),
        "NotIn" when values is not null => !IsOneOf(label, values.Items),
        _ => null,
    };

    private static bool? IsOneOf(ManifestNode? label, IReadOnlyList<ManifestNode> values)
    {
        if (label is null)
        {
            return false;
        }

        if (label is UnknownNode unknown && values.All(value => value is ScalarNode scalar && !unknown.CanBe(scalar.Text)))
        {
            return false;
        }

        return label is ScalarNode && values.All(static value => value is ScalarNode) ? values.Contains(label) : null;
    }
}
