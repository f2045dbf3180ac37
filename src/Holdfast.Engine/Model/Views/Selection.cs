using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>How Kubernetes finds pods by labels: a pod that has all of them, with these values.</summary>
internal static class Selection
{
    /// <summary>Whether labels are selected; null where either side is not known or nothing is asked for.</summary>
    public static bool? Selects(ManifestNode? selector, ManifestNode? labels)
    {
        if (selector is not MappingNode { Entries.Count: > 0 } wanted || labels is not MappingNode)
        {
            return null;
        }

        bool? selects = true;
        foreach (MappingEntry entry in wanted.Entries)
        {
            switch (Has(entry, labels))
            {
                case false: return false;
                case null: selects = null; break;
            }
        }

        return selects;
    }

    /// <summary>The first label that is asked for and is not there; null where all are, or where that is not known.</summary>
    public static MappingEntry? FirstMissing(ManifestNode? selector, ManifestNode? labels)
    {
        if (labels is MappingNode)
        {
            foreach (MappingEntry entry in (selector as MappingNode)?.Entries ?? default)
            {
                if (Has(entry, labels) == false)
                {
                    return entry;
                }
            }
        }

        return null;
    }

    /// <summary>A label for messages.</summary>
    public static string Describe(MappingEntry label) => $"{label.Key}: {(label.Value as ScalarNode)?.Text}";

    private static bool? Has(MappingEntry wanted, ManifestNode labels) => (wanted.Value, labels.At(wanted.Key)) switch
    {
        (_, null) => false,
        (ScalarNode value, ScalarNode actual) => value.Text == actual.Text,
        (ScalarNode value, UnknownNode actual) => actual.CanBe(value.Text) ? null : false,
        (UnknownNode value, ScalarNode actual) => value.CanBe(actual.Text) ? null : false,
        _ => null,
    };
}
