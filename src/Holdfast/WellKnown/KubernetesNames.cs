using System.Globalization;

namespace Holdfast.WellKnown;

/// <summary>
/// How Kubernetes makes names: of pods and claims (the StatefulSet controller) and in DNS (the specification of
/// DNS-based service discovery, version 1.1.0). The one place where such a name is put together or taken apart; it is
/// compiled into the generator as well, so that code and manifest cannot disagree.
/// </summary>
internal static class KubernetesNames
{
    /// <summary>The name and host name of a pod of a StatefulSet: <c>zookeeper-0</c>.</summary>
    public static string Pod(string set, int ordinal) => set + "-" + Digits(ordinal);

    /// <summary>The claim that a pod's volume is bound to: <c>data-zookeeper-0</c>.</summary>
    public static string Claim(string template, string set, int ordinal) => template + "-" + Pod(set, ordinal);

    /// <summary>
    /// A Service's DNS name: <c>zookeeper.shop.svc.cluster.local</c>, or <c>zookeeper</c> alone while the namespace is
    /// not known, which resolves through the search path of a pod in the same namespace.
    /// </summary>
    public static string ServiceHost(string service, string? @namespace, string? clusterDomain) =>
        @namespace is null
            ? service
            : service + "." + ServiceZonePrefix(@namespace) + (clusterDomain ?? ClusterDomains.Default);

    /// <summary>What is before the cluster's DNS zone in the names of a namespace's Services: <c>shop.svc.</c>.</summary>
    public static string ServiceZonePrefix(string @namespace) => @namespace + "." + ClusterDomains.ServiceLabel + ".";

    /// <summary>A pod's DNS name under its governing Service: <c>zookeeper-0.zookeeper.shop.svc.cluster.local</c>.</summary>
    public static string PodHost(string pod, string service, string? @namespace, string? clusterDomain) =>
        pod + "." + ServiceHost(service, @namespace, clusterDomain);

    /// <summary>The name of the SRV records of a Service's named port: <c>_client._tcp.zookeeper.shop.svc.cluster.local</c>.</summary>
    public static string Srv(string port, string protocol, string service, string? @namespace, string? clusterDomain) =>
        "_" + port + "._" + protocol + "." + ServiceHost(service, @namespace, clusterDomain);

    /// <summary>
    /// Reads the ordinal out of a pod's name as strictly as the controller writes it: the set's name, which may hold
    /// dashes and digits itself, a dash, and a number without sign or leading zeros.
    /// </summary>
    public static bool TryParsePod(string podName, string set, out int ordinal)
    {
        ordinal = 0;
        return podName.Length > set.Length + 1
            && podName.StartsWith(set, StringComparison.Ordinal)
            && podName[set.Length] == '-'
            && TryParseOrdinal(podName, set.Length + 1, out ordinal);
    }

    /// <summary>Reads an ordinal as the controller writes it: ASCII digits, no leading zeros.</summary>
    public static bool TryParseOrdinal(string text, out int ordinal) => TryParseOrdinal(text, 0, out ordinal);

    // Each name in a text may end with an ordinal, so looking at one takes no memory.
    private static bool TryParseOrdinal(string text, int start, out int ordinal)
    {
        ordinal = 0;
        if (start == text.Length || (text[start] == '0' && text.Length - start > 1))
        {
            return false;
        }

        long number = 0;
        for (int i = start; i < text.Length; i++)
        {
            if (!IsDigit(text[i]))
            {
                return false;
            }

            number = (number * 10) + (text[i] - '0');
            if (number > KubernetesLimits.MaxOrdinal)
            {
                return false;
            }
        }

        ordinal = (int)number;
        return true;
    }

    /// <summary>
    /// A DNS label as Kubernetes wants it (RFC 1123): at most 63 lower-case letters, digits and dashes, a letter or
    /// digit at both ends.
    /// </summary>
    public static bool IsDnsLabel(string text) => text.Length <= KubernetesLimits.DnsLabelLength && IsOfLabels(text, text.Length, hasDots: false);

    /// <summary>
    /// A DNS subdomain as Kubernetes wants it for object names (RFC 1123): at most 253 lower-case letters, digits,
    /// dashes and dots, a letter or digit at both ends of each part.
    /// </summary>
    public static bool IsDnsSubdomain(string text) => IsDnsSubdomain(text, text.Length);

    /// <summary>The same of what a text begins with.</summary>
    public static bool IsDnsSubdomain(string text, int length) => length <= KubernetesLimits.DnsSubdomainLength && IsOfLabels(text, length, hasDots: true);

    // Thousands of names are right, so looking at one takes no memory.
    private static bool IsOfLabels(string text, int length, bool hasDots)
    {
        for (int i = 0; i < length; i++)
        {
            bool isEnd = i == 0 || i == length - 1 || (hasDots && (text[i - 1] == '.' || text[i + 1] == '.'));
            bool isRight = IsLowerOrDigit(text[i]) || (!isEnd && (text[i] == '-' || (hasDots && text[i] == '.')));
            if (!isRight)
            {
                return false;
            }
        }

        return length > 0;
    }

    private static string Digits(int ordinal) => ordinal.ToString(CultureInfo.InvariantCulture);

    private static bool IsDigit(char character) => character is >= '0' and <= '9';

    private static bool IsLowerOrDigit(char character) => character is >= 'a' and <= 'z' || IsDigit(character);
}
