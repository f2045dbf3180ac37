using System.Collections.Immutable;
using System.Globalization;
using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>Takes names of claims apart, as far as they are a set's.</summary>
internal static class ClaimNames
{
    /// <summary>Which claims of a set the names are; names of others are left out.</summary>
    public static ImmutableArray<(int Ordinal, string Template)> Read(StatefulSetInfo set, IEnumerable<string> names) =>
        [.. names.Select(name => Find(set, name)).OfType<(int, string)>()];

    /// <summary>The replica and the template that a claim belongs to, or null when it is not one of the set's.</summary>
    public static (int Ordinal, string Template)? Find(StatefulSetInfo set, string name)
    {
        int end = name.LastIndexOf('-');
        return end >= 0
            && int.TryParse(name.AsSpan(end + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int ordinal)
            && set.ClaimTemplates.FirstOrDefault(template => KubernetesNames.Claim(template, set.Name, ordinal) == name) is { } found
            ? (ordinal, found)
            : null;
    }
}
