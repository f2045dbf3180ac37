using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>Nodes as declared values: absent where a node is missing or of another kind, which a patch then says.</summary>
internal static class Said
{
    public static Declared<string> Text(ManifestNode? node) => node.TryGetString(out string? text) ? Of(text) : default;

    /// <summary>A text that is one of an enum's names.</summary>
    public static Declared<string> OneOf(ManifestNode? node, params string[] names) =>
        node.TryGetString(out string? text) && names.Contains(text) ? Of(text) : default;

    public static Declared<int> Int(ManifestNode? node) =>
        node.TryGetInteger(out long number) && number is >= int.MinValue and <= int.MaxValue ? Of((int)number) : default;

    public static Declared<long> Long(ManifestNode? node) => node.TryGetInteger(out long number) ? Of(number) : default;

    /// <summary>A flag that is set; one that is not says nothing.</summary>
    public static Declared<bool> True(ManifestNode? node) => node.IsTrue() ? Of(true) : default;

    public static Declared<bool> Flag(ManifestNode? node) => node is ScalarNode { Kind: ScalarKind.Boolean } scalar ? Of(scalar.Text == "true") : default;

    /// <summary>A list of texts, absent where one of its items is something else.</summary>
    public static Declared<EquatableArray<string>> Texts(ManifestNode? node)
    {
        if (node is not SequenceNode { Items.Count: > 0 } sequence)
        {
            return default;
        }

        var texts = new List<string>();
        foreach (ManifestNode item in sequence.Items)
        {
            if (!item.TryGetString(out string? text))
            {
                return default;
            }

            texts.Add(text);
        }

        return Of(texts.ToEquatableArray());
    }

    /// <summary>A number, and a share in percent.</summary>
    public static (Declared<int> Number, Declared<int> Percent) IntOrPercent(ManifestNode? node) =>
        node.TryGetString(out string? text)
        && text.EndsWith("%", StringComparison.Ordinal)
        && int.TryParse(text.Substring(0, text.Length - 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int share)
            ? (default, Of(share))
            : (Int(node), default);

    public static Declared<T> Of<T>(T value)
        where T : IEquatable<T> => Declared<T>.Known(value, null);

    /// <summary>The texts of a mapping's entries; null where one is something else.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>>? Entries(ManifestNode? node)
    {
        if (node is not MappingNode mapping)
        {
            return [];
        }

        var entries = new List<KeyValuePair<string, string>>();
        foreach (MappingEntry entry in mapping.Entries)
        {
            if (!entry.Value.TryGetString(out string? text))
            {
                return null;
            }

            entries.Add(new KeyValuePair<string, string>(entry.Key, text));
        }

        return entries;
    }
}
