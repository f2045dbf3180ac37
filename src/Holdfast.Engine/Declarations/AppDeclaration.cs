using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Declarations;

/// <summary>
/// All that the attributes of one type with <c>[StatefulApp]</c> or another kind say, in their own terms: what the reader gives and both the
/// composer of Kubernetes objects and the writer of C# take. Plain data, so the generator's pipeline can compare it.
/// </summary>
internal sealed record AppDeclaration
{
    public required TypeShape Type { get; init; }

    /// <summary>The application's name, made of the type's where the user gave none that is understood.</summary>
    public required Declared<string> Name { get; init; }

    /// <summary>What only a Deployment has; null for other kinds.</summary>
    public DeploymentDeclaration? Deployment { get; init; }

    /// <summary>What only a Job or CronJob has; null for other kinds.</summary>
    public JobDeclaration? Job { get; init; }

    public WorkloadKind Kind => this switch
    {
        { Deployment: not null } => WorkloadKind.Deployment,
        { Job.Schedule: not null } => WorkloadKind.CronJob,
        { Job: not null } => WorkloadKind.Job,
        _ => WorkloadKind.StatefulSet,
    };

    /// <summary>Whether its pods end when their work is done.</summary>
    public bool RunsToCompletion => Job is not null;

    public Declared<int> Replicas { get; init; }

    public Declared<int> OrdinalStart { get; init; }

    public Declared<string> Namespace { get; init; }

    /// <summary>Whether the namespace is made, too.</summary>
    public Declared<bool> CreateNamespace { get; init; }

    public Declared<string> ClusterDomain { get; init; }

    /// <summary>What the user says about the governing Service's name; the empty string asks for none.</summary>
    public Declared<string> ServiceName { get; init; }

    public Declared<string> PodManagementPolicy { get; init; }

    public Declared<string> UpdateStrategy { get; init; }

    public Declared<int> UpdatePartition { get; init; }

    /// <summary>How many replicas a rolling update of a set takes at a time.</summary>
    public Declared<int> MaxUnavailable { get; init; }

    /// <inheritdoc cref="MaxUnavailable"/>
    public Declared<int> MaxUnavailablePercent { get; init; }

    public Declared<int> MinReadySeconds { get; init; }

    public Declared<int> RevisionHistoryLimit { get; init; }

    public Declared<int> TerminationGracePeriodSeconds { get; init; }

    /// <summary>The version of Kubernetes that scale plans are made for, as numbers of a call; null where the project names none.</summary>
    public string? PlannedVersion { get; init; }

    public ClaimRetentionDeclaration? ClaimRetention { get; init; }

    public HeadlessServiceDeclaration? HeadlessService { get; init; }

    public PodDeclaration Pod { get; init; } = new();

    /// <summary>The labels that select replicas in place of the name's; none where the user gives none.</summary>
    public EquatableArray<SelectorDeclaration> Selectors { get; init; }

    public EquatableArray<MetadataDeclaration> Labels { get; init; }

    public EquatableArray<MetadataDeclaration> Annotations { get; init; }

    /// <summary>The application's own container.</summary>
    public required ContainerDeclaration Container { get; init; }

    /// <summary>Further containers, in source order.</summary>
    public EquatableArray<ContainerDeclaration> MoreContainers { get; init; }

    /// <summary>What replicas may do at the API server.</summary>
    public EquatableArray<AllowDeclaration> Allows { get; init; }

    public DisruptionBudgetDeclaration? DisruptionBudget { get; init; }

    public NetworkPolicyDeclaration? NetworkPolicy { get; init; }

    public AutoscalerDeclaration? Autoscaler { get; init; }

    public QuorumDeclaration? Quorum { get; init; }

    /// <summary>All containers, the application's own first.</summary>
    public EquatableArray<ContainerDeclaration> Containers => new(MoreContainers.Count == 0 ? [Container] : [Container, .. MoreContainers]);

    /// <summary>The ports of all containers; they share the pod's address.</summary>
    public EquatableArray<PortDeclaration> Ports => OfContainers(static container => container.Ports);

    /// <summary>The claim templates of all containers.</summary>
    public EquatableArray<VolumeClaimDeclaration> VolumeClaims => OfContainers(static container => container.VolumeClaims);

    /// <summary>The existing claims of all containers.</summary>
    public EquatableArray<ExistingClaimDeclaration> ExistingClaims => OfContainers(static container => container.ExistingClaims);

    /// <summary>The volumes of all containers that are not claims.</summary>
    public EquatableArray<VolumeDeclaration> Volumes => OfContainers(static container => container.Volumes);

    /// <summary>The client Services that are declared with any container.</summary>
    public EquatableArray<ClientServiceDeclaration> ClientServices => OfContainers(static container => container.ClientServices);

    /// <summary>The Services for each pod that are declared with any container.</summary>
    public EquatableArray<ReplicaServiceDeclaration> ReplicaServices => OfContainers(static container => container.ReplicaServices);

    /// <summary>The peer lists of all containers.</summary>
    public EquatableArray<PeerListDeclaration> PeerLists => OfContainers(static container => container.PeerLists);

    /// <summary>The Jobs that must have succeeded before it starts, in source order.</summary>
    public EquatableArray<AfterDeclaration> Afters { get; init; }

    /// <summary>Further objects, in source order.</summary>
    public EquatableArray<FurtherManifestDeclaration> Manifests { get; init; }

    public EquatableArray<PatchDeclaration> Patches { get; init; }

    /// <summary>The texts whose placeholders are names of its pods, for messages; filled in with the placeholders.</summary>
    public EquatableArray<string> TextsThatNamePods { get; init; }

    /// <summary>The ConfigMaps whose names have a hash of their content; filled in while objects are composed.</summary>
    public EquatableArray<ImmutableConfigMap> ImmutableConfigMaps { get; init; }

    /// <summary>Nearly all applications have one container, and then its list is the whole one.</summary>
    private EquatableArray<T> OfContainers<T>(Func<ContainerDeclaration, EquatableArray<T>> of)
        where T : IEquatable<T> =>
        MoreContainers.Count == 0 ? of(Container) : OfAll(Containers, of);

    private static EquatableArray<T> OfAll<T>(EquatableArray<ContainerDeclaration> containers, Func<ContainerDeclaration, EquatableArray<T>> of)
        where T : IEquatable<T> => containers.SelectMany(container => of(container)).ToEquatableArray();
}
