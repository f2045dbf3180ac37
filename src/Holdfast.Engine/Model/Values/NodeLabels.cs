using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Values;

/// <summary>
/// The labels of Kubernetes' own domains that nodes have. The domains are reserved, so a key of one of them that has the name of another,
/// or nearly, is on no node. Source: Kubernetes' page of well-known labels, annotations and taints.
/// </summary>
internal static class NodeLabels
{
    private static readonly string[] Domains = ["kubernetes.io", "topology.kubernetes.io", "failure-domain.beta.kubernetes.io", "beta.kubernetes.io", "node.kubernetes.io"];

    /// <summary>The keys of today, each the only one of its name.</summary>
    private static readonly ImmutableArray<string> Keys =
    [
        "kubernetes.io/hostname",
        "kubernetes.io/os",
        "kubernetes.io/arch",
        "topology.kubernetes.io/zone",
        "topology.kubernetes.io/region",
        "node.kubernetes.io/instance-type",
    ];

    private static readonly string[] Old =
    [
        "failure-domain.beta.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/region", "beta.kubernetes.io/os", "beta.kubernetes.io/arch",
        "beta.kubernetes.io/instance-type", "node.kubernetes.io/windows-build", "node.kubernetes.io/exclude-from-external-load-balancers",
    ];

    /// <summary>The key that was meant by one that no node has; null where nodes may have it.</summary>
    public static string? Nearest(ManifestNode? key)
    {
        if (!key.TryGetString(out string? text) || Keys.Contains(text) || Old.Contains(text))
        {
            return null;
        }

        int slash = text.IndexOf('/');
        if (slash < 0)
        {
            return null;
        }

        string domain = text.Substring(0, slash);
        string name = text.Substring(slash + 1);
        return Domains.Contains(domain)
            ? Keys.FirstOrDefault(known => NameOf(known) == name)
                ?? (NearNames.Find(name, Keys.Select(NameOf)) is { } near ? Keys.First(known => NameOf(known) == near) : null)
            : null;
    }

    private static string NameOf(string key) => key.Substring(key.IndexOf('/') + 1);
}
