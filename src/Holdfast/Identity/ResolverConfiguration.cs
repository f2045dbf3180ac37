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

    /// <summary>The zone, in lower case, or null when the text does not tell it.</summary>
    public static string? FindClusterDomain(string? resolvConf, string @namespace)
    {
        string prefix = KubernetesNames.ServiceZonePrefix(@namespace);
        return SearchPath(resolvConf ?? "")
            .Where(entry => entry.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .Select(entry => entry[prefix.Length..].TrimEnd('.').ToLowerInvariant())
            .FirstOrDefault(KubernetesNames.IsDnsSubdomain);
    }

    /// <summary>The last search line counts, as it does for the resolver (resolv.conf(5)).</summary>
    private static IEnumerable<string> SearchPath(string resolvConf) =>
        resolvConf
            .Split('\n')
            .Select(line => line.TrimEnd('\r').Split(Blanks, StringSplitOptions.RemoveEmptyEntries))
            .LastOrDefault(words => words.Length > 0 && words[0] == SearchKeyword, [])
            .Skip(1);
}
