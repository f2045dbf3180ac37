using System.Collections.Immutable;
using System.Reflection;
using Holdfast.Local.Manifests;

namespace Holdfast.Local;

/// <summary>An application for a local cluster: its manifest, and what runs in place of its containers. Immutable.</summary>
public sealed record LocalApp
{
    private LocalApp(string source, AppSpec spec, LocalCommand command)
    {
        Source = source;
        Spec = spec;
        Command = command;
    }

    /// <summary>Where the manifest comes from, for messages.</summary>
    public string Source { get; }

    /// <summary>The StatefulSet or Deployment, as the manifest says it.</summary>
    public WorkloadInfo Workload => Spec.Workload;

    /// <summary>The StatefulSet, as the manifest says it.</summary>
    /// <exception cref="InvalidOperationException">The application is a Deployment; <see cref="Workload"/> has it.</exception>
    public StatefulSetInfo Set => Spec.Set;

    /// <summary>What runs in place of the first container.</summary>
    public LocalCommand Command { get; init; }

    /// <summary>What runs in place of the other containers, by their names; <see langword="null"/> where nothing does.</summary>
    internal ImmutableSortedDictionary<string, LocalCommand?> Others { get; init; } = ImmutableSortedDictionary.Create<string, LocalCommand?>(StringComparer.Ordinal);

    /// <summary>Values of Secrets, by Secret and key.</summary>
    internal ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Secrets { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<string, string>>(StringComparer.Ordinal);

    /// <summary>
    /// Variables for all containers, set after those of the manifest; <c>$(NAME)</c> in them becomes the value of a variable of the pod.
    /// </summary>
    internal ImmutableSortedDictionary<string, string> Variables { get; init; } = AppSpec.Empty;

    /// <summary>The Jobs that have to succeed before its pods start.</summary>
    internal ImmutableArray<AfterJob> Jobs { get; init; } = [];

    internal AppSpec Spec { get; private init; }

    /// <summary>A declared application.</summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <param name="command">What runs in place of its first container; left out, the program whose project declares it.</param>
    /// <returns>The application.</returns>
    /// <exception cref="LocalClusterException">The manifest cannot be run here, or there is no program.</exception>
    public static LocalApp Of<TApp>(LocalCommand? command = null)
        where TApp : IStatefulApp => Declared(typeof(TApp), command ?? LocalCommand.Of<TApp>());

    /// <summary>A declared stateless application.</summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <param name="command">What runs in place of its first container; left out, the program whose project declares it.</param>
    /// <returns>The application.</returns>
    /// <exception cref="LocalClusterException">The manifest cannot be run here, or there is no program.</exception>
    public static LocalApp OfStateless<TApp>(LocalCommand? command = null)
        where TApp : IStatelessApp => Declared(typeof(TApp), command ?? LocalCommand.Of(typeof(TApp), nameof(OfStateless)));

    /// <summary>An application of a manifest: one StatefulSet or Deployment, with its Services and ConfigMaps.</summary>
    /// <param name="yaml">The manifest's text.</param>
    /// <param name="command">What runs in place of its first container.</param>
    /// <param name="source">What messages call the manifest; left out, "the manifest".</param>
    /// <returns>The application.</returns>
    /// <exception cref="ArgumentNullException">A value is null.</exception>
    /// <exception cref="LocalClusterException">The manifest cannot be run here.</exception>
    public static LocalApp FromYaml(string yaml, LocalCommand command, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        ArgumentNullException.ThrowIfNull(command);
        source ??= "the manifest";
        return new LocalApp(source, ManifestReader.Read(yaml, source), command);
    }

    /// <summary>The same application with a program for one more container.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="command">What runs in its place.</param>
    /// <returns>The application.</returns>
    /// <exception cref="LocalClusterException">There is no such container.</exception>
    public LocalApp With(string container, LocalCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return this with { Others = Others.SetItem(Require(container), command) };
    }

    /// <summary>The same application with nothing in place of a container: a sidecar for logs, for instance.</summary>
    /// <param name="container">The container's name.</param>
    /// <returns>The application.</returns>
    /// <exception cref="LocalClusterException">There is no such container.</exception>
    public LocalApp Without(string container) => this with { Others = Others.SetItem(Require(container), null) };

    /// <summary>
    /// The same application with a program for a Job that it starts after. Without one, a Job of the same image runs what runs in place of the first container,
    /// with the arguments of the Job's manifest.
    /// </summary>
    /// <typeparam name="TJob">The type that describes the Job; <see cref="AfterAttribute"/> of the application need not name it.</typeparam>
    /// <param name="command">What runs in place of its container.</param>
    /// <returns>The application.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="command"/> is null.</exception>
    /// <exception cref="LocalClusterException">The Job's manifest cannot be run here.</exception>
    public LocalApp WithJob<TJob>(LocalCommand command)
        where TJob : IRunOnceApp
    {
        ArgumentNullException.ThrowIfNull(command);
        return With(JobOf(typeof(TJob)) with { Command = command, IsLeftOut = false });
    }

    /// <summary>The same application, which does not wait for a Job: its pods start at once, and the Job does not run.</summary>
    /// <typeparam name="TJob">The type that describes the Job.</typeparam>
    /// <returns>The application.</returns>
    /// <exception cref="LocalClusterException">The type has no manifest of a Job.</exception>
    public LocalApp WithoutJob<TJob>()
        where TJob : IRunOnceApp => With(JobOf(typeof(TJob)) with { IsLeftOut = true });

    /// <summary>The same application with a value of a Secret, which no manifest holds.</summary>
    /// <param name="secret">The Secret's name.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <returns>The application.</returns>
    public LocalApp WithSecret(string secret, string key, string value) => this with
    {
        Secrets = Secrets.SetItem(
            secret, (Secrets.GetValueOrDefault(secret) ?? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)).SetItem(key, value)),
    };

