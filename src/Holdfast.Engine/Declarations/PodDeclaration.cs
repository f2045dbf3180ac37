using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary>What the type's attributes say about its pods as wholes: where they run, as whom, and in what surroundings.</summary>
internal sealed record PodDeclaration
{
    public EquatableArray<SpreadDeclaration> Spreads { get; init; }

    /// <summary>Whether <c>[NoSpread]</c> is there.</summary>
    public bool NoSpread { get; init; }

    public EquatableArray<PodAffinityDeclaration> PodAffinities { get; init; }

    public EquatableArray<PodAffinityDeclaration> AntiAffinities { get; init; }

    public EquatableArray<NodeSelectorDeclaration> NodeSelectors { get; init; }

    public EquatableArray<NodeAffinityDeclaration> NodeAffinities { get; init; }

    public EquatableArray<TolerationDeclaration> Tolerations { get; init; }

    public SchedulingDeclaration? Scheduling { get; init; }

    public DnsDeclaration? Dns { get; init; }

    public EquatableArray<HostAliasDeclaration> HostAliases { get; init; }

    /// <summary>The names of <c>[ImagePullSecret]</c>.</summary>
    public EquatableArray<Declared<string>> ImagePullSecrets { get; init; }

    public HostNamespacesDeclaration? HostNamespaces { get; init; }

    public ServiceAccountDeclaration? ServiceAccount { get; init; }
}
