using System.Collections.Immutable;
using Holdfast.Engine.Model.Values;

namespace Holdfast.Engine.Model.Views;

/// <summary>
/// The resources of Kubernetes' own API groups (1.36, all versions that clusters of today serve), as roles and paths of the API name them, and
/// the verbs that requests have.
/// </summary>
internal static class ApiResources
{
    private const string Core = "";

    private const string Apps = "apps";

    private const string Batch = "batch";

    private const string Metrics = "metrics.k8s.io";

    private const string Networking = "networking.k8s.io";

    private const string Rbac = "rbac.authorization.k8s.io";

    private const string Storage = "storage.k8s.io";

    private const string Resource = "resource.k8s.io";

    private const string Admission = "admissionregistration.k8s.io";

    /// <summary>Some are in two groups; the first is the one that is meant where none is said.</summary>
    private static readonly ImmutableDictionary<string, string[]> Groups = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["bindings"] = [Core],
        ["configmaps"] = [Core],
        ["endpoints"] = [Core],
        ["events"] = [Core, "events.k8s.io"],
        ["limitranges"] = [Core],
        ["persistentvolumeclaims"] = [Core],
        ["pods"] = [Core, Metrics],
        ["podtemplates"] = [Core],
        ["replicationcontrollers"] = [Core],
        ["resourcequotas"] = [Core],
        ["secrets"] = [Core],
        ["serviceaccounts"] = [Core],
        ["services"] = [Core],
        ["controllerrevisions"] = [Apps],
        ["daemonsets"] = [Apps],
        ["deployments"] = [Apps],
        ["replicasets"] = [Apps],
        ["statefulsets"] = [Apps],
        ["localsubjectaccessreviews"] = ["authorization.k8s.io"],
        ["horizontalpodautoscalers"] = ["autoscaling"],
        ["cronjobs"] = [Batch],
        ["jobs"] = [Batch],
        ["leases"] = ["coordination.k8s.io"],
        ["leasecandidates"] = ["coordination.k8s.io"],
        ["endpointslices"] = ["discovery.k8s.io"],
        ["ingresses"] = [Networking],
        ["networkpolicies"] = [Networking],
        ["poddisruptionbudgets"] = ["policy"],
        ["roles"] = [Rbac],
        ["rolebindings"] = [Rbac],
        ["csistoragecapacities"] = [Storage],
        ["resourceclaims"] = [Resource],
        ["resourceclaimtemplates"] = [Resource],
        ["componentstatuses"] = [Core],
        ["namespaces"] = [Core],
        ["nodes"] = [Core, Metrics],
        ["persistentvolumes"] = [Core],
        ["mutatingwebhookconfigurations"] = [Admission],
        ["validatingwebhookconfigurations"] = [Admission],
        ["validatingadmissionpolicies"] = [Admission],
        ["validatingadmissionpolicybindings"] = [Admission],
        ["customresourcedefinitions"] = ["apiextensions.k8s.io"],
        ["apiservices"] = ["apiregistration.k8s.io"],
        ["selfsubjectreviews"] = ["authentication.k8s.io"],
        ["tokenreviews"] = ["authentication.k8s.io"],
        ["selfsubjectaccessreviews"] = ["authorization.k8s.io"],
        ["selfsubjectrulesreviews"] = ["authorization.k8s.io"],
        ["subjectaccessreviews"] = ["authorization.k8s.io"],
        ["certificatesigningrequests"] = ["certificates.k8s.io"],
        ["flowschemas"] = ["flowcontrol.apiserver.k8s.io"],
        ["prioritylevelconfigurations"] = ["flowcontrol.apiserver.k8s.io"],
        ["ingressclasses"] = [Networking],
        ["ipaddresses"] = [Networking],
        ["servicecidrs"] = [Networking],
        ["runtimeclasses"] = ["node.k8s.io"],
        ["clusterroles"] = [Rbac],
        ["clusterrolebindings"] = [Rbac],
        ["deviceclasses"] = [Resource],
        ["resourceslices"] = [Resource],
        ["priorityclasses"] = ["scheduling.k8s.io"],
        ["csidrivers"] = [Storage],
        ["csinodes"] = [Storage],
        ["storageclasses"] = [Storage],
        ["volumeattachments"] = [Storage],
        ["volumeattributesclasses"] = [Storage],
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Those that belong to no namespace. Of Namespaces each is in itself, so a Role can grant it.</summary>
    private static readonly ImmutableHashSet<string> OfCluster =
    [
        "nodes", "persistentvolumes", "mutatingwebhookconfigurations", "validatingwebhookconfigurations", "validatingadmissionpolicies",
        "validatingadmissionpolicybindings", "customresourcedefinitions", "apiservices", "tokenreviews", "subjectaccessreviews",
        "certificatesigningrequests", "flowschemas", "prioritylevelconfigurations", "ingressclasses", "ipaddresses", "servicecidrs",
        "runtimeclasses", "clusterroles", "clusterrolebindings", "deviceclasses", "resourceslices", "priorityclasses", "csidrivers",
        "csinodes", "storageclasses", "volumeattachments", "volumeattributesclasses",
    ];

