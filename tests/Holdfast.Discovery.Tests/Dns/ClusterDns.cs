using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using ARSoft.Tools.Net;
using ARSoft.Tools.Net.Dns;

namespace Holdfast.Discovery.Tests.Dns;

/// <summary>
/// A DNS server on loopback, by UDP and TCP, with the records that the Kubernetes DNS specification (1.1.0) gives a headless
/// Service: addresses of the Service and of each endpoint with a host name, SRV records of named ports, and a SOA record with
/// what is not there.
/// </summary>
internal sealed class ClusterDns : IDisposable
{
    private readonly ConcurrentDictionary<string, Endpoint> _endpoints = new(StringComparer.Ordinal);
    private readonly string _service;
    private readonly (string Name, int Number)[] _ports;
    private DnsServer? _server;
    private IServerTransport[] _transports = [];

    public ClusterDns(string service = "zookeeper.shop.svc.cluster.local", params (string Name, int Number)[] ports)
    {
        _service = service;
        _ports = ports.Length > 0 ? ports : [("client", 2181)];
        EndPoint = new IPEndPoint(IPAddress.Loopback, 0);
        Start();
    }

    public IPEndPoint EndPoint { get; private set; }

    /// <summary>Whether the Service publishes addresses that are not ready.</summary>
    public bool PublishNotReady { get; set; } = true;

    /// <summary>Seconds that what is not there is remembered; null leaves the SOA record out.</summary>
    public int? NegativeSeconds { get; set; } = 30;

    /// <summary>Whether addresses come along with SRV records.</summary>
    public bool AddsAddresses { get; set; } = true;

    public ReturnCode? Failure { get; set; }

    /// <summary>All that was asked: type, name and protocol.</summary>
    public ConcurrentQueue<string> Queries { get; } = new();

    public ClusterDns With(string pod, params string[] addresses)
    {
        _endpoints[pod] = new Endpoint([.. addresses.Select(IPAddress.Parse)], Ready: true);
        return this;
    }

    public ClusterDns WithNotReady(string pod, params string[] addresses)
    {
        _endpoints[pod] = new Endpoint([.. addresses.Select(IPAddress.Parse)], Ready: false);
        return this;
    }

    public void Remove(string pod) => Assert.True(_endpoints.TryRemove(pod, out _));

    public string[] TakeQueries()
    {
        List<string> taken = [];
        while (Queries.TryDequeue(out string? query))
        {
            taken.Add(query);
        }

        return [.. taken.Order(StringComparer.Ordinal)];
    }

    /// <summary>Starts, the second time on the port of the first.</summary>
    public void Start()
    {
        // A port that is free for both protocols; another process may take it between the two.
        for (int attempt = 0; ; attempt++)
        {
            IPEndPoint endPoint = EndPoint.Port != 0 ? EndPoint : new IPEndPoint(IPAddress.Loopback, FreePort());
            try
            {
                IServerTransport[] transports = [new UdpServerTransport(endPoint), new TcpServerTransport(endPoint)];
                var server = new DnsServer(transports);
                server.QueryReceived += OnQuery;
                server.Start();
                _server = server;
                _transports = transports;
                EndPoint = endPoint;
                return;
            }
            catch (SocketException) when (attempt < 20)
            {
                Thread.Sleep(50);
            }
        }
    }

    public void Stop()
    {
        try
        {
            _server?.Stop();
        }
        catch (AggregateException exception) when (exception.Flatten().InnerExceptions.All(inner => inner is OperationCanceledException))
        {
            // The library throws where it has only just begun to listen. It may then not have come to closing its sockets.
            Array.ForEach(_transports, transport => transport.Close());
        }

        _server = null;
    }

    public void Dispose() => Stop();

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private Task OnQuery(object sender, QueryReceivedEventArgs e)
    {
        var query = (DnsMessage)e.Query;
        DnsQuestion question = query.Questions.Single();
        string name = question.Name.ToString().TrimEnd('.').ToLowerInvariant();
        Queries.Enqueue($"{question.RecordType.ToString().ToUpperInvariant()} {name} {e.TransportProtocol.ToString().ToUpperInvariant()}");

        DnsMessage response = query.CreateResponseInstance();
        response.ReturnCode = Failure ?? ReturnCode.NoError;
        if (Failure is null)
        {
            Answer(response, question, name);
        }

        e.Response = response;
        return Task.CompletedTask;
    }

    private void Answer(DnsMessage response, DnsQuestion question, string name)
    {
        response.IsAuthoritiveAnswer = true;
        Dictionary<string, Endpoint> listed = _endpoints
            .Where(endpoint => endpoint.Value.Ready || PublishNotReady)
            .ToDictionary(endpoint => endpoint.Key, endpoint => endpoint.Value, StringComparer.Ordinal);
        bool exists = false;
        if (name == _service)
        {
            exists = listed.Count > 0;
            response.AnswerRecords.AddRange(listed.Values.SelectMany(endpoint => Addresses(question.Name, endpoint)).Where(OfType));
        }
        else if (name.EndsWith("." + _service, StringComparison.Ordinal) && listed.TryGetValue(name[..^(_service.Length + 1)], out Endpoint? replica))
        {
            exists = true;
            response.AnswerRecords.AddRange(Addresses(question.Name, replica).Where(OfType));
        }
        else if (_ports.FirstOrDefault(port => name == $"_{port.Name}._tcp.{_service}") is { Name: not null } asked && listed.Count > 0)
        {
            exists = true;
            foreach ((string pod, Endpoint endpoint) in listed)
            {
                DomainName target = DomainName.Parse(pod + "." + _service);
                // One for each EndpointSlice, which is one for each family of addresses.
                foreach (AddressFamily _ in endpoint.Addresses.Select(address => address.AddressFamily).Distinct())
                {
                    response.AnswerRecords.Add(new SrvRecord(question.Name, 5, 0, 100, (ushort)asked.Number, target));
                }

                if (AddsAddresses)
                {
                    response.AdditionalRecords.AddRange(Addresses(target, endpoint));
                }
            }

            response.AnswerRecords.RemoveAll(record => !OfType(record));
        }

        response.ReturnCode = exists ? ReturnCode.NoError : ReturnCode.NxDomain;
        if (response.AnswerRecords.Count == 0 && NegativeSeconds is { } seconds)
        {
            DomainName zone = DomainName.Parse("cluster.local");
            response.AuthorityRecords.Add(new SoaRecord(zone, seconds, DomainName.Parse("ns.dns.cluster.local"), DomainName.Parse("hostmaster.cluster.local"), 1, 7200, 1800, 86400, seconds));
        }

        bool OfType(DnsRecordBase record) => record.RecordType == question.RecordType;
    }

    private static IEnumerable<DnsRecordBase> Addresses(DomainName name, Endpoint endpoint) => endpoint.Addresses.Select(address =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? (DnsRecordBase)new AaaaRecord(name, 5, address) : new ARecord(name, 5, address));

    private sealed record Endpoint(IReadOnlyList<IPAddress> Addresses, bool Ready);
}
