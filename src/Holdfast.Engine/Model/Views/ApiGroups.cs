namespace Holdfast.Engine.Model.Views;

/// <summary>Which objects a cluster knows by itself, and which only once a definition of them is applied.</summary>
internal static class ApiGroups
{
    /// <summary>Kubernetes' own groups that have a dot in their names.</summary>
    private static readonly HashSet<string> OwnGroups = new(StringComparer.Ordinal)
    {
        "admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io", "authentication.k8s.io", "authorization.k8s.io",
        "certificates.k8s.io", "coordination.k8s.io", "discovery.k8s.io", "events.k8s.io", "flowcontrol.apiserver.k8s.io",
        "internal.apiserver.k8s.io", "networking.k8s.io", "node.k8s.io", "rbac.authorization.k8s.io", "resource.k8s.io", "scheduling.k8s.io",
        "storage.k8s.io", "storagemigration.k8s.io",
    };

    /// <summary>The group of an API version; empty for the core.</summary>
    public static string Of(string apiVersion)
    {
        int slash = apiVersion.IndexOf('/');
        return slash < 0 ? string.Empty : apiVersion.Substring(0, slash);
    }

    /// <summary>Whether a cluster learns the group from a CustomResourceDefinition or another server.</summary>
    public static bool IsCustom(string group) => group.IndexOf('.') >= 0 && !OwnGroups.Contains(group);

    /// <summary>The name of a kind in the addresses of the API, as Kubernetes guesses it: <c>servicemonitors</c>.</summary>
    public static string Plural(string kind)
    {
        string name = kind.ToLowerInvariant();
        return name.EndsWith("s", StringComparison.Ordinal) ? name + "es"
            : name.EndsWith("y", StringComparison.Ordinal) ? name.Substring(0, name.Length - 1) + "ies"
            : name + "s";
    }
}
