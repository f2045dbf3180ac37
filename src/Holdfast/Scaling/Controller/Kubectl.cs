namespace Holdfast;

/// <summary>The commands for what the controller does not do.</summary>
internal static class Kubectl
{
    /// <summary>Makes the set what the manifests say, from the folder that the build writes them to.</summary>
    public const string Apply = "kubectl apply -k .";

    public static string DeletePod(Pod pod) => $"kubectl delete pod {pod.Name}{Namespace(pod.Set)}";

    public static string ForceDeletePod(Pod pod) => $"{DeletePod(pod)} --grace-period=0 --force";

    public static string OrphanPods(StatefulSetInfo set) => DeleteSet(set, DeletionPropagation.Orphan);

    public static string DeleteSet(StatefulSetInfo set, DeletionPropagation propagation) =>
        $"kubectl delete statefulset {set.Name}{Namespace(set)}" + propagation switch
        {
            DeletionPropagation.Foreground => " --cascade=foreground",
            DeletionPropagation.Orphan => " --cascade=orphan",
            _ => "",
        };

    public static string Scale(StatefulSetInfo set) =>
        $"kubectl scale statefulset {set.Name}{Namespace(set)} --replicas={Describe.Number(set.Replicas)}";

    /// <summary>Changes an annotation, which the controller notices and no pod does.</summary>
    public static string Touch(StatefulSetInfo set) => $"kubectl annotate statefulset {set.Name}{Namespace(set)} touched=$(date +%s) --overwrite";

    /// <summary>The argument that says the namespace, where it is known.</summary>
    public static string Namespace(StatefulSetInfo set) => set.Namespace is null ? "" : $" --namespace {set.Namespace}";
}
