using Holdfast.WellKnown;

namespace Holdfast.Discovery;

/// <summary>What is wrong with options, in words.</summary>
internal static class DiscoveryOptionsCheck
{
    /// <summary>After the negative-cache time, so that the answer to the next query cannot be the remembered one.</summary>
    public static readonly TimeSpan NegativeMargin = TimeSpan.FromSeconds(1);

    public static IEnumerable<string> Problems(DiscoveryOptions options)
    {
        if (options.Namespace is { } name && !KubernetesNames.IsDnsLabel(name))
        {
            yield return $"{nameof(options.Namespace)} is \"{name}\", which is not a DNS label, so no replica could be found there.";
        }

        if (options.ClusterDomain is { } domain && !KubernetesNames.IsDnsSubdomain(domain))
        {
            yield return $"{nameof(options.ClusterDomain)} is \"{domain}\", which is not a DNS name: write it in lower case and without a dot at the end.";
        }

        if (!Enum.IsDefined(options.Addresses))
        {
            yield return $"{nameof(options.Addresses)} is {(int)options.Addresses}, which is not a value of PeerAddresses.";
        }

        foreach ((string what, TimeSpan value) in new[]
        {
            (nameof(options.NegativeCacheTime), options.NegativeCacheTime),
            (nameof(options.MinRefresh), options.MinRefresh),
            (nameof(options.QueryTimeout), options.QueryTimeout),
        })
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(1))
            {
                yield return $"{what} is {value}; it must be more than zero and at most a day.";
            }
        }

        if (options.MaxRefresh < options.MinRefresh || options.MaxRefresh > TimeSpan.FromDays(1))
        {
            yield return $"{nameof(options.MaxRefresh)} is {options.MaxRefresh}; it must be at least {nameof(options.MinRefresh)}, {options.MinRefresh}, and at most a day.";
        }
        else if (options.MaxRefresh < options.NegativeCacheTime + NegativeMargin)
        {
            yield return $"{nameof(options.MaxRefresh)} is {options.MaxRefresh}; it must be at least a second more than {nameof(options.NegativeCacheTime)}, "
                + $"{options.NegativeCacheTime}, or a watch would only see cached answers of the DNS server.";
        }

        if (options.Retries is < 0 or > 100)
        {
            yield return $"{nameof(options.Retries)} is {options.Retries}; it must be 0 to 100.";
        }
    }
}
