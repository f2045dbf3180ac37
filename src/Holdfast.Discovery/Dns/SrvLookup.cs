using System.Net;
using DnsClient;
using DnsClient.Protocol;

namespace Holdfast.Discovery.Dns;

/// <summary>Looks a port's SRV records up, with the addresses of their targets.</summary>
internal sealed class SrvLookup(DnsQueries queries, NameCandidates candidates, AddressLookup addresses, DiscoveryOptions options)
{
    /// <summary>The targets, and for how long it is remembered that there is none.</summary>
    public async Task<(IReadOnlyList<SrvTarget> Targets, TimeSpan? NegativeTime)> FindAsync(string srvName, CancellationToken cancellationToken)
    {
        TimeSpan? negativeTime = null;
        foreach (string candidate in candidates.Of(srvName))
        {
            DnsAnswer answer = await queries.AskAsync(candidate, QueryType.SRV, cancellationToken).ConfigureAwait(false);
            SrvRecord[] records = [.. answer.Answers.OfType<SrvRecord>()];
            if (records.Length > 0)
            {
                return await TargetsAsync(records, answer.Additionals, cancellationToken).ConfigureAwait(false);
            }

            negativeTime = AddressLookup.Longer(negativeTime, answer.NegativeTime);
        }

        return ([], negativeTime);
    }

    private async Task<(IReadOnlyList<SrvTarget> Targets, TimeSpan? NegativeTime)> TargetsAsync(
        SrvRecord[] records, IReadOnlyList<DnsResourceRecord> additionals, CancellationToken cancellationToken)
    {
        List<SrvTarget> targets = [];
        TimeSpan? negativeTime = null;
        // A replica with addresses of two families has two records, one for each EndpointSlice.
        foreach (SrvRecord record in records.DistinctBy(record => Name(record.Target), StringComparer.OrdinalIgnoreCase))
        {
            string name = Name(record.Target);
            IReadOnlyList<IPAddress> found = Added(name, additionals);
            if (found.Count == 0)
            {
                ReplicaAddresses asked = await addresses.FindAbsoluteAsync(name, cancellationToken).ConfigureAwait(false);
                found = asked.Addresses;
                negativeTime = AddressLookup.Longer(negativeTime, asked.NegativeTime);
            }

            if (found.Count > 0)
            {
                targets.Add(new SrvTarget(name, record.Port, found));
            }
        }

        return (targets, negativeTime);
    }

    private IReadOnlyList<IPAddress> Added(string name, IReadOnlyList<DnsResourceRecord> additionals)
    {
        AddressRecord[] all = [.. additionals.OfType<AddressRecord>().Where(record => string.Equals(Name(record.DomainName), name, StringComparison.OrdinalIgnoreCase))];
        IPAddress[] v4 = [.. all.OfType<ARecord>().Select(record => record.Address)];
        IPAddress[] v6 = [.. all.OfType<AaaaRecord>().Select(record => record.Address)];
        return options.Addresses switch
        {
            PeerAddresses.IPv4 => v4,
            PeerAddresses.IPv6 => v6,
            PeerAddresses.Both => [.. v4, .. v6],
            _ => v4.Length > 0 ? v4 : v6,
        };
    }

    private static string Name(DnsString name) => name.Value.TrimEnd('.');
}
