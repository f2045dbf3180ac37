using System.Globalization;
using System.Net;

namespace Holdfast.Samples.Ledger;

/// <summary>
/// Where members listen and are reached: in a cluster the names and ports of the declaration, on a developer's machine the
/// loopback address and two ports for each member.
/// </summary>
internal sealed class MemberAddresses
{
    /// <summary>The first port of the members on a developer's machine; member n has two from this one plus 2n.</summary>
    public const string PortVariable = "LEDGER_DEVELOPMENT_PORT";

    /// <summary>The folder in place of the claim on a developer's machine.</summary>
    public const string DataVariable = "LEDGER_DEVELOPMENT_DATA";

    private readonly PodIdentity _self;
    private readonly int? _developmentPort;

    public MemberAddresses(PodIdentity self)
    {
        if (!Ledger.Pods.Any(pod => pod.Ordinal == self.Ordinal))
        {
            throw new InvalidOperationException(
                $"{self.Name} is not one of the members that the ledger is declared with ({Ledger.Pods}), so the others would never "
                + "ask for its vote. Change Replicas in the declaration and roll it out to all members.");
        }

        _self = self;
        _developmentPort = self.Source is PodIdentitySource.DevelopmentVariable or PodIdentitySource.DevelopmentOption
            ? int.Parse(Environment.GetEnvironmentVariable(PortVariable) ?? "28080", CultureInfo.InvariantCulture)
            : null;
        DataFolder = _developmentPort is null
            ? Ledger.Data.MountPath!
            : Environment.GetEnvironmentVariable(DataVariable)
                ?? Path.Combine(Path.GetTempPath(), Ledger.Data.ClaimName(self.Pod));
    }

    /// <summary>The folder of the log and the snapshots: where the claim is mounted.</summary>
    public string DataFolder { get; }

    /// <summary>Where this process listens for clients.</summary>
    public IPEndPoint HttpListener => Listener(Ledger.Http, 0);

    /// <summary>Where this process listens for the other members.</summary>
    public IPEndPoint RaftListener => Listener(Ledger.Raft, 1);

    /// <summary>The address that the others know this process by.</summary>
    public EndPoint Self => Raft(_self.Pod);

    /// <summary>All members, this one too, as members reach each other.</summary>
    public IEnumerable<EndPoint> Members => _self.Set.Pods.Select(Raft);

    /// <summary>The member that others know by this address.</summary>
    public Pod? Find(EndPoint? address) => _self.Set.Pods.FirstOrDefault(pod => Raft(pod).Equals(address));

    /// <summary>Where clients reach a member.</summary>
    public Uri Http(Pod pod)
    {
        DnsEndPoint address = Ledger.Http.On(pod);
        return _developmentPort is { } port
            ? new UriBuilder(Uri.UriSchemeHttp, IPAddress.Loopback.ToString(), DevelopmentPort(port, pod.Ordinal, 0)).Uri
            : new UriBuilder(Uri.UriSchemeHttp, address.Host, address.Port).Uri;
    }

    /// <summary>A port of a member on a developer's machine.</summary>
    public static int DevelopmentPort(int first, int ordinal, int which) => first + (2 * ordinal) + which;

    private EndPoint Raft(Pod pod) => _developmentPort is { } port
        ? new IPEndPoint(IPAddress.Loopback, DevelopmentPort(port, pod.Ordinal, 1))
        : Ledger.Raft.On(pod);

    private IPEndPoint Listener(ServicePort port, int which) => _developmentPort is { } first
        ? new IPEndPoint(IPAddress.Loopback, DevelopmentPort(first, _self.Ordinal, which))
        : new IPEndPoint(IPAddress.Any, port.Number);
}
