#pragma warning disable ASPIREPIPELINES001 // Steps are how Aspire 13 publishes; their API is marked as one that may change.

using Aspire.Hosting.ApplicationModel;
using Holdfast;
using Holdfast.Aspire;
using Holdfast.Local;
using Holdfast.Local.Manifests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

/// <summary>Adds StatefulSets that are declared with Holdfast to an Aspire application.</summary>
public static class StatefulAppBuilderExtensions
{
    /// <summary>Adds a declared application whose replicas run a project of the solution.</summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <typeparam name="TProject">The project, as Aspire generates it: <c>Projects.Orders</c>.</typeparam>
    /// <param name="builder">The application's builder.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="LocalClusterException">The manifest cannot be run here.</exception>
    /// <example>
    /// <code>builder.AddStatefulApp&lt;Orders, Projects.Orders&gt;();</code>
    /// </example>
    public static IResourceBuilder<StatefulAppResource> AddStatefulApp<TApp, TProject>(this IDistributedApplicationBuilder builder)
        where TApp : IStatefulApp
        where TProject : IProjectMetadata, new() => Add(builder, LocalApp.Of<TApp>(new LocalCommand("dotnet")), new AppSource.Project(new TProject()), typeof(TApp));

    /// <summary>Adds a declared application whose replicas run a command.</summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <param name="builder">The application's builder.</param>
    /// <param name="command">What runs in place of its first container.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException">A value is null.</exception>
    /// <exception cref="LocalClusterException">The manifest cannot be run here.</exception>
    public static IResourceBuilder<StatefulAppResource> AddStatefulApp<TApp>(this IDistributedApplicationBuilder builder, LocalCommand command)
        where TApp : IStatefulApp
    {
        ArgumentNullException.ThrowIfNull(command);
        return Add(builder, LocalApp.Of<TApp>(command), new AppSource.Command(), typeof(TApp));
    }

    /// <summary>
    /// Adds a declared application whose replicas are containers: its images, in Docker or Podman. Where neither answers, the set is <c>FailedToStart</c>, and its log says
    /// which image it is and what to do.
    /// </summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <param name="builder">The application's builder.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="LocalClusterException">The manifest cannot be run here.</exception>
    public static IResourceBuilder<StatefulAppResource> AddStatefulApp<TApp>(this IDistributedApplicationBuilder builder)
        where TApp : IStatefulApp => Add(builder, ContainerEngine.InEngine(LocalApp.Of<TApp>(ContainerEngine.Unknown)), new AppSource.Image(), typeof(TApp));

    /// <summary>Adds an application of a manifest, which is not written when Aspire publishes: it is there already.</summary>
    /// <param name="builder">The application's builder.</param>
    /// <param name="app">The application.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException">A value is null.</exception>
    public static IResourceBuilder<StatefulAppResource> AddStatefulApp(this IDistributedApplicationBuilder builder, LocalApp app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return Add(builder, app, new AppSource.Command(), declared: null);
    }

    /// <summary>Adds an application of a manifest whose replicas are its images in a container engine. It is not written when Aspire publishes: it is there already.</summary>
    /// <param name="builder">The application's builder.</param>
    /// <param name="yaml">The manifest's text: one StatefulSet, with its Services and ConfigMaps.</param>
    /// <param name="source">What messages call the manifest.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException">A value is null.</exception>
    /// <exception cref="LocalClusterException">The manifest cannot be run here.</exception>
    public static IResourceBuilder<StatefulAppResource> AddStatefulManifest(this IDistributedApplicationBuilder builder, string yaml, string? source = null) =>
        Add(builder, ContainerEngine.InEngine(LocalApp.FromYaml(yaml, ContainerEngine.Unknown, source)), new AppSource.Image(), declared: null);

