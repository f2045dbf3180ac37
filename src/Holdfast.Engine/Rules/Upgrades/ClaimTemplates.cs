using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Rules.Upgrades;

/// <summary>The claim templates of a set, and those that the last release had.</summary>
internal static class ClaimTemplates
{
    /// <summary>The name for messages; null where it is not known.</summary>
    public static string? NameOf(MappingNode template) => template.At("metadata", "name").TryGetString(out string? name) ? name : null;

    /// <summary>How much storage is asked for.</summary>
    public static ManifestNode? SizeOf(MappingNode claim) => claim.At("spec", "resources", "requests", "storage");

    /// <summary>Templates of one name, as they are and as they were.</summary>
    public static IEnumerable<(MappingNode Now, MappingNode Before)> Pairs(StatefulSetView set, StatefulSetView before)
    {
        foreach (MappingNode template in set.ClaimTemplates)
        {
            if (NameOf(template) is { } name && before.ClaimTemplates.FirstOrDefault(other => NameOf(other) == name) is { } shipped)
            {
                yield return (template, shipped);
            }
        }
    }

    /// <summary>Whether less storage is asked for than before.</summary>
    public static bool IsShrunk(MappingNode before, MappingNode now) =>
        SizeOf(now) is ScalarNode size
        && SizeOf(before) is ScalarNode shipped
        && Quantity.TryParse(size.Text, out Quantity asked)
        && Quantity.TryParse(shipped.Text, out Quantity had)
        && asked.IsPositive
        && asked.CompareTo(had) < 0;
}
