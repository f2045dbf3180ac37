using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules;

/// <summary>What a selector asks for, that pods do not have, and that is nearly what they have.</summary>
/// <param name="Wrong">The label for messages: <c>app: order</c>.</param>
/// <param name="Right">The pods' own label.</param>
/// <param name="Place">Where the selector says it.</param>
/// <param name="Replacement">What should stand at that place; null where several labels are wrong.</param>
internal sealed record NearLabel(string Wrong, string Right, Location? Place, string? Replacement)
{
    /// <summary>
    /// What keeps a selector from pods, where it is one label that is nearly one of theirs, or labels that they have under keys of another
    /// convention; null where more is missing, or where they are selected, or may be.
    /// </summary>
    /// <param name="matchLabels">The labels that are asked for.</param>
    /// <param name="labels">The pods' labels.</param>
    public static NearLabel? Find(ManifestNode? matchLabels, ManifestNode? labels)
    {
        if (matchLabels is not MappingNode wanted || labels is not MappingNode own)
        {
            return null;
        }

        var near = new List<NearLabel>();
        bool isTypo = false;
        foreach (MappingEntry entry in wanted.Entries)
        {
            if (entry.Value is not ScalarNode value || own[entry.Key] is not (null or ScalarNode))
            {
                return null;
            }

            var actual = own[entry.Key] as ScalarNode;
            if (actual?.Text == value.Text)
            {
                continue;
            }

            // One typing error is likely and two are not; whole selectors are written with the keys of another convention.
            NearLabel? alike = actual is null ? OfAnotherKey(entry, value, own) : null;
            NearLabel? found = alike ?? Of(entry, value, actual, own);
            if (found is null || (near.Count > 0 && (isTypo || alike is null)))
            {
                return null;
            }

            isTypo = alike is null;
            near.Add(found);
        }

        return near.Count < 2 ? near.FirstOrDefault() : near[0] with
        {
            Wrong = string.Join(", ", near.Select(static label => label.Wrong)),
            Right = string.Join(", ", near.Select(static label => label.Right)),
            Replacement = null,
        };
    }

    /// <summary>The one label that keeps a selector from pods, where its value is a name and not that of a label.</summary>
    /// <param name="matchLabels">The labels that are asked for.</param>
    /// <param name="labels">The pods' labels.</param>
    /// <param name="names">The names.</param>
    public static NearLabel? OfName(ManifestNode? matchLabels, ManifestNode? labels, IEnumerable<string> names)
    {
        if (matchLabels is not MappingNode wanted || labels is not MappingNode own)
        {
            return null;
        }

        MappingEntry[] unmet = [.. wanted.Entries.Where(entry => entry.Value is not ScalarNode value || own[entry.Key] is not ScalarNode actual || actual.Text != value.Text)];
        return unmet.Length == 1 && unmet[0].Value is ScalarNode name && own[unmet[0].Key] is ScalarNode right && names.Contains(name.Text)
            ? new NearLabel($"{unmet[0].Key}: {name.Text}", $"{unmet[0].Key}: {right.Text}", name.Location ?? unmet[0].KeyLocation, right.Text)
            : null;
    }

    private static NearLabel? OfAnotherKey(MappingEntry entry, ScalarNode value, MappingNode own) =>
        own.Entries.Where(label => label.Value is ScalarNode scalar && scalar.Text == value.Text && LabelKeys.AreAlike(label.Key, entry.Key))
            .Select(label => new NearLabel($"{entry.Key}: {value.Text}", $"{label.Key}: {value.Text}", entry.KeyLocation ?? value.Location, label.Key))
            .FirstOrDefault();

    private static NearLabel? Of(MappingEntry entry, ScalarNode value, ScalarNode? actual, MappingNode own)
    {
        string wrong = $"{entry.Key}: {value.Text}";
        if (actual is not null)
        {
            return NearNames.Find(value.Text, [actual.Text]) is null
                ? null
                : new NearLabel(wrong, $"{entry.Key}: {actual.Text}", value.Location ?? entry.KeyLocation, actual.Text);
        }

        string? key = NearNames.Find(entry.Key, own.Entries.Where(label => label.Value is ScalarNode scalar && scalar.Text == value.Text).Select(static label => label.Key));
        return key is null ? null : new NearLabel(wrong, $"{key}: {value.Text}", entry.KeyLocation ?? value.Location, key);
    }
}
