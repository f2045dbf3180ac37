using System.Net;
using DnsClient;
using DnsClient.Protocol;
using Holdfast.WellKnown;
using Microsoft.Extensions.Logging;

namespace Holdfast.Discovery.Dns;

/// <summary>Asks DNS servers. It remembers nothing: what a watch wants is what the server knows now.</summary>
internal sealed class DnsQueries
{
    /// <summary>What passes through every network in one piece (DNS flag day 2020); what is longer comes by TCP.</summary>
    private const int UdpSize = 1232;

    private readonly DiscoveryOptions _options;
    private readonly DiscoveryMetrics _metrics;
    private readonly ILogger _logger;
    private readonly string _set;

    // Reads the system's servers, so not before it is needed.
    private readonly Lazy<LookupClient> _client;

    private readonly PodIdentity? _self;
    private readonly IPodEnvironment _environment;

    public DnsQueries(DiscoveryOptions options, StatefulSetInfo set, PodIdentity? self, IPodEnvironment environment, DiscoveryMetrics metrics, ILogger logger)
    {
        _options = options;
        _set = set.Name;
        _self = self;
        _environment = environment;
        _metrics = metrics;
        _logger = logger;
        _client = new Lazy<LookupClient>(CreateClient);
    }

    /// <summary>Asks for records of one name, which is taken as absolute.</summary>
    public async Task<DnsAnswer> AskAsync(string name, QueryType type, CancellationToken cancellationToken)
    {
        LookupClient client = Client();
        IDnsQueryResponse response;
        try
        {
            response = await client.QueryAsync(name + ".", type, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The client library wraps a cancellation into its own error.
            cancellationToken.ThrowIfCancellationRequested();
            _metrics.Query(_set, DiscoveryMetrics.Failed);
            throw new DiscoveryException(
                $"No DNS server answered the query for {name} ({type}): {exception.Message} "
                + "Check that the cluster's DNS runs (kubectl -n kube-system get pods -l k8s-app=kube-dns) and that a NetworkPolicy lets this pod reach it.",
                exception);
        }

        if (response.Header.ResponseCode is not (DnsHeaderResponseCode.NoError or DnsHeaderResponseCode.NotExistentDomain))
        {
            _metrics.Query(_set, DiscoveryMetrics.Failed);
            throw new DiscoveryException(
                $"DNS server {response.NameServer} answered the query for {name} ({type}) with {response.Header.ResponseCode}, so it is unknown whether "
                + "the replica exists.");
        }

        bool found = response.Answers.Count > 0;
        TimeSpan? negativeTime = found ? null : NegativeTime(response);
        _metrics.Query(_set, found ? DiscoveryMetrics.Found : DiscoveryMetrics.Missing);
        Log.Answered(_logger, name, type, response.Answers.Count);
        return new DnsAnswer(
            response.Answers,
            response.Additionals,
            response.Header.ResponseCode == DnsHeaderResponseCode.NoError,
            negativeTime);
    }

    /// <summary>RFC 2308: the shorter of the SOA record's own time and the minimum in it.</summary>
    private TimeSpan NegativeTime(IDnsQueryResponse response) =>
        response.Authorities.OfType<SoaRecord>().FirstOrDefault() is { } soa
            ? TimeSpan.FromSeconds(Math.Min((uint)soa.InitialTimeToLive, soa.Minimum))
            : _options.NegativeCacheTime;

    private LookupClient Client()
    {
        // A process that plays a member by itself has no cluster around it, so no DNS server has its names.
        bool alone = _self?.Source is PodIdentitySource.DevelopmentVariable or PodIdentitySource.DevelopmentOption;
        return alone && _options.AbsoluteNames && Servers().Length == 0
            ? throw new DiscoveryException(
                $"This process plays {_self} outside a cluster, so no DNS server knows the replicas of StatefulSet \"{_set}\", and only this one runs. Run all of them "
                + $"in a local cluster (package Holdfast.Local: LocalCluster.StartAsync); or set {nameof(DiscoveryOptions)}.{nameof(DiscoveryOptions.Servers)}, or "
                + $"{PodEnvironmentVariables.LocalDns}, to a DNS server that knows them.")
            : _client.Value;
    }

    /// <summary>The servers to ask; none for the system's.</summary>
    private IPEndPoint[] Servers()
    {
        if (_options.Servers.Count > 0)
        {
            return [.. _options.Servers];
        }

        return _environment.Variable(PodEnvironmentVariables.LocalDns) is not { Length: > 0 } local ? []
            : IPEndPoint.TryParse(local, out IPEndPoint? server) && server.Port > 0 ? [server]
            : throw new DiscoveryException(
                $"{PodEnvironmentVariables.LocalDns} is \"{local}\", which is not an address with a port, so it is not known which DNS server to ask. A local cluster sets it; do "
                + "not set it by hand.");
    }

    private LookupClient CreateClient()
    {
        IPEndPoint[] servers = Servers();
        LookupClientOptions options = servers.Length > 0 ? new LookupClientOptions(servers) : new LookupClientOptions();
        options.UseCache = false;
        options.Timeout = _options.QueryTimeout;
        options.Retries = _options.Retries;
        options.UseTcpFallback = true;
        options.ExtendedDnsBufferSize = UdpSize;
        options.ThrowDnsErrors = false;
        // "No such name" is an answer; the next server is for one that does not answer or fails.
        options.ContinueOnEmptyResponse = false;
        options.UseRandomNameServer = false;
        return new LookupClient(options);
    }
}
