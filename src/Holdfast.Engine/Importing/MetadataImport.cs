using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>Labels and annotations: each is declared once for all kinds of objects that have it, with one value for each kind.</summary>
internal static class MetadataImport
{
    private static readonly string[] Usual =
    [
        nameof(ManifestTarget.Workload), nameof(ManifestTarget.Pods), nameof(ManifestTarget.HeadlessService), nameof(ManifestTarget.ClientServices),
        nameof(ManifestTarget.DisruptionBudget), nameof(ManifestTarget.NetworkPolicy), nameof(ManifestTarget.Autoscaler),
        nameof(ManifestTarget.ServiceAccount), nameof(ManifestTarget.ConfigMaps), nameof(ManifestTarget.Routes), nameof(ManifestTarget.Monitors),
    ];

    /// <summary>All kinds, in the order of <c>ManifestTargets</c>' values.</summary>
    private static readonly string[] InOrder =
    [
        nameof(ManifestTarget.Workload), nameof(ManifestTarget.Pods), nameof(ManifestTarget.HeadlessService), nameof(ManifestTarget.ClientServices),
        nameof(ManifestTarget.DisruptionBudget), nameof(ManifestTarget.Claims), nameof(ManifestTarget.NetworkPolicy), nameof(ManifestTarget.Autoscaler),
        nameof(ManifestTarget.ServiceAccount), nameof(ManifestTarget.ConfigMaps), nameof(ManifestTarget.Routes), nameof(ManifestTarget.Monitors),
    ];

    /// <param name="metadata">What kind of object each <c>metadata</c> is of.</param>
    /// <param name="field"><c>labels</c> or <c>annotations</c>.</param>
    /// <param name="isLeftOut">Which are said otherwise: by selectors.</param>
    public static EquatableArray<MetadataDeclaration> Of(
        IReadOnlyList<(ManifestTarget Target, ManifestNode? Metadata)> metadata,
        string field,
        Func<ManifestTarget, string, bool> isLeftOut)
    {
        var present = new HashSet<string>(metadata.Select(static item => item.Target.ToString()), StringComparer.Ordinal);
        var declarations = new List<MetadataDeclaration>();
        var seen = new HashSet<(string, string)>();
        foreach ((ManifestTarget _, ManifestNode? node) in metadata)
        {
            foreach (MappingEntry entry in (node.At(field) as MappingNode)?.Entries ?? default)
            {
                if (!entry.Value.TryGetString(out string? value) || !seen.Add((entry.Key, value)))
                {
                    continue;
                }

                HashSet<string> on = [.. metadata
                    .GroupBy(static item => item.Target)
                    .Where(group => !isLeftOut(group.Key, entry.Key) && group.All(item => item.Metadata.At(field).At(entry.Key).Is(value)))
                    .Select(static group => group.Key.ToString())];
                if (on.Count == 0)
                {
                    continue;
                }

                bool isUsual = !on.Contains(nameof(ManifestTarget.Claims))
                    && Usual.All(target => on.Contains(target) || !present.Contains(target) || (target == nameof(ManifestTarget.Pods) && isLeftOut(ManifestTarget.Pods, entry.Key)));
                declarations.Add(new MetadataDeclaration(
                    Said.Of(entry.Key),
                    Said.Of(value),
                    isUsual ? default : Said.Of(InOrder.Where(on.Contains).ToEquatableArray())));
            }
        }

        return declarations.ToEquatableArray();
    }
}
