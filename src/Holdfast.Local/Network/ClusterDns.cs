using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using ARSoft.Tools.Net;
using ARSoft.Tools.Net.Dns;
using Holdfast.Local.Manifests;
using Holdfast.WellKnown;

namespace Holdfast.Local.Network;

/// <summary>
/// A DNS server with the records that the Kubernetes DNS specification (1.1.0) gives Services and pods, in whatever zone it is asked. It
/// may be one member's own, where members can be cut off.
/// </summary>
internal sealed class ClusterDns : IDisposable
{
    private const int SecondsToLive = 5;

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(2);

    private readonly Func<ClusterNetwork?> _network;
    private readonly int _negativeSeconds;
    private DnsServer _server;
    private IServerTransport[] _transports;

    /// <summary>Begins to listen; throws a socket's exception where something else does.</summary>
    /// <param name="endPoint">Where it listens, by UDP and TCP.</param>
    /// <param name="network">What it answers from; null while there is none.</param>
    /// <param name="negativeSeconds">How long it is remembered that there is no such name.</param>
    /// <param name="isReserved">Whether nothing else may have the address, so that what holds it lets it go.</param>
    public ClusterDns(IPEndPoint endPoint, Func<ClusterNetwork?> network, int negativeSeconds, bool isReserved = false)
    {
        EndPoint = endPoint;
        _network = network;
        _negativeSeconds = negativeSeconds;
        long start = Stopwatch.GetTimestamp();
        for (bool wasFree = isReserved; ; Thread.Sleep(10))
        {
            try
            {
                RequireFree(endPoint);
                wasFree = true;
                Listen();
                return;
            }
            catch (SocketException exception) when (wasFree && exception.SocketErrorCode == SocketError.AddressAlreadyInUse && Stopwatch.GetElapsedTime(start) < LongestStart)
            {
                // A process that another thread starts has all sockets until its program begins (.NET 10 on Linux), also those that are closed here.
            }
        }
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>Whether it gives no answer at all.</summary>
    public bool IsSilent { get; set; }

    public void Dispose()
    {
        try
        {
            _server.Stop();
        }
        catch (AggregateException exception) when (exception.Flatten().InnerExceptions.All(inner => inner is OperationCanceledException))
        {
            // The library throws where it has only just begun to listen. It may then not have come to closing its sockets.
            Array.ForEach(_transports, transport => transport.Close());
        }
    }

    [MemberNotNull(nameof(_server), nameof(_transports))]
    private void Listen()
    {
        _transports = [new UdpServerTransport(EndPoint), new TcpServerTransport(EndPoint)];
        _server = new DnsServer(_transports);
        _server.QueryReceived += AnswerAsync;
        try
        {
            _server.Start();
        }
        catch (SocketException)
        {
            Array.ForEach(_transports, static transport => transport.Close());
            throw;
        }
    }

    /// <summary>The library begins to listen later, in another thread, so that errors would come too late.</summary>
    private static void RequireFree(IPEndPoint endPoint)
    {
        using var udp = new Socket(endPoint.AddressFamily, SocketType.Dgram, System.Net.Sockets.ProtocolType.Udp);
        udp.Bind(endPoint);
        using var tcp = new Socket(endPoint.AddressFamily, SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        tcp.Bind(endPoint);
        tcp.Listen();
    }

    private Task AnswerAsync(object sender, QueryReceivedEventArgs e)
    {
        if (IsSilent || e.Query is not DnsMessage query || query.Questions.Count != 1)
        {
            // Without a response the library closes the connection, or sends nothing.
            return Task.CompletedTask;
        }

        DnsMessage response = query.CreateResponseInstance();
        response.IsAuthoritiveAnswer = true;
        response.ReturnCode = ReturnCode.NoError;
        if (_network() is { } network)
        {
            Answer(network, response, query.Questions[0]);
        }
        else
        {
            response.ReturnCode = ReturnCode.ServerFailure;
        }

        e.Response = response;
        return Task.CompletedTask;
    }

    private void Answer(ClusterNetwork network, DnsMessage response, DnsQuestion question)
    {
        string[] labels = question.Name.ToString().TrimEnd('.').ToLowerInvariant().Split('.');
        int end = Array.IndexOf(labels, ClusterDomains.ServiceLabel);
        string zone = end > 0 ? string.Join('.', labels[(end + 1)..]) : ClusterDomains.Default;
        ServiceSpec? service = end >= 2
            ? network.Services.FirstOrDefault(found => found.Namespace == labels[end - 1] && found.Name == labels[end - 2])
            : null;
        bool exists = service is not null && Records(network, service, labels[..(end - 2)], question.Name, response);
        response.AnswerRecords.RemoveAll(record => record.RecordType != question.RecordType && record.RecordType != RecordType.CName);
        if (question.RecordType != RecordType.Srv)
        {
            response.AdditionalRecords.RemoveAll(record => record.RecordType is RecordType.A or RecordType.Aaaa);
        }

        response.ReturnCode = exists ? ReturnCode.NoError : ReturnCode.NxDomain;
        if (response.AnswerRecords.Count == 0)
        {
            DomainName apex = DomainName.Parse(zone.Length > 0 ? zone : ClusterDomains.Default);
            response.AuthorityRecords.Add(new SoaRecord(
                apex, _negativeSeconds, DomainName.Parse($"ns.dns.{apex}".TrimEnd('.')), DomainName.Parse($"hostmaster.{apex}".TrimEnd('.')), 1, 7200, 1800, 86400, _negativeSeconds));
        }
    }

    /// <summary>Adds the records of a name under a Service; says whether there is such a name.</summary>
    private static bool Records(ClusterNetwork network, ServiceSpec service, string[] below, DomainName name, DnsMessage response)
    {
        if (service.ExternalName is { } external)
        {
            response.AnswerRecords.Add(new CNameRecord(name, SecondsToLive, DomainName.Parse(external)));
            return below.Length == 0;
        }

        if (!service.IsHeadless)
        {
            return OfAddress(network, service, below, name, response);
        }

        Endpoint[] listed = network.Listed(service);
        switch (below)
        {
            case []:
                response.AnswerRecords.AddRange(listed.Select(endpoint => new ARecord(name, SecondsToLive, endpoint.Address)));
                return listed.Length > 0;
            case [string host]:
                Endpoint[] called = [.. listed.Where(endpoint => HostName(service, endpoint) == host)];
                response.AnswerRecords.AddRange(called.Select(endpoint => new ARecord(name, SecondsToLive, endpoint.Address)));
                return called.Length > 0;
            case [['_', .. string portName], ['_', .. string protocol]]
                when service.Ports.FirstOrDefault(port => port.Name == portName && port.Protocol == protocol) is { Name.Length: > 0 } port:
                DomainName parent = name.GetParentName().GetParentName();
                foreach (Endpoint endpoint in listed)
                {
                    if (endpoint.Port(port.Target) is { } number)
                    {
                        DomainName target = DomainName.Parse(HostName(service, endpoint)) + parent;
                        response.AnswerRecords.Add(new SrvRecord(name, SecondsToLive, 0, 100, (ushort)number, target));
                        response.AdditionalRecords.Add(new ARecord(target, SecondsToLive, endpoint.Address));
                    }
                }

                return response.AnswerRecords.Count > 0;
            default:
                return false;
        }
    }

    private static bool OfAddress(ClusterNetwork network, ServiceSpec service, string[] below, DomainName name, DnsMessage response)
    {
        IPAddress address = network.AddressOf(service);
        switch (below)
        {
            case []:
                response.AnswerRecords.Add(new ARecord(name, SecondsToLive, address));
                return true;
            case [['_', .. string portName], ['_', .. string protocol]]
                when service.Ports.FirstOrDefault(port => port.Name == portName && port.Protocol == protocol) is { Name.Length: > 0 } port:
                DomainName target = name.GetParentName().GetParentName();
                response.AnswerRecords.Add(new SrvRecord(name, SecondsToLive, 0, 100, (ushort)port.Number, target));
                response.AdditionalRecords.Add(new ARecord(target, SecondsToLive, address));
                return true;
            default:
                return false;
        }
    }

    /// <summary>A pod has its name under its governing Service alone; elsewhere it has one made of its address.</summary>
    private static string HostName(ServiceSpec service, Endpoint endpoint) =>
        service.Name == endpoint.Subdomain ? endpoint.Pod : endpoint.Address.ToString().Replace('.', '-');
}
