using System.Net;

namespace Holdfast.Samples.Ledger;

/// <summary>Where members listen and are reached: all of it is what the declaration says, in a cluster and on a developer's machine.</summary>
internal sealed class MemberAddresses
{
    private readonly PodIdentity _self;

    public MemberAddresses(PodIdentity self)
    {
        if (!Ledger.Pods.Any(pod => pod.Ordinal == self.Ordinal))
        {
            throw new InvalidOperationException(
                $"{self.Name} is not one of the members that the ledger is declared with ({Ledger.Pods}), so the others would never "
                + "ask for its vote. Change Replicas in the declaration and roll it out to all members.");
        }

        _self = self;
        DataFolder = self.PathOf(Ledger.Data);
    }

    /// <summary>The folder of the log and the snapshots: where the claim is.</summary>
    public string DataFolder { get; }

    /// <summary>Where this process listens for clients.</summary>
    public IPEndPoint HttpListener => _self.ListenOn(Ledger.Http);

    /// <summary>Where this process listens for the other members.</summary>
    public IPEndPoint RaftListener => _self.ListenOn(Ledger.Raft);

    /// <summary>The address that the others know this process by.</summary>
    public EndPoint Self => Raft(_self.Pod);

    /// <summary>All members, this one too, as members reach each other.</summary>
    public IEnumerable<EndPoint> Members => _self.Set.Pods.Select(Raft);

    /// <summary>The member that others know by this address.</summary>
    public Pod? Find(EndPoint? address) => _self.Set.Pods.FirstOrDefault(pod => Raft(pod).Equals(address));

    /// <summary>Where clients reach a member: by its name in a cluster, by its address on a developer's machine, where no client knows the name.</summary>
    public Uri Http(Pod pod) => _self.EndPointOf(Ledger.Http, pod) switch
    {
        DnsEndPoint named => new UriBuilder(Uri.UriSchemeHttp, named.Host, named.Port).Uri,
        var address => new Uri($"{Uri.UriSchemeHttp}://{address}"),
    };

    private EndPoint Raft(Pod pod) => _self.EndPointOf(Ledger.Raft, pod);
}
