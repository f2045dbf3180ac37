using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using Holdfast.Discovery.Dns;
using Holdfast.WellKnown;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Holdfast.Discovery;

/// <summary>Finds the replicas of a StatefulSet in DNS. <c>AddHoldfast</c> makes one; this makes one without a host.</summary>
public class PeerDirectory : IPeerDirectory
{
    /// <summary>The most queries by name that are under way at once.</summary>
    private const int ParallelQueries = 8;

    private readonly StatefulSetInfo _declared;
    private readonly DiscoveryMetrics _metrics;
    private readonly ILogger _logger;
    private readonly AddressLookup _addresses;
    private readonly SrvLookup _srv;
    private readonly Lazy<StatefulSetInfo> _set;
    private volatile PeerSnapshot? _latest;

    internal PeerDirectory(
        StatefulSetInfo declared,
        PodIdentity? self,
        DiscoveryOptions options,
        IPodEnvironment environment,
        TimeProvider time,
        DiscoveryMetrics metrics,
        ILogger logger)
    {
        _declared = declared;
        _metrics = metrics;
        _logger = logger;
        Self = self;
        Options = options;
        Time = time;
        _set = new Lazy<StatefulSetInfo>(() => SetLocation.Locate(declared, self, options, environment));
        var queries = new DnsQueries(options, declared, self, environment, metrics, logger);
        var candidates = new NameCandidates(options, environment);
        _addresses = new AddressLookup(queries, candidates, options);
        _srv = new SrvLookup(queries, candidates, _addresses, options);
    }

    /// <inheritdoc/>
    public StatefulSetInfo Set => _set.Value;

    /// <inheritdoc/>
    public PodIdentity? Self { get; }

    /// <inheritdoc/>
    public PeerSnapshot? Latest => _latest;

