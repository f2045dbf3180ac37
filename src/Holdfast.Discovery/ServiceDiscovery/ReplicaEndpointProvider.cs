using System.Net;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.ServiceDiscovery;

namespace Holdfast.Discovery;

/// <summary>The addresses of replicas, each with its pod's name.</summary>
internal sealed class ReplicaEndpointProvider(PeerDirectory directory, ServicePort? port, int? ordinal) : IServiceEndpointProvider
{
    private readonly object _gate = new();
    private readonly RefreshSchedule _schedule = new(directory.Options);
    private PeerSnapshot? _last;
    private CancellationTokenSource? _refresh;

    public async ValueTask PopulateAsync(IServiceEndpointBuilder endpoints, CancellationToken cancellationToken)
    {
        // Configured addresses win.
        if (endpoints.Endpoints.Count > 0)
        {
            return;
        }

        bool changed = false;
        PeerSnapshot snapshot;
        try
        {
            snapshot = await directory.ResolveAsync(port, cancellationToken).ConfigureAwait(false);
            changed = _last is null || !snapshot.HasSameReplicas(_last);
            _last = snapshot;
        }
        catch (DiscoveryException) when (_last is not null)
        {
            // DNS that does not answer removes no replica.
            snapshot = _last;
        }

        foreach (Peer replica in snapshot.Replicas.Where(replica => ordinal is null || replica.Pod.Ordinal == ordinal))
        {
            foreach (IPAddress address in replica.Addresses)
            {
                ServiceEndpoint endpoint = ServiceEndpoint.Create(new IPEndPoint(address, replica.Port ?? 0));
                endpoint.Features.Set<IHostNameFeature>(new ReplicaHostName(replica.HostName));
                endpoints.Endpoints.Add(endpoint);
            }
        }

        endpoints.AddChangeToken(NextRefresh(_schedule.Next(changed, snapshot.NegativeTime)));
    }

    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _refresh?.Dispose();
            _refresh = null;
        }

        return ValueTask.CompletedTask;
    }

    private CancellationChangeToken NextRefresh(TimeSpan delay)
    {
        lock (_gate)
        {
            _refresh?.Dispose();
            _refresh = new CancellationTokenSource(delay, directory.Time);
            return new CancellationChangeToken(_refresh.Token);
        }
    }

    /// <summary>What the <c>Host</c> header and TLS take: the pod's name, not its address.</summary>
    private sealed record ReplicaHostName(string HostName) : IHostNameFeature;
}
