using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Rules.Availability;

/// <summary>Which objects may make pods that a disruption budget is for, in whatever way.</summary>
internal static class PodMakers
{
    /// <summary>Custom resources that are often beside workloads and that no pods are made for.</summary>
    private static readonly string[] CustomWithoutPods =
    [
        "ServiceMonitor", "PodMonitor", "PrometheusRule", "Certificate", "Issuer", "ClusterIssuer", "ExternalSecret", "SecretStore", "ClusterSecretStore",
        "SealedSecret", "VirtualService", "DestinationRule", "PeerAuthentication", "IngressRoute", "ScaledObject",
    ];

    /// <summary>
    /// Whether an object may make pods of a budget: by its template's labels, or in a way that cannot be seen, as operators
    /// do for custom resources.
    /// </summary>
    public static bool MayMakePodsFor(DisruptionBudgetView budget, MappingNode node)
    {
        if (PodOwnerView.Of(node) is { } owner)
        {
            return owner.PodTemplate is not null && budget.Selects(owner) != false;
        }

        // Versions that servers no longer know have their template where those of today have it.
        string version = ObjectView.ApiVersionOf(node);
        string kind = ObjectView.KindOf(node);
        return RemovedApis.Successor(version, kind) is not null
            ? node.At("spec", "template") is not null && budget.Selects(new PodOwnerView(node, ["spec", "template"])) != false
            : kind == "CronJob" || (IsCustom(version) && !CustomWithoutPods.Contains(kind));
    }

    /// <summary>Kubernetes' own groups have no dot, or its domain.</summary>
    private static bool IsCustom(string apiVersion)
    {
        int slash = apiVersion.IndexOf('/');
        string group = slash < 0 ? string.Empty : apiVersion.Substring(0, slash);
        return group.IndexOf('.') >= 0 && !group.EndsWith(".k8s.io", StringComparison.Ordinal);
    }
}
