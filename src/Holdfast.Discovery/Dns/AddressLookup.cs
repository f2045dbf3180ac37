using System.Net;
using DnsClient;
using DnsClient.Protocol;

namespace Holdfast.Discovery.Dns;

/// <summary>Looks the addresses of one name up.</summary>
internal sealed class AddressLookup(DnsQueries queries, NameCandidates candidates, DiscoveryOptions options)
{
    public async Task<ReplicaAddresses> FindAsync(string name, CancellationToken cancellationToken)
    {
        TimeSpan? negativeTime = null;
        foreach (string candidate in candidates.Of(name))
        {
            ReplicaAddresses found = await FindAbsoluteAsync(candidate, cancellationToken).ConfigureAwait(false);
            if (found.Addresses.Count > 0)
            {
                // The name stays the one that the declaration makes; the search path is the resolver's business.
                return found with { Name = name };
            }

            negativeTime = Longer(negativeTime, found.NegativeTime);
        }

        return new ReplicaAddresses(name, [], negativeTime);
    }

    public async Task<ReplicaAddresses> FindAbsoluteAsync(string name, CancellationToken cancellationToken)
    {
        List<IPAddress> addresses = [];
        TimeSpan? negativeTime = null;
        bool exists = true;
        if (options.Addresses != PeerAddresses.IPv6)
        {
            exists = await AskAsync(QueryType.A).ConfigureAwait(false);
        }

        // A name that does not exist has no records of any kind.
        bool wantsIPv6 = options.Addresses is PeerAddresses.IPv6 or PeerAddresses.Both
            || (options.Addresses == PeerAddresses.IPv4OrIPv6 && addresses.Count == 0);
        if (exists && wantsIPv6)
        {
            await AskAsync(QueryType.AAAA).ConfigureAwait(false);
        }

        return new ReplicaAddresses(name, addresses, addresses.Count > 0 ? null : negativeTime);

        async Task<bool> AskAsync(QueryType type)
        {
            DnsAnswer answer = await queries.AskAsync(name, type, cancellationToken).ConfigureAwait(false);
            addresses.AddRange(answer.Answers.OfType<AddressRecord>().Select(record => record.Address));
            negativeTime = Longer(negativeTime, answer.NegativeTime);
            return answer.NameExists;
        }
    }

    public static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => one is null || other > one ? other : one;
}
