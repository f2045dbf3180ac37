using System.Collections.Immutable;

namespace Holdfast;

/// <summary>What the API server refuses to change in a StatefulSet that exists.</summary>
internal static class ImmutableFields
{
    /// <summary>The fields that differ, as far as a <see cref="StatefulSetInfo"/> tells them.</summary>
    public static ImmutableArray<string> Between(StatefulSetInfo before, StatefulSetInfo after, ScaleOptions options)
    {
        ImmutableArray<string> differing =
        [
            .. before.ServiceName != after.ServiceName ? ["spec.serviceName"] : Array.Empty<string>(),
            .. before.PodManagementPolicy != after.PodManagementPolicy ? ["spec.podManagementPolicy"] : Array.Empty<string>(),
            .. !before.ClaimTemplates.SequenceEqual(after.ClaimTemplates, StringComparer.Ordinal)
                ? ["spec.volumeClaimTemplates"]
                : Array.Empty<string>(),
        ];
        return differing.IsEmpty && options.Recreate ? ["what cannot be changed in place"] : differing;
    }
}
