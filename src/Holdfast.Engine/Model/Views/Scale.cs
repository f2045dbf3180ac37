using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>How many pods a workload may come to have.</summary>
internal static class Scale
{
    /// <summary>
    /// The highest number that its own replicas or an autoscaler of it name; one where neither does, null where it is
    /// not known.
    /// </summary>
    public static long? Of(PodOwnerView workload, ManifestSet manifests)
    {
        long? own = workload.Node.At("spec", "replicas") switch
        {
            null or ScalarNode { Kind: ScalarKind.Null } => 1,
            _ => workload.Replicas,
        };
        foreach (MappingNode autoscaler in manifests.Declared.Where(node => ObjectView.KindOf(node) == "HorizontalPodAutoscaler" && Targets(node, workload)))
        {
            if (!autoscaler.At("spec", "maxReplicas").TryGetInteger(out long most))
            {
                return null;
            }

            own = own is null ? null : Math.Max(own.Value, most);
        }

        return own;
    }

    private static bool Targets(MappingNode autoscaler, PodOwnerView workload) =>
        autoscaler.At("spec", "scaleTargetRef", "kind").TryGetString(out string? kind)
        && kind == ObjectView.KindOf(workload.Node)
        && autoscaler.At("spec", "scaleTargetRef", "name").TryGetString(out string? name)
        && name == workload.DisplayName;
}