    /// <summary>The set, or null where its absolute names cannot be known.</summary>
    internal StatefulSetInfo? LocatedSet
    {
        get
        {
            try
            {
                return Set;
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }
    }

    internal DiscoveryOptions Options { get; }

    internal TimeProvider Time { get; }

    /// <summary>A directory without a host.</summary>
    /// <param name="set">The set, as declared.</param>
    /// <param name="self">Which replica this process is; <see langword="null"/> when it is none.</param>
    /// <param name="options">How replicas are looked up; left out, as fits a pod in a cluster.</param>
    /// <param name="timeProvider">The clock; left out, the system's.</param>
    /// <param name="logger">Where to log; left out, nowhere.</param>
    /// <returns>The directory.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="self"/> is a replica of another set, or <paramref name="options"/> contradict themselves.
    /// </exception>
    public static IPeerDirectory Create(
        StatefulSetInfo set,
        PodIdentity? self = null,
        DiscoveryOptions? options = null,
        TimeProvider? timeProvider = null,
        ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (self is not null && self.Set.Name != set.Name)
        {
            throw new ArgumentException($"\"{self}\" is not a replica of StatefulSet \"{set.Name}\".", nameof(self));
        }

        options ??= new DiscoveryOptions();
        string[] problems = [.. DiscoveryOptionsCheck.Problems(options)];
        return problems.Length == 0
            ? new PeerDirectory(
                set, self, options, ProcessEnvironment.Instance, timeProvider ?? TimeProvider.System, new DiscoveryMetrics(null), logger ?? NullLogger.Instance)
            : throw new ArgumentException(string.Join(' ', problems), nameof(options));
    }

    /// <inheritdoc/>
    public IReadOnlyList<DnsEndPoint> Seeds(ServicePort port, bool includeSelf = false)
    {
        ArgumentNullException.ThrowIfNull(port);
        RequireOwn(port);
        return [.. Set.Pods.Where(pod => includeSelf || !IsSelf(pod)).Select(pod => new DnsEndPoint(pod.HostName, port.Number))];
    }

    /// <inheritdoc/>
    public async Task<PeerSnapshot> ResolveAsync(ServicePort? port = null, CancellationToken cancellationToken = default)
    {
        if (port is not null)
        {
            RequireOwn(port);
        }

        StatefulSetInfo set = Set;
        string method = port is null ? "name" : "srv";
        using Activity? activity = DiscoveryMetrics.Activities.StartActivity("holdfast.resolve", ActivityKind.Client);
        activity?.SetTag(DiscoveryMetrics.SetTag, set.Name).SetTag(DiscoveryMetrics.MethodTag, method);
        long start = Time.GetTimestamp();
        try
        {
            PeerSnapshot snapshot = port is null
                ? await ByNameAsync(set, cancellationToken).ConfigureAwait(false)
                : await BySrvAsync(set, port, cancellationToken).ConfigureAwait(false);
            string outcome = snapshot.Missing.Count == 0 ? DiscoveryMetrics.Found : DiscoveryMetrics.Incomplete;
            _metrics.Lookup(set.Name, method, outcome, Time.GetElapsedTime(start));
            _metrics.Replicas(set.Name, snapshot.Replicas.Count);
            activity?.SetTag(DiscoveryMetrics.OutcomeTag, outcome).SetTag("holdfast.replicas", snapshot.Replicas.Count);
            _latest = snapshot;
            return snapshot;
        }
        catch (DiscoveryException exception)
        {
            _metrics.Lookup(set.Name, method, DiscoveryMetrics.Failed, Time.GetElapsedTime(start));
            activity?.SetTag(DiscoveryMetrics.OutcomeTag, DiscoveryMetrics.Failed).SetStatus(ActivityStatusCode.Error, exception.Message);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<PeerSnapshot> WaitForAsync(int replicas, ServicePort? port = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(replicas);
        if (port is null && replicas > Set.Replicas)
        {
            throw new ArgumentOutOfRangeException(
                nameof(replicas),
                replicas,
                $"StatefulSet \"{Set.Name}\" is declared with {Set.Replicas} replicas, and only those are looked up by name, so the wait would never end. "
                + "Wait for fewer, or look them up by SRV: give a port.");
        }

        var schedule = new RefreshSchedule(Options);
        PeerSnapshot? before = null;
        while (true)
        {
            PeerSnapshot? now = await TryResolveAsync(port, schedule, cancellationToken).ConfigureAwait(false);
            if (now?.Replicas.Count >= replicas)
            {
                return now;
            }

            if (now is not null)
            {
                TimeSpan delay = schedule.Next(before is null || !now.HasSameReplicas(before), now.NegativeTime);
                Log.Waiting(_logger, replicas, Set.Name, now.Replicas.Count, delay);
                before = now;
                await Task.Delay(delay, Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PeerChange> WatchAsync(
        ServicePort? port = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var schedule = new RefreshSchedule(Options);
        PeerSnapshot? before = null;
        while (true)
        {
            PeerSnapshot? now = await TryResolveAsync(port, schedule, cancellationToken).ConfigureAwait(false);
            if (now is null)
            {
                continue;
            }

            bool changed = before is null || !now.HasSameReplicas(before);
            if (changed)
            {
                var change = new PeerChange(before, now);
                Log.Changed(_logger, Set.Name, now.ToString(), string.Join(", ", now.Missing));
                _metrics.Change(Set.Name);
                yield return change;
            }

            before = now;
            await Task.Delay(schedule.Next(changed, now.NegativeTime), Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A look-up, or null once DNS has failed and the wait for the next attempt is over.</summary>
    private async Task<PeerSnapshot?> TryResolveAsync(ServicePort? port, RefreshSchedule schedule, CancellationToken cancellationToken)
    {
        try
        {
            return await ResolveAsync(port, cancellationToken).ConfigureAwait(false);
        }
        catch (DiscoveryException exception)
        {
            TimeSpan delay = schedule.Next(changed: false, negativeTime: null);
            Log.LookupFailed(_logger, exception, Set.Name, delay);
            await Task.Delay(delay, Time, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    private async Task<PeerSnapshot> ByNameAsync(StatefulSetInfo set, CancellationToken cancellationToken)
    {
        PodSet pods = set.Pods;
        var found = new ReplicaAddresses[pods.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, pods.Count),
            new ParallelOptions { MaxDegreeOfParallelism = ParallelQueries, CancellationToken = cancellationToken },
            async (index, token) => found[index] = await _addresses.FindAsync(pods[index].HostName, token).ConfigureAwait(false)).ConfigureAwait(false);

        TimeSpan? negativeTime = found.Aggregate((TimeSpan?)null, (longest, replica) => AddressLookup.Longer(longest, replica.NegativeTime));
        IEnumerable<Peer> replicas = pods
            .Zip(found)
            .Where(replica => replica.Second.Addresses.Count > 0)
            .Select(replica => new Peer(replica.First, replica.Second.Name, replica.Second.Addresses, port: null, IsSelf(replica.First)));
        return new PeerSnapshot(set, port: null, replicas, Time.GetUtcNow(), negativeTime);
    }

    private async Task<PeerSnapshot> BySrvAsync(StatefulSetInfo set, ServicePort port, CancellationToken cancellationToken)
    {
        ServicePort located = set.Namespace is null ? port : port.In(set.Namespace, set.ClusterDomain);
        (IReadOnlyList<SrvTarget> targets, TimeSpan? negativeTime) = await _srv.FindAsync(located.SrvName, cancellationToken).ConfigureAwait(false);
        List<Peer> replicas = [];
        foreach (SrvTarget target in targets)
        {
            if (ReplicaCalled(set, target.HostName) is { } pod)
            {
                replicas.Add(new Peer(pod, target.HostName, target.Addresses, target.Port, IsSelf(pod)));
            }
            else
            {
                Log.Foreign(_logger, target.HostName, set.Name);
            }
        }

        return new PeerSnapshot(set, port, replicas, Time.GetUtcNow(), negativeTime);
    }

    /// <summary>
    /// The replica with a DNS name. The set may have been scaled up, so it may be beyond the declared ones; a pod whose name is
    /// not a replica's belongs to something else that the Service's selector matches too.
    /// </summary>
    private static Pod? ReplicaCalled(StatefulSetInfo set, string hostName) =>
        KubernetesNames.TryParsePod(hostName.Split('.')[0], set.Name, out int ordinal) && ordinal >= set.OrdinalStart
            ? set.WithReplicas(Math.Max(set.Replicas, ordinal - set.OrdinalStart + 1)).Pods.WithOrdinal(ordinal)
            : null;

    private bool IsSelf(Pod pod) => Self?.Ordinal == pod.Ordinal;

    private void RequireOwn(ServicePort port)
    {
        if (port.Workload is not StatefulSetInfo set || set.Name != _declared.Name || set.ServiceName != _declared.ServiceName)
        {
            throw new ArgumentException(
                $"Port \"{port.Name}\" belongs to \"{port.Workload.Name}\", but this directory looks up the replicas of StatefulSet \"{_declared.Name}\". "
                + "Take the port from the same application.",
                nameof(port));
        }
    }
}
