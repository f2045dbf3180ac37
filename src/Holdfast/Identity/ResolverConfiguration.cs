using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>
/// Reads the cluster's DNS zone out of the resolver's configuration: the kubelet gives every pod the search path
/// <c>&lt;namespace&gt;.svc.&lt;zone&gt; svc.&lt;zone&gt; &lt;zone&gt;</c> (unless the pod's DNS policy says otherwise).
/// </summary>
internal static class ResolverConfiguration
{
    private const string SearchKeyword = "search";

    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>The zone, in lower case, or null when the text does not have it.</summary>
    public static string? FindClusterDomain(string? resolvConf, string @namespace)
    {
        string prefix = KubernetesNames.ServiceZonePrefix(@namespace);
        return SearchPath(resolvConf ?? "")
            .Where(entry => entry.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .Select(entry => entry[prefix.Length..].TrimEnd('.').ToLowerInvariant())
            .FirstOrDefault(KubernetesNames.IsDnsSubdomain);
    }

    /// <summary>
    /// The namespace, or null when the text does not have it: of the kubelet's entries, the one that begins with a namespace.
    /// </summary>
    public static string? FindNamespace(string? resolvConf) =>
        SearchPath(resolvConf ?? "")
            .Select(entry => entry.ToLowerInvariant().Split('.'))
            .Where(labels => labels.Length > 2 && labels[1] == ClusterDomains.ServiceLabel && KubernetesNames.IsDnsLabel(labels[0]))
            .Select(labels => labels[0])
            .FirstOrDefault();

    /// <summary>The search path; the last search line counts, as it does for the resolver (resolv.conf(5)).</summary>
    public static IEnumerable<string> SearchPath(string resolvConf) =>
        resolvConf
            .Split('\n')
            .Select(line => line.TrimEnd('\r').Split(Blanks, StringSplitOptions.RemoveEmptyEntries))
            .LastOrDefault(words => words.Length > 0 && words[0] == SearchKeyword, [])
            .Skip(1);
}
