using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Holdfast.Local.Manifests;
using Holdfast.Local.Network;
using Holdfast.Local.Processes;
using Holdfast.WellKnown;

namespace Holdfast.Local;

/// <summary>
/// A cluster on this machine: each member of each application is a process, started with what the manifest gives it, in the order of the
/// StatefulSet controller. Disposing of it ends all of them.
/// </summary>
/// <example>
/// <code>await using LocalCluster cluster = await LocalCluster.StartAsync&lt;Orders&gt;();</code>
/// </example>
public sealed class LocalCluster : IAsyncDisposable
{
    private const int DnsPort = 10053;

    /// <summary>Who listens on it has the block of addresses; the DNS library binds its own too late for that.</summary>
    private const int LockPort = 10052;

    private readonly LocalClusterOptions _options;
    private readonly Stack<Func<ValueTask>> _ends = new();
    private readonly ConcurrentDictionary<string, ClusterDns> _dns = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Key, int Port), Relay> _relays = [];
    private readonly object _gate = new();
    private volatile ImmutableHashSet<string> _cutOff = ImmutableHashSet.Create<string>(StringComparer.Ordinal);
    private volatile TaskCompletionSource _cutOffChanged = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ClusterNetwork? _network;
    private PodContext? _context;
    private ClusterDns? _server;

    private LocalCluster(LocalClusterOptions options) => _options = options;

    /// <summary>The StatefulSets of stateful applications, in the order in which they were given.</summary>
    public IReadOnlyList<LocalSet> Sets { get; private set; } = [];

    /// <summary>The Deployments of stateless applications, in the order in which they were given.</summary>
    public IReadOnlyList<LocalDeployment> Deployments { get; private set; } = [];

    /// <summary>
    /// The cluster's DNS server. Members have it in the variable <c>HOLDFAST_DNS</c>; another process that is a client of the cluster may be given it,
    /// too, or <c>DiscoveryOptions.Servers</c>.
    /// </summary>
    public IPEndPoint DnsServer => _server!.EndPoint;

    /// <summary>The folder with the claims.</summary>
    public string Directory { get; private set; } = "";

    /// <summary>The set of an application.</summary>
    /// <param name="name">The set's name.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentException">No application has that name.</exception>
    public LocalSet this[string name] => Sets.FirstOrDefault(set => set.Name == name)
        ?? throw NotFound("StatefulSet", name, Sets, nameof(name));

    /// <summary>The Deployment of a stateless application.</summary>
    /// <param name="name">The Deployment's name.</param>
    /// <returns>The Deployment.</returns>
    /// <exception cref="ArgumentException">No stateless application has that name.</exception>
    public LocalDeployment Deployment(string name) => Deployments.FirstOrDefault(deployment => deployment.Name == name)
        ?? throw NotFound("Deployment", name, Deployments, nameof(name));

    /// <summary>Starts one application, and waits until all members are Ready.</summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <param name="command">What runs in place of its container; left out, the program whose project declares it.</param>
    /// <param name="options">Where and how it runs; left out, in a temporary folder.</param>
    /// <param name="cancellationToken">Ends the start; what has been started is ended.</param>
    /// <returns>The cluster.</returns>
    /// <exception cref="LocalClusterException">
    /// It cannot be started, a member ends again and again (<see cref="LocalClusterOptions.MaxFailedStarts"/>), or it is not ready in time; the message names the
    /// member, with what happened and what it wrote last. Nothing is left behind.
    /// </exception>
    public static Task<LocalCluster> StartAsync<TApp>(
        LocalCommand? command = null, LocalClusterOptions? options = null, CancellationToken cancellationToken = default)
        where TApp : IStatefulApp => StartAsync([LocalApp.Of<TApp>(command)], options, cancellationToken);

    /// <summary>Starts applications, and waits until all members of all are Ready.</summary>
    /// <param name="apps">The applications.</param>
    /// <param name="options">Where and how they run; left out, in a temporary folder.</param>
    /// <param name="cancellationToken">Ends the start; what has been started is ended.</param>
    /// <returns>The cluster.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="apps"/> is null.</exception>
    /// <exception cref="LocalClusterException">
    /// They cannot be started, a member ends again and again (<see cref="LocalClusterOptions.MaxFailedStarts"/>), or they are not ready in time; the message names the
    /// member, with what happened and what it wrote last. Nothing is left behind.
    /// </exception>
    public static async Task<LocalCluster> StartAsync(
        IReadOnlyList<LocalApp> apps, LocalClusterOptions? options = null, CancellationToken cancellationToken = default)
    {
        LocalCluster cluster = await BeginAsync(apps, options, cancellationToken).ConfigureAwait(false);
        try
        {
            await cluster.WaitUntilReadyAsync(cancellationToken).ConfigureAwait(false);
            return cluster;
        }
        catch
        {
            await cluster.GiveUpAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Starts applications, and waits for nothing but the Jobs that they start after.</summary>
    /// <param name="apps">The applications.</param>
    /// <param name="options">Where and how they run; left out, in a temporary folder.</param>
    /// <returns>The cluster.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="apps"/> is null.</exception>
    /// <exception cref="LocalClusterException">They cannot be run here, or a Job that one starts after fails; nothing is left behind.</exception>
    public static Task<LocalCluster> BeginAsync(IReadOnlyList<LocalApp> apps, LocalClusterOptions? options = null) =>
        BeginAsync(apps, options, CancellationToken.None);

    private static async Task<LocalCluster> BeginAsync(IReadOnlyList<LocalApp> apps, LocalClusterOptions? options, CancellationToken cancellationToken)
    {
        LocalCluster cluster = await OpenAsync(apps, options).ConfigureAwait(false);
        try
        {
            await cluster.BeginWorkloadsAsync(cancellationToken).ConfigureAwait(false);
            return cluster;
        }
        catch
        {
            await cluster.GiveUpAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Gives all members of all applications their addresses, and starts none of them.</summary>
    internal static async Task<LocalCluster> OpenAsync(IReadOnlyList<LocalApp> apps, LocalClusterOptions? options)
    {
        ArgumentNullException.ThrowIfNull(apps);
        options ??= new LocalClusterOptions();
        Check(apps, options);
        var cluster = new LocalCluster(options);
        try
        {
            cluster.Open(apps);
            return cluster;
        }
        catch
        {
            await cluster.GiveUpAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends what has been started of a cluster that cannot be. Why it cannot is what the caller has to know, so nothing else is thrown.</summary>
    private async Task GiveUpAsync()
    {
        try
        {
            await DisposeAsync().ConfigureAwait(false);
        }
        catch (LocalClusterException exception)
        {
            _context?.Say(exception.Message);
        }
    }

    /// <summary>The set of an application.</summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentException">The cluster does not run it.</exception>
    public LocalSet Of<TApp>()
        where TApp : IStatefulApp => this[TApp.StatefulSet.Name];

    /// <summary>The Deployment of a stateless application.</summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <returns>The Deployment.</returns>
    /// <exception cref="ArgumentException">The cluster does not run it.</exception>
    public LocalDeployment OfStateless<TApp>()
        where TApp : IStatelessApp => Deployment(TApp.Deployment.Name);

    /// <summary>Where a name of the cluster leads on this machine: a member's, or a Service's that has an address.</summary>
    /// <param name="host">The name, as short or long as a pod in the cluster's namespace may say it: <c>orders-1.orders</c>, <c>orders-client</c>.</param>
    /// <param name="port">The port's declared number.</param>
    /// <returns>The address and the port's number here; <see langword="null"/> where the cluster has no such name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="host"/> is null.</exception>
    public IPEndPoint? Find(string host, int port)
    {
        ArgumentNullException.ThrowIfNull(host);
        return HostNames.Find(_network!, _options.Namespace, host.TrimEnd('.').ToLowerInvariant()) is { } found
            ? new IPEndPoint(IPAddress.Parse(found.Address), found.PortOf(port))
            : null;
    }

    /// <summary>The variables that a process outside of the cluster needs to find its members.</summary>
    internal IEnumerable<KeyValuePair<string, string>> ClientVariables() =>
    [
        new(PodEnvironmentVariables.LocalDns, DnsServer.ToString()),
        new(PodEnvironmentVariables.LocalMembers, PodStart.MembersText(Endpoints())),
    ];

    /// <summary>A text with addresses in place of the cluster's names.</summary>
    internal string WithAddresses(string text) => LocalText.WithAddresses(text, host => HostNames.Find(_network!, _options.Namespace, host));

    /// <summary>Waits until all replicas of all applications are Ready, and nothing is left to do.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when they are.</returns>
    /// <exception cref="LocalClusterException">
    /// They are not within <see cref="LocalClusterOptions.ReadyTimeout"/>, or, before that, one cannot be started or ends by itself
    /// <see cref="LocalClusterOptions.MaxFailedStarts"/> times; the message says which, with what happened and what it wrote last.
    /// </exception>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken = default)
    {
        using var one = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await AllAsync(Workloads.Select(workload => workload.WaitUntilReadyAsync(one.Token)), one).ConfigureAwait(false);
    }

    /// <summary>Waits for all. The first that fails says why; the others need not wait for their time-out.</summary>
    private static async Task AllAsync(IEnumerable<Task> waits, CancellationTokenSource one)
    {
        List<Task> left = [.. waits];
        while (left.Count > 0)
        {
            Task ended = await Task.WhenAny(left).ConfigureAwait(false);
            left.Remove(ended);
            if (!ended.IsCompletedSuccessfully)
            {
                await one.CancelAsync().ConfigureAwait(false);
                await Task.WhenAll(left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await ended.ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Ends all members at once, each within its grace period, as when the machine goes down. Claims stay in a folder that was given; a temporary one is deleted.
    /// </summary>
    /// <returns>Completes when nothing is left.</returns>
    public async ValueTask DisposeAsync()
    {
        List<Exception> failures = [];
        while (_ends.TryPop(out Func<ValueTask>? end))
        {
            try
            {
                await end().ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                // The rest is ended all the same.
                failures.Add(exception);
            }
        }

        if (failures.Count > 0)
        {
            throw new LocalClusterException($"The local cluster could not be ended as it should: {failures[0].Message}", failures[0]);
        }
    }

    private IReadOnlyList<LocalWorkload> Workloads { get; set; } = [];

    /// <summary>Begins each application once the Jobs that it starts after have succeeded. A Job runs once, whatever number of applications wait for it.</summary>
    private async Task BeginWorkloadsAsync(CancellationToken cancellationToken)
    {
        using var one = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // What cannot be run is said before anything runs.
        (LocalWorkload Workload, LocalApp[] Jobs)[] planned = [.. Workloads.Select(workload => (workload, workload.App.JobsToRun().Select(job => job.In(_options.Namespace)).ToArray()))];
        Dictionary<string, Task> jobs = planned
            .SelectMany(plan => plan.Jobs)
            .DistinctBy(KeyOf)
            .ToDictionary(KeyOf, job => Task.Run(() => RunAsync(job, one.Token), CancellationToken.None), StringComparer.Ordinal);
        await AllAsync([.. jobs.Values, .. planned.Select(plan => BeginAsync(plan.Workload, plan.Jobs.Select(job => jobs[KeyOf(job)])))], one).ConfigureAwait(false);

        static string KeyOf(LocalApp job) => $"{job.Workload.Namespace}/{job.Workload.Name}";

        static async Task BeginAsync(LocalWorkload workload, IEnumerable<Task> jobs)
        {
            await Task.WhenAll(jobs).ConfigureAwait(false);
            await workload.BeginAsync().ConfigureAwait(false);
        }
    }

    private async Task RunAsync(LocalApp job, CancellationToken cancellationToken)
    {
        string pod = $"{job.Workload.Name}-{LocalDeployment.RandomName(5)}";
        string key = $"{job.Workload.Namespace}/{pod}";
        IPAddress address = _network!.Block.Of(key);
        var endpoint = new Endpoint(job.Workload.Namespace!, pod, "")
        {
            Address = address,
            Listens = address,
            Labels = job.Spec.Labels,
            Ports = [.. job.Spec.Containers[0].Ports.Select(port => (port.Name, port.Number, port.Number))],
        };
        try
        {
            await new LocalJob(job, _context!, endpoint).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Forget(key);
        }
    }

    /// <summary>Whether a pod is on its way for which one that ends again and again may be waiting.</summary>
    internal bool IsStarting => Workloads.Any(workload => workload.IsStarting);

    internal bool IsCutOff(string key) => _cutOff.Contains(key);

    /// <summary>Where a pod listens: on its address, or behind a relay that can be held.</summary>
    internal IPAddress ListensOn(string key) => _network!.Block.Of(_options.CanCutOff ? Behind(key) : key);

    /// <summary>Opens the relays of a member that can be cut off, if they are not open.</summary>
    internal void Relay(Endpoint endpoint)
    {
        if (!_options.CanCutOff)
        {
            return;
        }

        lock (_gate)
        {
            foreach ((_, _, int port) in endpoint.Ports.Where(port => !_relays.ContainsKey((endpoint.Key, port.Actual))).ToArray())
            {
                var target = new IPEndPoint(endpoint.Listens, port);
                try
                {
                    _relays[(endpoint.Key, port)] = new Relay(new IPEndPoint(endpoint.Address, port), () => target, socket => Gate(socket, endpoint.Key));
                }
                catch (SocketException exception)
                {
                    throw new LocalClusterException(
                        $"Port {port} of {endpoint.Pod} is taken at {endpoint.Address}: something else listens on this port of all addresses ({exception.Message}). End it "
                        + $"(Linux: ss -ltnp 'sport = :{port}').",
                        exception);
                }
            }
        }
    }

    /// <summary>A pod is gone whose name does not come back: its relays, its DNS server and its addresses go, too.</summary>
    internal void Forget(string key)
    {
        Relay[] relays;
        lock (_gate)
        {
            (string Key, int Port)[] gone = [.. _relays.Keys.Where(relay => relay.Key == key)];
            relays = [.. gone.Select(relay => _relays[relay])];
            Array.ForEach(gone, relay => _relays.Remove(relay));
            _cutOff = _cutOff.Remove(key);
        }

        _ = Task.Run(async () =>
        {
            await Task.WhenAll(relays.Select(relay => relay.DisposeAsync().AsTask())).ConfigureAwait(false);
            if (_dns.TryRemove(key, out ClusterDns? dns))
            {
                dns.Dispose();
            }

            _network!.Block.Release(key);
            _network.Block.Release(Behind(key));
            _network.Block.Release(DnsOf(key));
        });
    }

    internal void CutOff(string key, bool isCutOff)
    {
        if (!_options.CanCutOff)
        {
            throw new InvalidOperationException(
                $"{key.Split('/')[1]} cannot be cut off: members of this cluster reach each other directly. Start it with {nameof(LocalClusterOptions)}.{nameof(LocalClusterOptions.CanCutOff)} = true.");
        }

        lock (_gate)
        {
            _cutOff = isCutOff ? _cutOff.Add(key) : _cutOff.Remove(key);
            TaskCompletionSource changed = _cutOffChanged;
            _cutOffChanged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            changed.TrySetResult();
        }

        if (_dns.TryGetValue(key, out ClusterDns? dns))
        {
            dns.IsSilent = isCutOff;
        }

        _network!.Change(key, endpoint => endpoint with { IsCutOff = isCutOff });
    }

    private static void Check(IReadOnlyList<LocalApp> apps, LocalClusterOptions options)
    {
        if (apps.Count == 0)
        {
            throw new ArgumentException("There is no application to run.", nameof(apps));
        }

        if (!KubernetesNames.IsDnsLabel(options.Namespace))
        {
            throw new LocalClusterException(
                $"{nameof(LocalClusterOptions)}.{nameof(LocalClusterOptions.Namespace)} is \"{options.Namespace}\", which can be no namespace. Use small letters, digits and dashes.");
        }

        if (apps.GroupBy(app => $"{app.Workload.Kind} \"{app.In(options.Namespace).Workload.Namespace}/{app.Workload.Name}\"", StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new LocalClusterException($"Two applications are {twice.Key}, which can be there only once. Give one of them another name or namespace.");
        }

        if (options.CanCutOff && !options.OwnAddresses)
        {
            throw new LocalClusterException(
                $"Members can be cut off from each other only where each has a separate address: set {nameof(LocalClusterOptions.OwnAddresses)}, or leave {nameof(LocalClusterOptions.CanCutOff)} out.");
        }

        if (Environment.GetEnvironmentVariable(OrphanGuard.Variable) is not null
            && Assembly.GetEntryAssembly()?.Location is { Length: > 0 } self
            && apps.FirstOrDefault(app => app.Command.Arguments.Contains(self)) is { } again)
        {
            throw new LocalClusterException(
                $"This process is a replica of a local cluster, and it starts a local cluster of itself for {again.Workload.Kind} \"{again.Workload.Name}\", whose replicas would do the "
                + "same without end. Start the cluster from another program, such as a test, or from this one only with an argument that replicas do not get.");
        }

        foreach (LocalApp app in apps)
        {
            foreach (ContainerSpec container in app.Spec.AllContainers)
            {
                app.CommandOf(container);
            }
        }
    }

    private void Open(IReadOnlyList<LocalApp> apps)
    {
        TakeFolder();
        LoopbackBlock block = LoopbackBlock.Take(_options.OwnAddresses, address =>
        {
            Socket? held = _options.OwnAddresses ? Listen(new IPEndPoint(address, LockPort)) : null;
            var endPoint = new IPEndPoint(address, _options.OwnAddresses ? DnsPort : FreePort(address));
            try
            {
                _server = new ClusterDns(endPoint, () => _network, _options.NegativeCacheSeconds);
                Later(() => held?.Dispose());
            }
            catch
            {
                held?.Dispose();
                throw;
            }
        });
        ClusterDns server = _server!;
        Later(server.Dispose);
        var network = new ClusterNetwork(block, _options.Namespace);
        network.Add(apps.SelectMany(app => app.Spec.Services.Select(service => service with { Namespace = service.Namespace ?? app.In(_options.Namespace).Workload.Namespace })));
        network.MemberOf = (service, pod) => Sets
            .Where(set => set.Set.Namespace == service.Namespace && set.Set.ServiceName == service.Name && KubernetesNames.TryParsePod(pod, set.Name, out _))
            .Select(set => KubernetesNames.TryParsePod(pod, set.Name, out int ordinal) ? set.EndpointOf(ordinal) : null)
            .FirstOrDefault();
        var guard = new OrphanGuard(_options.Directory is null ? Directory : null);
        Later(guard.Dispose);
        var context = new PodContext(_options, guard, new Volumes(Directory), network)
        {
            DnsOf = _options.CanCutOff ? OwnDns : _ => server.EndPoint,
            Members = Endpoints,
        };
        if (_options.CanCutOff)
        {
            _ends.Push(EndRelaysAsync);
        }

        _network = network;
        _context = context;
        foreach (ServiceSpec service in network.Services.Where(service => !service.IsHeadless && service.ExternalName is null))
        {
            OpenService(network, service);
        }

        Workloads = [.. apps.Select(app => app.In(_options.Namespace)).Select(app => app.Workload is DeploymentInfo
            ? (LocalWorkload)new LocalDeployment(this, context, app)
            : new LocalSet(this, context, app))];
        Sets = [.. Workloads.OfType<LocalSet>()];
        Deployments = [.. Workloads.OfType<LocalDeployment>()];
        _ends.Push(async () => await Task.WhenAll(Workloads.Select(workload => workload.EndAsync())).ConfigureAwait(false));
    }

    private void TakeFolder()
    {
        if (_options.Directory is null)
        {
            Directory = System.IO.Directory.CreateTempSubdirectory("holdfast-").FullName;
            Later(() =>
            {
                // Where there is a guard, it has done so.
                if (System.IO.Directory.Exists(Directory))
                {
                    System.IO.Directory.Delete(Directory, recursive: true);
                }
            });
            return;
        }

        Directory = Path.GetFullPath(_options.Directory);
        string path = Path.Combine(Directory, ".lock");
        try
        {
            System.IO.Directory.CreateDirectory(Directory);
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            Later(file.Dispose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LocalClusterException(
                $"The folder {Directory} cannot be used: {exception.Message} Either another local cluster runs in it, whose members have these claims, or this user has no rights on it. "
                + $"End the other one, or set {nameof(LocalClusterOptions)}.{nameof(LocalClusterOptions.Directory)} to another folder.",
                exception);
        }
    }

    /// <summary>What kube-proxy does: a Service's address leads to any pod that is ready.</summary>
    private void OpenService(ClusterNetwork network, ServiceSpec service)
    {
        IPAddress address = network.AddressOf(service);
        foreach (ServicePortSpec port in service.Ports.Where(port => port.Protocol == "tcp"))
        {
            int number = network.Block.HasMany ? port.Number : FreePort(address);
            network.SetServicePort(service, port.Number, number);
            try
            {
                var relay = new Relay(new IPEndPoint(address, number), () => Backend(network, service, port), socket => Gate(socket, target: null));
                _ends.Push(relay.DisposeAsync);
            }
            catch (SocketException exception)
            {
                throw new LocalClusterException(
                    $"Port {port.Number} of Service \"{service.Name}\" is taken at {address}: something else listens on this port of all addresses ({exception.Message}). End it "
                    + $"(Linux: ss -ltnp 'sport = :{port.Number}').",
                    exception);
            }
        }
    }

    private static IPEndPoint? Backend(ClusterNetwork network, ServiceSpec service, ServicePortSpec port)
    {
        Endpoint[] ready = [.. network.Endpoints.Where(endpoint =>
            endpoint.Namespace == service.Namespace && endpoint.IsReady && !endpoint.IsCutOff && service.Selects(endpoint.Labels))];
        return ready.Length > 0 && ready[Random.Shared.Next(ready.Length)] is var chosen && chosen.Port(port.Target) is { } number
            ? new IPEndPoint(chosen.Listens, number)
            : null;
    }

    private IEnumerable<Endpoint> Endpoints() => Sets.SelectMany(set => set.Set.Pods.Select(pod => set.EndpointOf(pod.Ordinal)));

    private IPEndPoint OwnDns(string key) => _dns.GetOrAdd(
        key,
        pod =>
        {
            var dns = new ClusterDns(
                new IPEndPoint(_network!.Block.Of(DnsOf(pod)), DnsPort), () => _network, _options.NegativeCacheSeconds, isReserved: true)
            { IsSilent = IsCutOff(pod) };
            return dns;
        }).EndPoint;

    /// <summary>Waits while a connection may not pass: who has opened it is cut off, or whom it leads to, and who has opened it is a member.</summary>
    private Func<CancellationToken, Task> Gate(Socket accepted, string? target)
    {
        if (!_options.CanCutOff)
        {
            return static _ => Task.CompletedTask;
        }

        // Who it is costs a look at all connections, so it is asked for only once a member is cut off.
        var client = (IPEndPoint)accepted.RemoteEndPoint!;
        var server = (IPEndPoint)accepted.LocalEndPoint!;
        var source = new Lazy<string?>(() => OwnerOf(client, server));
        return token => _cutOff.IsEmpty || source.Value is not { } known ? Task.CompletedTask : PassAsync(known, target, token);
    }

    private async Task PassAsync(string source, string? target, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed = _cutOffChanged.Task;
            ImmutableHashSet<string> cutOff = _cutOff;
            if (source == target || !(cutOff.Contains(source) || (target is not null && cutOff.Contains(target))))
            {
                return;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The member that has opened a connection; null where it is none. Only Linux says who it is, elsewhere it may be any.</summary>
    private string? OwnerOf(IPEndPoint client, IPEndPoint server)
    {
        if (!OperatingSystem.IsLinux())
        {
            return "";
        }

        Dictionary<int, string> processes = Workloads.SelectMany(workload => workload.Processes()).DistinctBy(process => process.Id).ToDictionary(process => process.Id, process => process.Key);
        return SocketOwner.Find(client, server, processes.Keys) is { } id ? processes[id] : null;
    }

    private async ValueTask EndRelaysAsync()
    {
        Relay[] relays;
        lock (_gate)
        {
            relays = [.. _relays.Values];
            _relays.Clear();
        }

        await Task.WhenAll(relays.Select(relay => relay.DisposeAsync().AsTask())).ConfigureAwait(false);
        foreach (ClusterDns dns in _dns.Values)
        {
            dns.Dispose();
        }
    }

    private void Later(Action end) => _ends.Push(() =>
    {
        end();
        return ValueTask.CompletedTask;
    });

    private static string Behind(string key) => $"behind {key}";

    private static string DnsOf(string key) => $"dns of {key}";

    private static ArgumentException NotFound(string kind, string name, IEnumerable<LocalWorkload> there, string parameter) =>
        new($"No {kind} of this cluster is called \"{name}\"; it has {(there.Any() ? string.Join(", ", there) : "none")}.", parameter);

    private static Socket Listen(IPEndPoint endPoint)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(endPoint);
            socket.Listen();
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static int FreePort(IPAddress address)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(address, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
