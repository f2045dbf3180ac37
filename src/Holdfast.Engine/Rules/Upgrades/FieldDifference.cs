using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Upgrades;

/// <summary>One field that differs between two releases of an object.</summary>
/// <param name="Path">The field, from where the comparison began.</param>
/// <param name="Before">What it was; null for nothing.</param>
/// <param name="Now">What it is; null for nothing.</param>
internal sealed record FieldDifference(string Path, ManifestNode? Before, ManifestNode? Now)
{
    /// <summary>Below here, texts that differ may be one quantity.</summary>
    private const string Resources = "resources.";

    /// <summary>Where the user wrote what it is now.</summary>
    public Location? Location => Now?.Locations().FirstOrDefault();

    /// <summary>What was in the place of a single value; null where there is no such value.</summary>
    public string? Earlier => (Single(Before), Single(Now)) is ({ } before, not null) ? before.Text : null;

    /// <summary>The smallest parts that differ. What is unknown differs from nothing, and what is empty is not there.</summary>
    public static IEnumerable<FieldDifference> Between(ManifestNode? before, ManifestNode? now, string path = "")
    {
        before = OrNull(before);
        now = OrNull(now);
        if (before is MappingNode or null && now is MappingNode or null && (before ?? now) is not null)
        {
            MappingNode then = before as MappingNode ?? new MappingNode([]);
            MappingNode here = now as MappingNode ?? new MappingNode([]);
            foreach (string key in then.Entries.Concat(here.Entries).Select(static entry => entry.Key).Distinct(StringComparer.Ordinal))
            {
                foreach (FieldDifference difference in Between(then[key], here[key], path.Length == 0 ? key : path + "." + key))
                {
                    yield return difference;
                }
            }
        }
        else if (!IsSame(before, now, path))
        {
            yield return new FieldDifference(path, before, now);
        }
    }

    /// <summary>A value for messages.</summary>
    public static string Describe(ManifestNode? node) => node is ScalarNode scalar ? $"'{scalar.Text}'" : Flow(node);

    private static string Flow(ManifestNode? node) => node switch
    {
        ScalarNode scalar => scalar.Text,
        SequenceNode sequence => "[" + string.Join(", ", sequence.Items.Select(Flow)) + "]",
        MappingNode mapping => "{" + string.Join(", ", mapping.Entries.Select(static entry => $"{entry.Key}: {Flow(entry.Value)}")) + "}",
        _ => "?",
    };

    private static bool IsSame(ManifestNode? before, ManifestNode? now, string path) => (before, now) switch
    {
        (UnknownNode, _) or (_, UnknownNode) => true,
        (null, null) => true,
        (ScalarNode left, ScalarNode right) => left.Text == right.Text
            || (path.IndexOf(Resources, StringComparison.Ordinal) >= 0
                && Quantity.TryParse(left.Text, out Quantity one)
                && Quantity.TryParse(right.Text, out Quantity other)
                && one.Equals(other)),
        (SequenceNode left, SequenceNode right) => left.Items.Count == right.Items.Count
            && left.Items.Zip(right.Items, static (one, other) => !Between(one, other).Any()).All(static same => same),
        _ => false,
    };

    /// <summary>The API server makes no difference between nothing and a field that is null or empty.</summary>
    private static ManifestNode? OrNull(ManifestNode? node) => node switch
    {
        ScalarNode { Kind: ScalarKind.Null } => null,
        SequenceNode { Items.Count: 0 } => null,
        MappingNode { Entries.Count: 0, IsOpen: false } => null,
        _ => node,
    };

    private static ScalarNode? Single(ManifestNode? node) => node switch
    {
        ScalarNode scalar => scalar,
        SequenceNode { Items: [ScalarNode only] } => only,
        _ => null,
    };
}
