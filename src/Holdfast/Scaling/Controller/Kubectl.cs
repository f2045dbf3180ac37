namespace Holdfast;

/// <summary>The commands by which somebody does what the controller does not.</summary>
internal static class Kubectl
{
    /// <summary>Makes the set what the manifests say, from the folder that the build writes them to.</summary>
    public const string Apply = "kubectl apply -k .";

    public static string DeletePod(Pod pod) => $"kubectl delete pod {pod.Name}{Namespace(pod.Set)}";

    public static string OrphanPods(StatefulSetInfo set) => $"kubectl delete statefulset {set.Name}{Namespace(set)} --cascade=orphan";

    public static string DeleteSet(StatefulSetInfo set) => $"kubectl delete statefulset {set.Name}{Namespace(set)}";

    /// <summary>The argument that says the namespace, where it is known.</summary>
    public static string Namespace(StatefulSetInfo set) => set.Namespace is null ? "" : $" --namespace {set.Namespace}";
}
