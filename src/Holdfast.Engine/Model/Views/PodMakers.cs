using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>Which objects may make pods that a disruption budget is for, in whatever way.</summary>
internal sealed class PodMakers
{
    /// <summary>Custom resources that are often beside workloads and that no pods are made for.</summary>
    private static readonly string[] CustomWithoutPods =
    [
        "ServiceMonitor", "PodMonitor", "PrometheusRule", "Certificate", "Issuer", "ClusterIssuer", "ExternalSecret", "SecretStore", "ClusterSecretStore",
        "SealedSecret", "VirtualService", "DestinationRule", "PeerAuthentication", "IngressRoute", "ScaledObject",
    ];

    private readonly PodIndex _templates;


    public PodMakers(IEnumerable<MappingNode> objects)
    {
        var templates = new List<PodOwnerView>();
        foreach (MappingNode node in objects)
        {
            if (TemplateOf(node, out bool isUnseen) is { PodTemplate: not null } owner)
            {
                templates.Add(owner);
            }

            HasUnseen |= isUnseen;
        }

        _templates = new PodIndex(templates);
    }

    /// <summary>Whether an object makes pods in a way that cannot be seen, as operators do for custom resources.</summary>
    public bool HasUnseen { get; }

    /// <summary>Whether any of the objects may make pods of a budget.</summary>
    public bool MayMakePodsFor(DisruptionBudgetView budget) => HasUnseen || _templates.MayCover(budget);

    private static PodOwnerView? TemplateOf(MappingNode node, out bool isUnseen)
    {
        isUnseen = false;
        if (PodOwnerView.Of(node) is { } owner)
        {
            return owner;
        }

        // Versions that servers no longer know have their template where those of today have it.
        string version = ObjectView.ApiVersionOf(node);
        string kind = ObjectView.KindOf(node);
        if (RemovedApis.Successor(version, kind) is not null)
        {
            return new PodOwnerView(node, ["spec", "template"]);
        }

        isUnseen = kind == "CronJob" || (IsCustom(version) && !CustomWithoutPods.Contains(kind));
        return null;
    }

    /// <summary>Kubernetes' own groups have no dot, or its domain.</summary>
    private static bool IsCustom(string apiVersion)
    {
        int slash = apiVersion.IndexOf('/');
        string group = slash < 0 ? string.Empty : apiVersion.Substring(0, slash);
        return group.IndexOf('.') >= 0 && !group.EndsWith(".k8s.io", StringComparison.Ordinal);
    }
}