    /// <summary>Changes what runs: programs for further containers, values of Secrets, the number of replicas.</summary>
    /// <param name="builder">The set.</param>
    /// <param name="change">Makes the application another: <c>app => app.Without("exporter")</c>. Ports and Services stay those of the manifest.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException">A value is null.</exception>
    public static IResourceBuilder<StatefulAppResource> ConfigureApp(this IResourceBuilder<StatefulAppResource> builder, Func<LocalApp, LocalApp> change)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(change);
        builder.Resource.App = change(builder.Resource.App);
        AddReplicas(builder.ApplicationBuilder, builder.Resource);
        return builder;
    }

    /// <summary>Changes where and how all sets of the application run: the folder of the claims, time-outs, back-off.</summary>
    /// <param name="builder">The application's builder.</param>
    /// <param name="change">Makes the options others: <c>options => options with { Directory = ".holdfast" }</c>.</param>
    /// <returns>The application's builder.</returns>
    /// <exception cref="ArgumentNullException">A value is null.</exception>
    public static IDistributedApplicationBuilder ConfigureLocalCluster(this IDistributedApplicationBuilder builder, Func<LocalClusterOptions, LocalClusterOptions> change)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(change);
        LocalClusterHost host = Host(builder);
        host.Options = change(host.Options);
        return builder;
    }

    /// <summary>
    /// Gives a resource the addresses of a set: of the Service that leads to a port, or of all replicas where there is none, and of each replica by its name, in the
    /// form of Aspire's service discovery (<c>services__orders__http__0</c>); and what Holdfast needs to resolve the cluster's names. When the application is
    /// published, they are names of the cluster.
    /// </summary>
    /// <typeparam name="TDestination">What the resource is.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="source">The set.</param>
    /// <returns>The resource.</returns>
    /// <exception cref="ArgumentNullException">A value is null.</exception>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<StatefulAppResource> source)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(source);
        StatefulAppResource set = source.Resource;
        return builder
            .WithEnvironment(async context =>
            {
                LocalCluster? cluster = await ClusterAsync(set, context).ConfigureAwait(false);
                foreach ((string name, string value) in SetAddresses.Variables(set, cluster))
                {
                    context.EnvironmentVariables[name] = value;
                }

                // A set of this cluster has them, and may have a DNS server to itself.
                if (cluster is not null && context.Resource is not StatefulAppResource)
                {
                    foreach ((string name, string value) in cluster.ClientVariables())
                    {
                        context.EnvironmentVariables[name] = value;
                    }
                }
            })
            .WithReferenceRelationship(set);
    }

    /// <summary>
    /// Gives a resource the addresses of all replicas of a set in one variable, as <c>[PeerList]</c> has them: <c>127.96.1.1:8080,127.96.1.2:8080</c>. When the
    /// application is published, they are names of the cluster.
    /// </summary>
    /// <typeparam name="TDestination">What the resource is.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="name">The variable's name.</param>
    /// <param name="source">The set.</param>
    /// <param name="port">The port.</param>
    /// <param name="separator">What stands between two addresses.</param>
    /// <returns>The resource.</returns>
    /// <exception cref="ArgumentNullException">A value is null.</exception>
    /// <exception cref="ArgumentException">The set has no such port.</exception>
    public static IResourceBuilder<TDestination> WithPeerList<TDestination>(
        this IResourceBuilder<TDestination> builder, string name, IResourceBuilder<StatefulAppResource> source, ServicePort port, string separator = ",")
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(port);
        ArgumentNullException.ThrowIfNull(separator);
        StatefulAppResource set = source.Resource;
        PortSpec found = set.Ports.FirstOrDefault(other => other.Name == port.Name)
            ?? throw new ArgumentException($"StatefulSet \"{set.Name}\" has no port \"{port.Name}\"; it has {string.Join(", ", set.Ports.Select(other => other.Name))}.", nameof(port));
        return builder
            .WithEnvironment(async context =>
                context.EnvironmentVariables[name] = SetAddresses.PeerList(set, await ClusterAsync(set, context).ConfigureAwait(false), found, separator))
            .WithReferenceRelationship(set);
    }

    /// <summary>
    /// Gives a resource the variables of its declaration that name a set: those of <c>[AddressOf]</c>, and others with names of the set's replicas and
    /// Services. The names become addresses; when the application is published, they stay.
    /// </summary>
    /// <typeparam name="TDestination">What the resource is.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="declaration">The type that declares the resource, with <c>[StatelessApp]</c> or <c>[StatefulApp]</c>.</param>
    /// <param name="source">The set.</param>
    /// <returns>The resource.</returns>
    /// <exception cref="ArgumentNullException">A value is null.</exception>
    /// <exception cref="LocalClusterException">The type has no generated manifest.</exception>
    /// <example>
    /// <code>builder.AddProject&lt;Projects.Shop&gt;("shop").WithDeclaredAddresses(typeof(Shop), orders);</code>
    /// </example>
    public static IResourceBuilder<TDestination> WithDeclaredAddresses<TDestination>(
        this IResourceBuilder<TDestination> builder, Type declaration, IResourceBuilder<StatefulAppResource> source)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(declaration);
        ArgumentNullException.ThrowIfNull(source);
        (string file, string text) = LocalApp.Generated(declaration);
        EnvSpec[] variables = [.. ManifestReader.Variables(text, file).Where(variable => variable is { Value: not null, Source: null })];
        return builder
            .WithEnvironment(async context =>
            {
                LocalCluster? cluster = await ClusterAsync(source.Resource, context).ConfigureAwait(false);
                foreach (EnvSpec variable in variables)
                {
                    if (SetAddresses.IsNamedIn(source.Resource, variable.Value!))
                    {
                        context.EnvironmentVariables[variable.Name] = cluster?.WithAddresses(variable.Value!) ?? variable.Value!;
                    }
                }
            })
            .WithReferenceRelationship(source.Resource);
    }

    private static IResourceBuilder<StatefulAppResource> Add(IDistributedApplicationBuilder builder, LocalApp app, AppSource source, Type? declared)
    {
        ArgumentNullException.ThrowIfNull(builder);
        LocalClusterHost host = Host(builder);
        var resource = new StatefulAppResource(app, source, host);
        IResourceBuilder<StatefulAppResource> added = builder.AddResource(resource);
        ReplicaSetup.Annotate(resource);
        AddReplicas(builder, resource);
        host.Add(resource);
        if (declared is not null)
        {
            host.Manifests.Add(LocalApp.Generated(declared));
        }

        added.WithOtlpExporter();
        builder.Eventing.Subscribe<InitializeResourceEvent>(resource, (initialize, token) => host.RunAsync(resource, initialize, token));
        return added;
    }

    private static void AddReplicas(IDistributedApplicationBuilder builder, StatefulAppResource resource)
    {
        foreach (Pod pod in resource.Set.Pods)
        {
            StatefulReplicaResource replica = resource.Replica(pod.Ordinal, out bool isNew);
            if (isNew)
            {
                ReplicaSetup.Annotate(replica);
                builder.AddResource(replica);
            }
        }
    }

    /// <summary>The cluster where the application runs; null where it is published.</summary>
    private static async Task<LocalCluster?> ClusterAsync(StatefulAppResource set, EnvironmentCallbackContext context)
    {
        if (!context.ExecutionContext.IsRunMode)
        {
            return null;
        }

        LocalCluster cluster = await set.Host.OpenedAsync(context.CancellationToken).ConfigureAwait(false);
        if (context.Resource.IsContainer())
        {
            context.Logger.LogWarning(
                "{Resource} is a container, and the replicas of {Set} listen on {Address} of this machine, which a container reaches only with the host's network. "
                + "Run it as a project or an executable.",
                context.Resource.Name,
                set.Name,
                cluster.Sets[0][0].Address);
        }

        return cluster;
    }

    private static LocalClusterHost Host(IDistributedApplicationBuilder builder)
    {
        if (builder.Services.FirstOrDefault(service => service.ServiceType == typeof(LocalClusterHost))?.ImplementationInstance is LocalClusterHost host)
        {
            return host;
        }

        host = new LocalClusterHost(builder.AppHostAssembly, builder.Environment.EnvironmentName);
        builder.Services.AddSingleton(host);
        if (builder.ExecutionContext.IsRunMode)
        {
            // By a factory, so that the services dispose of it, too.
            builder.Services.AddSingleton<IHostedService>(_ => host);
            builder.Eventing.Subscribe<BeforeStartEvent>((before, _) => host.OpenAsync(before.Services));
        }

        builder.Pipeline.AddStep(ManifestFolder.Step(builder.Environment.ApplicationName, host.Manifests));
        return host;
    }
}
