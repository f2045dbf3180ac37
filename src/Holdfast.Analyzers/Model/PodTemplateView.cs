namespace Holdfast.Analyzers.Model;

/// <summary>What makes pods of a template and is neither a StatefulSet nor a Deployment, such as a ReplicaSet.</summary>
internal sealed class PodTemplateView(MappingNode node) : WorkloadView(node)
{
    /// <summary>The kinds whose template is where that of a Deployment is.</summary>
    private static readonly string[] Kinds = ["ReplicaSet", "ReplicationController", "DaemonSet", "Job"];

    /// <summary>
    /// Those that keep a number of pods which are all the same: <c>apps/v1</c> and <c>v1</c>. One without containers is a part of
    /// an object, which somebody merges into the whole.
    /// </summary>
    public static IEnumerable<PodTemplateView> ReplicatedOf(IEnumerable<MappingNode> nodes) => nodes
        .Where(static node => ObjectView.Is(node, "apps/v1", "ReplicaSet") || ObjectView.Is(node, "v1", "ReplicationController"))
        .Where(static node => node.At("spec", "template", "spec", "containers") is not null)
        .Select(static node => new PodTemplateView(node));

    /// <summary>
    /// Whether an object may make pods that a budget is for: by its template's labels, or in a way of its own, as operators
    /// do for custom resources.
    /// </summary>
    public static bool MayMakePodsFor(DisruptionBudgetView budget, MappingNode node)
    {
        string kind = ObjectView.KindOf(node);
        return Kinds.Contains(kind) || RemovedApis.Successor(ObjectView.ApiVersionOf(node), kind) is not null
            ? node.At("spec", "template") is not null && budget.Selects(new PodTemplateView(node)) != false
            : kind is "Pod" or "CronJob" || (IsCustom(ObjectView.ApiVersionOf(node)) && !CustomWithoutPods.Contains(kind));
    }

    /// <summary>Custom resources that people have beside their workloads and that no pods are made for.</summary>
    private static readonly string[] CustomWithoutPods =
    [
        "ServiceMonitor", "PodMonitor", "PrometheusRule", "Certificate", "Issuer", "ClusterIssuer", "ExternalSecret", "SecretStore", "ClusterSecretStore",
        "SealedSecret", "VirtualService", "DestinationRule", "PeerAuthentication", "IngressRoute", "ScaledObject",
    ];

    /// <summary>Kubernetes' own groups have no dot, or its domain.</summary>
    private static bool IsCustom(string apiVersion)
    {
        int slash = apiVersion.IndexOf('/');
        string group = slash < 0 ? string.Empty : apiVersion.Substring(0, slash);
        return group.IndexOf('.') >= 0 && !group.EndsWith(".k8s.io", StringComparison.Ordinal);
    }
}