    /// <summary>What kubectl takes in their place, and the API does not.</summary>
    private static readonly ImmutableDictionary<string, string> ShortNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["cm"] = "configmaps",
        ["cronjob"] = "cronjobs",
        ["cj"] = "cronjobs",
        ["crd"] = "customresourcedefinitions",
        ["deploy"] = "deployments",
        ["ds"] = "daemonsets",
        ["ep"] = "endpoints",
        ["ev"] = "events",
        ["hpa"] = "horizontalpodautoscalers",
        ["ing"] = "ingresses",
        ["netpol"] = "networkpolicies",
        ["no"] = "nodes",
        ["ns"] = "namespaces",
        ["pdb"] = "poddisruptionbudgets",
        ["po"] = "pods",
        ["pv"] = "persistentvolumes",
        ["pvc"] = "persistentvolumeclaims",
        ["rc"] = "replicationcontrollers",
        ["rs"] = "replicasets",
        ["sa"] = "serviceaccounts",
        ["sc"] = "storageclasses",
        ["sts"] = "statefulsets",
        ["svc"] = "services",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>All verbs that the API server asks for, those of few resources last.</summary>
    private static readonly ImmutableArray<string> Verbs =
    [
        "get", "list", "watch", "create", "update", "patch", "delete", "deletecollection",
        "use", "bind", "escalate", "impersonate", "approve", "sign", "attest", "proxy", "connect",
    ];

    /// <summary>What other interfaces call them.</summary>
    private static readonly ImmutableDictionary<string, string> OtherVerbs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["read"] = "get list watch",
        ["view"] = "get list watch",
        ["write"] = "create update patch delete",
        ["edit"] = "update patch",
        ["apply"] = "create patch",
        ["put"] = "update",
        ["post"] = "create",
        ["add"] = "create",
        ["insert"] = "create",
        ["remove"] = "delete",
        ["replace"] = "update",
        ["modify"] = "update patch",
        ["exec"] = "create",
        ["all"] = "*",
        ["any"] = "*",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The groups that have a resource, which may be a subresource; null for one that Kubernetes does not have.</summary>
    public static string[]? GroupsOf(string resource) => Groups.TryGetValue(NameOf(resource), out string[]? groups) ? groups : null;

    /// <summary>Whether a group is one of Kubernetes' own; any other may have a resource of any name.</summary>
    public static bool IsKnownGroup(string group) => Groups.Values.Any(known => known.Contains(group));

    /// <summary>Whether a resource belongs to no namespace, for certain.</summary>
    public static bool IsOfCluster(string resource) => OfCluster.Contains(NameOf(resource));

    public static bool IsVerb(string verb) => verb == "*" || Verbs.Contains(verb) || verb.IndexOf(':') >= 0;

    /// <summary>The verbs that are probably meant by a text that is none; null where there are none.</summary>
    public static string? NearVerb(string verb)
    {
        string small = verb.ToLowerInvariant();
        return Verbs.Contains(small) ? small
            : OtherVerbs.TryGetValue(small, out string? other) ? other
            : NearestName.Find(small, Verbs);
    }

    /// <summary>The resource that is probably meant by a name that is none; null where there is none.</summary>
    /// <param name="resource">The name, which may be that of a subresource.</param>
    /// <param name="groups">The groups that it may be of; null for all.</param>
    public static string? NearResource(string resource, IReadOnlyCollection<string>? groups)
    {
        string name = NameOf(resource);
        string small = name.ToLowerInvariant();
        string[] candidates = [.. Groups.Where(known => groups is null || known.Value.Intersect(groups).Any()).Select(static known => known.Key)];
        string? meant = candidates.Contains(small) ? small
            : ShortNames.TryGetValue(small, out string? full) && candidates.Contains(full) ? full
            : Array.Find(candidates, candidate => candidate == small + "s" || candidate == small + "es" || (small.EndsWith("y", StringComparison.Ordinal) && candidate == small.Substring(0, small.Length - 1) + "ies"))
                ?? NearNames.Find(small, candidates);
        return meant is null ? null : meant + resource.Substring(name.Length);
    }

    /// <summary>A resource without its subresource.</summary>
    private static string NameOf(string resource)
    {
        int slash = resource.IndexOf('/');
        return slash < 0 ? resource : resource.Substring(0, slash);
    }
}