    /// <summary>The same application of a number of replicas.</summary>
    /// <param name="replicas">The number of replicas, 0 or more.</param>
    /// <returns>The application.</returns>
    public LocalApp WithReplicas(int replicas) => Spec.Workload switch
    {
        DeploymentInfo deployment => With(new DeploymentInfo(deployment.Name)
        {
            Namespace = deployment.Namespace,
            ClusterDomain = deployment.ClusterDomain,
            Replicas = replicas,
        }),
        _ => With(Spec.Set.WithReplicas(replicas)),
    };

    /// <summary>The same application of another size.</summary>
    internal LocalApp With(WorkloadInfo workload) => this with { Spec = Spec with { Workload = workload } };

    /// <summary>The same application with other commands in place of its containers.</summary>
    internal LocalApp WithCommands(Func<LocalCommand, LocalCommand> change) => this with
    {
        Command = change(Command),
        Others = Others.ToImmutableSortedDictionary(other => other.Key, other => other.Value is null ? null : change(other.Value), StringComparer.Ordinal),
    };

    /// <summary>The same application in a namespace, unless it declares one.</summary>
    internal LocalApp In(string @namespace) => Workload.Namespace is null ? With(Workload.In(@namespace)) : this;

    /// <summary>What runs in place of a container; null where nothing does.</summary>
    internal LocalCommand? CommandOf(ContainerSpec container) =>
        container.Name == Spec.Containers[0].Name ? Command
        : Others.TryGetValue(container.Name, out LocalCommand? command) ? command
        : Jobs.Any(job => job.Name == container.AwaitedJob) ? null // the cluster itself waits
        : throw new LocalClusterException(
            $"Nothing is said about container \"{container.Name}\" of {Workload.Kind} \"{Workload.Name}\" ({Source}), so its replicas would run without a part. Say what runs "
            + $"in its place: {nameof(With)}(\"{container.Name}\", new {nameof(LocalCommand)}(…)); or that nothing does: {nameof(Without)}(\"{container.Name}\").");

    /// <summary>The Jobs that run before its pods start, with what runs in place of their containers.</summary>
    internal IEnumerable<LocalApp> JobsToRun() => Jobs.Where(job => !job.IsLeftOut).Select(job =>
    {
        if (job.Spec.AllContainers.Skip(1).FirstOrDefault() is { } further)
        {
            throw new LocalClusterException(
                $"Job \"{job.Name}\" ({job.Type.Name}) has the container \"{further.Name}\" too, and a local cluster runs Jobs of one container. Run the Job before, and leave it out here: "
                + $"{nameof(WithoutJob)}<{job.Type.Name}>().");
        }

        string? image = job.Spec.Containers[0].Image;
        LocalCommand command = job.Command ?? (image == Spec.Containers[0].Image ? Command : throw new LocalClusterException(
            $"{Workload.Kind} \"{Workload.Name}\" ({Source}) starts after Job \"{job.Name}\", whose image {image} is another than the application's, so it is not known what to run. Say what runs "
            + $"in its place: {nameof(WithJob)}<{job.Type.Name}>(new {nameof(LocalCommand)}(…)); or that nothing does: {nameof(WithoutJob)}<{job.Type.Name}>()."));
        return new LocalApp(job.Type.Name, job.Spec, command) { Secrets = Secrets };
    });

    /// <summary>An application of a type, with the Jobs that its manifest waits for.</summary>
    private static LocalApp Declared(Type type, LocalCommand command)
    {
        LocalApp app = FromYaml(Generated(type).Text, command, type.Name);
        string[] awaited = [.. app.Spec.After];

        // The manifest says what is waited for: an attribute may be one of another environment.
        return awaited.Length == 0
            ? app
            : app with { Jobs = [.. type.GetCustomAttributes<AfterAttribute>().Select(after => after.Job).Distinct().Select(AfterJob.Of).Where(job => awaited.Contains(job.Name))] };
    }

    private AfterJob JobOf(Type type) => Jobs.FirstOrDefault(job => job.Type == type) ?? AfterJob.Of(type);

    private LocalApp With(AfterJob job) => this with { Jobs = [.. Jobs.Where(other => other.Type != job.Type), job] };

    private string Require(string container) => Spec.AllContainers.Any(other => other.Name == container)
        ? container
        : throw new LocalClusterException(
            $"{Workload.Kind} \"{Workload.Name}\" ({Source}) has no container \"{container}\"; it has {string.Join(", ", Spec.AllContainers.Select(other => other.Name))}.");

    /// <summary>The manifest that is generated for a type, and the name of its file.</summary>
    internal static (string FileName, string Text) Generated(Type type) =>
        type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
            .SelectMany(nested => nested.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field.IsLiteral)
            .Select(field => (field.GetCustomAttribute<GeneratedManifestAttribute>()?.FileName, Text: field.GetRawConstantValue() as string))
            .FirstOrDefault(found => found.FileName is not null) is ({ } fileName, { } text)
        ? (fileName, text)
        : throw new LocalClusterException(
            $"{type.Name} has no generated manifest (no constant with [GeneratedManifest]), so it is not known what to run. Mark the type with [StatefulApp] or [StatelessApp], and build "
            + "its project with the package Holdfast; or give the manifest's text to LocalApp.FromYaml.");
}
