using System.Reflection;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Holdfast.Local;
using Holdfast.Local.Manifests;
using Holdfast.Local.Processes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Holdfast.Aspire;

/// <summary>
/// The one local cluster of an Aspire application. It is opened before anything starts, so that all addresses are known; each set begins once what it
/// waits for is ready; and it ends with the application.
/// </summary>
internal sealed class LocalClusterHost : IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>What the AppHost's process has for itself and its dashboard. Where ASP.NET Core listens is not among it: no replica inherits that.</summary>
    private static readonly string[] OwnVariables =
    [
        "DOTNET_LAUNCH_PROFILE", "DOTNET_RESOURCE_SERVICE_ENDPOINT_URL", "DOTNET_DASHBOARD_OTLP_ENDPOINT_URL", "DOTNET_DASHBOARD_OTLP_HTTP_ENDPOINT_URL",
        .. Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("ASPIRE_", StringComparison.Ordinal)),
    ];

    private static readonly string[] EnvironmentVariables = ["DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT"];

    private readonly List<StatefulAppResource> _resources = [];
    private readonly CancellationTokenSource _ending = new();
    private readonly List<Task> _watches = [];
    private readonly TaskCompletionSource<LocalCluster> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Assembly? _appHost;
    private readonly string _environment;
    private ResourceLoggerService? _loggers;

    public LocalClusterHost(Assembly? appHost, string environment)
    {
        _appHost = appHost;
        _environment = environment;
    }

    public LocalClusterOptions Options { get; set; } = new();

    /// <summary>The generated manifests of all sets that have one.</summary>
    public List<(string FileName, string Text)> Manifests { get; } = [];

    /// <summary>The cluster, once it is open.</summary>
    public Task<LocalCluster> OpenedAsync(CancellationToken cancellationToken) => _opened.Task.WaitAsync(cancellationToken);

    public void Add(StatefulAppResource resource) => _resources.Add(resource);

    /// <summary>Gives all replicas their addresses.</summary>
    public async Task OpenAsync(IServiceProvider services)
    {
        if (_resources.Count == 0)
        {
            return;
        }

        _loggers = services.GetRequiredService<ResourceLoggerService>();
        Action<string>? output = Options.Output;
        try
        {
            LocalCluster cluster = await LocalCluster.OpenAsync(
                [.. _resources.Select(resource => resource.App)],
                Options with
                {
                    Output = line =>
                    {
                        output?.Invoke(line);
                        Say(line);
                    },
                }).ConfigureAwait(false);
            foreach (StatefulAppResource resource in _resources)
            {
                resource.Running = cluster.Sets.Single(set => set.Name == resource.Name);
                Allocate(resource, cluster);
                foreach (StatefulReplicaResource replica in resource.Replicas)
                {
                    Listen(replica);
                }
            }

            _opened.SetResult(cluster);
        }
        catch (Exception exception)
        {
            _opened.TrySetException(exception);
            throw;
        }
    }

    /// <summary>Starts a set once what it waits for is ready, and shows what happens to it until the application ends.</summary>
    public async Task RunAsync(StatefulAppResource resource, InitializeResourceEvent initialize, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _ending.Token);
        try
        {
            await OpenedAsync(end.Token).ConfigureAwait(false);
            await initialize.Notifications.PublishUpdateAsync(resource, snapshot => snapshot with { State = KnownResourceStates.Starting }).ConfigureAwait(false);
            await initialize.Eventing.PublishAsync(new BeforeResourceStartedEvent(resource, initialize.Services), end.Token).ConfigureAwait(false);
            Func<LocalApp, LocalApp> change = await ChangeAsync(resource, initialize, end.Token).ConfigureAwait(false);
            initialize.Logger.LogInformation("{Plan}", ScalePlan.Creation(resource.Running!.Set).ToString());
            await resource.Running.BeginAsync(change).ConfigureAwait(false);
            resource.HasBegun = true;
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            initialize.Logger.LogError("{Message}", exception is LocalClusterException ? exception.Message : exception.ToString());
            await initialize.Notifications.PublishUpdateAsync(
                resource,
                snapshot => snapshot with { State = new ResourceStateSnapshot(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error) }).ConfigureAwait(false);
            return;
        }

        Task watch = WatchAsync(resource, initialize.Notifications, initialize.Logger);
        lock (_watches)
        {
            _watches.Add(watch);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        if (_ending.IsCancellationRequested)
        {
            return;
        }

        await _ending.CancelAsync().ConfigureAwait(false);
        Task[] watches;
        lock (_watches)
        {
            watches = [.. _watches];
        }

        await Task.WhenAll(watches).ConfigureAwait(false);
        if (_opened.Task.IsCompletedSuccessfully)
        {
            await (await _opened.Task.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Addresses are fixed for as long as the cluster runs, so Aspire knows them before anything listens there.</summary>
    private static void Allocate(StatefulAppResource resource, LocalCluster cluster)
    {
        foreach (StatefulReplicaResource replica in resource.Replicas)
        {
            foreach (PortSpec port in resource.Ports)
            {
                Allocate(replica, port.Name, SetAddresses.EndPoint(resource, replica.Ordinal, port));
            }
        }

        foreach (PortSpec port in resource.Ports)
        {
            System.Net.IPEndPoint? address = SetAddresses.ClientService(resource.App.Spec, port) is var (service, number) ? cluster.Find(service, number) : null;
            Allocate(resource, port.Name, address ?? SetAddresses.EndPoint(resource, resource.Set.OrdinalStart, port));
        }
    }

    private static void Allocate(IResource resource, string name, System.Net.IPEndPoint address)
    {
        EndpointAnnotation endpoint = resource.Annotations.OfType<EndpointAnnotation>().Single(endpoint => endpoint.Name == name);
        endpoint.TargetHost = address.Address.ToString();
        endpoint.Port = address.Port;
        endpoint.TargetPort = address.Port;
        endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, address.Address.ToString(), address.Port);
    }

    /// <summary>What is known about an application only when it starts: its program, and the variables that others give it.</summary>
    private async Task<Func<LocalApp, LocalApp>> ChangeAsync(StatefulAppResource resource, InitializeResourceEvent initialize, CancellationToken cancellationToken)
    {
        LocalCommand? program = resource.Source switch
        {
            AppSource.Project project => await ProjectOutput.CommandAsync(project.Metadata, ProjectOutput.ConfigurationOf(_appHost), cancellationToken).ConfigureAwait(false),
            _ => null,
        };
        string? engine = resource.Source is AppSource.Image
            ? await ContainerEngine.FindAsync(resource.App, initialize.Services.GetRequiredService<IConfiguration>(), cancellationToken).ConfigureAwait(false)
            : null;
        IExecutionConfigurationResult configured = await ExecutionConfigurationBuilder.Create(resource)
            .WithEnvironmentVariablesConfig()
            .BuildAsync(initialize.Services.GetRequiredService<DistributedApplicationExecutionContext>(), initialize.Logger, cancellationToken)
            .ConfigureAwait(false);
        if (configured.Exception is { } exception)
        {
            throw exception;
        }

        Dictionary<string, string> variables = configured.EnvironmentVariables.ToDictionary(StringComparer.Ordinal);
        return app =>
        {
            LocalCommand command = app.Command;
            if (program is not null)
            {
                command = new LocalCommand(program.FileName, [.. program.Arguments, .. command.Arguments])
                {
                    Environment = command.Environment,
                    WorkingDirectory = command.WorkingDirectory ?? program.WorkingDirectory,
                };
            }

            // What the manifest says counts more than what this process happens to have.
            IReadOnlyDictionary<string, string?> given = command.Environment;
            bool Declares(string name) => given.ContainsKey(name) || app.Spec.Containers[0].Env.Any(env => env.Name == name);
            foreach (string name in OwnVariables.Where(name => !Declares(name)))
            {
                command = command.With(name, null);
            }

            foreach (string name in EnvironmentVariables.Where(name => !Declares(name)))
            {
                command = command.With(name, _environment);
            }

            foreach ((string name, string value) in variables)
            {
                command = command.With(name, value);
            }

            app = app with { Command = command };
            if (engine is not null)
            {
                app = app.WithCommands(other => other.IsEngine ? new LocalCommand(engine) { IsEngine = true, Environment = other.Environment } : other);
            }

            return Telemetry.In(app);
        };
    }

    /// <summary>Publishes what has changed, until the application ends. Restarts without a change of readiness are noticed by looking.</summary>
    private async Task WatchAsync(StatefulAppResource resource, ResourceNotificationService notifications, ILogger logger)
    {
        LocalSet set = resource.Running!;
        var shown = new Dictionary<IResource, ReplicaView>();
        var ready = new Dictionary<int, LocalPod>();
        while (!_ending.IsCancellationRequested)
        {
            Task changed = set.NextChange();
            try
            {
                foreach (int ordinal in resource.Replicas.Select(replica => replica.Ordinal).Union(set.Members.Select(member => member.Ordinal)).Order().ToArray())
                {
                    StatefulReplicaResource replica = resource.Replica(ordinal, out bool isNew);
                    if (isNew)
                    {
                        await IntroduceAsync(replica, notifications).ConfigureAwait(false);
                    }

                    LocalPod? pod = set.PodOf(replica.Name);
                    bool wasReady = pod is not null && ready.GetValueOrDefault(ordinal) == pod;
                    if (pod is { IsReady: true } && !wasReady)
                    {
                        ready[ordinal] = pod;
                    }

                    await ShowAsync(replica, ReplicaView.Of(set, ordinal, wasReady), shown, notifications).ConfigureAwait(false);
                }

                // Last, so that what waits for the set finds its replicas up.
                await ShowAsync(resource, ReplicaView.Of(set), shown, notifications).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "What happens to {Set} cannot be shown.", set.Name);
            }

            await Task.WhenAny(changed, Task.Delay(LookInterval, _ending.Token)).ConfigureAwait(false);
        }
    }

    /// <summary>A replica that the manifest does not declare: the set was scaled up.</summary>
    private async Task IntroduceAsync(StatefulReplicaResource replica, ResourceNotificationService notifications)
    {
        ReplicaSetup.Annotate(replica);
        foreach (PortSpec port in replica.Parent.Ports)
        {
            Allocate(replica, port.Name, SetAddresses.EndPoint(replica.Parent, replica.Ordinal, port));
        }

        Listen(replica);
        await notifications.PublishUpdateAsync(replica, snapshot => snapshot with
        {
            Properties = [.. snapshot.Properties, new ResourcePropertySnapshot("resource.parentName", replica.Parent.Name)],
            Relationships = [new RelationshipSnapshot(replica.Parent.Name, "Parent")],
        }).ConfigureAwait(false);
    }

    private static Task ShowAsync(IResource resource, ReplicaView view, Dictionary<IResource, ReplicaView> shown, ResourceNotificationService notifications)
    {
        if (shown.TryGetValue(resource, out ReplicaView? before) && before.Equals(view))
        {
            return Task.CompletedTask;
        }

        shown[resource] = view;
        bool isUp = view.State == KnownResourceStates.Running;
        UrlSnapshot[] urls =
        [
            .. resource.Annotations.OfType<EndpointAnnotation>()
                .Where(endpoint => endpoint.AllocatedEndpoint is not null)
                .Select(endpoint => new UrlSnapshot(endpoint.Name, endpoint.AllocatedEndpoint!.UriString, IsInternal: false) { IsInactive = !isUp }),
        ];
        return notifications.PublishUpdateAsync(resource, snapshot => view.In(snapshot) with { Urls = [.. urls] });
    }

    /// <summary>What a replica writes goes to its log on the dashboard.</summary>
    public void Listen(StatefulReplicaResource replica)
    {
        ILogger logger = _loggers!.GetLogger(replica);
        replica.Parent.Running![replica.Ordinal].Log.Follow(line => logger.LogInformation("{Line}", line));
    }

    /// <summary>What the cluster does goes to the log of the set that it concerns.</summary>
    private void Say(string line)
    {
        const string own = "cluster | ";
        if (!line.StartsWith(own, StringComparison.Ordinal))
        {
            return;
        }

        string text = line[own.Length..];
        foreach (StatefulAppResource resource in _resources.Where(resource => text.Split(' ').Any(word => IsOf(word, resource.Name))))
        {
            _loggers!.GetLogger(resource).LogInformation("{Text}", text);
        }

        // A pod, or the claim of one.
        static bool IsOf(string word, string set) =>
            word.LastIndexOf('-') is > 0 and var dash && word[..dash] is var name
            && (name == set || name.EndsWith("-" + set, StringComparison.Ordinal))
            && int.TryParse(word[(dash + 1)..], out _);
    }
}
