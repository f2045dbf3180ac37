using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Declarations;

/// <summary>
/// All that the attributes of one <c>[StatefulApp]</c> type say, in their own terms: what the reader gives and both the
/// composer of Kubernetes objects and the writer of C# take. Plain data, so the generator's pipeline can compare it.
/// </summary>
internal sealed record AppDeclaration
{
    public required TypeShape Type { get; init; }

    /// <summary>The application's name, made of the type's where the user gave none that is understood.</summary>
    public required Declared<string> Name { get; init; }

    public Declared<int> Replicas { get; init; }

    public Declared<int> OrdinalStart { get; init; }

    public Declared<string> Namespace { get; init; }

    public Declared<string> ClusterDomain { get; init; }

    /// <summary>What the user says of the governing Service's name; the empty string asks for none.</summary>
    public Declared<string> ServiceName { get; init; }

    public Declared<string> PodManagementPolicy { get; init; }

    public HeadlessServiceDeclaration? HeadlessService { get; init; }

    public ContainerDeclaration? Container { get; init; }

    public ResourcesDeclaration? Resources { get; init; }

    public EquatableArray<EnvDeclaration> Env { get; init; }

    public ProbeDeclaration? StartupProbe { get; init; }

    public ProbeDeclaration? ReadinessProbe { get; init; }

    public ProbeDeclaration? LivenessProbe { get; init; }

    public DisruptionBudgetDeclaration? DisruptionBudget { get; init; }

    public required SecurityContextDeclaration SecurityContext { get; init; }

    public EquatableArray<PortDeclaration> Ports { get; init; }

    public EquatableArray<VolumeClaimDeclaration> VolumeClaims { get; init; }

    public EquatableArray<ExistingClaimDeclaration> ExistingClaims { get; init; }

    public EquatableArray<ClientServiceDeclaration> ClientServices { get; init; }

    public EquatableArray<PeerListDeclaration> PeerLists { get; init; }

    public EquatableArray<PatchDeclaration> Patches { get; init; }
}
