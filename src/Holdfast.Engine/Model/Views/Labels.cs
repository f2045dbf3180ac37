using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>Labels as keys of look-ups.</summary>
internal static class Labels
{
    /// <summary>Whether there are no more than are known, and each value is.</summary>
    public static bool AreKnown(ManifestNode? labels)
    {
        if (labels is not MappingNode { IsOpen: false } mapping)
        {
            return false;
        }

        foreach (MappingEntry entry in mapping.Entries)
        {
            if (entry.Value is not ScalarNode)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Those whose values are known, key and value.</summary>
    public static List<TextPair> Of(ManifestNode? labels)
    {
        EquatableArray<MappingEntry> entries = (labels as MappingNode)?.Entries ?? default;
        var known = new List<TextPair>(entries.Count);
        foreach (MappingEntry entry in entries)
        {
            if (entry.Value is ScalarNode scalar)
            {
                known.Add(new TextPair(entry.Key, scalar.Text));
            }
        }

        return known;
    }
}
