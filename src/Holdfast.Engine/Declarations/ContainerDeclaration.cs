using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary>A container and all that is declared in the type that it is declared on.</summary>
internal sealed record ContainerDeclaration
{
    /// <summary>The type inside the application's that it is declared on; null for the application itself.</summary>
    public TypeShape? Type { get; init; }

    public ContainerKind Kind { get; init; }

    /// <summary>Whether <c>[Container]</c>, <c>[Sidecar]</c> or <c>[InitContainer]</c> is there at all.</summary>
    public bool IsDeclared { get; init; }

    public Declared<string> Image { get; init; }

    /// <summary>The container's name, made of the application's or the type's where the user gave none.</summary>
    public Declared<string> Name { get; init; }

    public Declared<EquatableArray<string>> Command { get; init; }

    public Declared<EquatableArray<string>> Args { get; init; }

    public Declared<string> WorkingDir { get; init; }

    public Declared<string> ImagePullPolicy { get; init; }

    public ResourcesDeclaration? Resources { get; init; }

    public EquatableArray<ExtendedResourceDeclaration> ExtendedResources { get; init; }

    public EquatableArray<EnvDeclaration> Env { get; init; }

    public EquatableArray<EnvFromDeclaration> EnvFrom { get; init; }

    public HookDeclaration? PostStart { get; init; }

    public HookDeclaration? PreStop { get; init; }

    public EquatableArray<MountDeclaration> Mounts { get; init; }

    public ProbeDeclaration? StartupProbe { get; init; }

    public ProbeDeclaration? ReadinessProbe { get; init; }

    public ProbeDeclaration? LivenessProbe { get; init; }

    public SecurityContextDeclaration? SecurityContext { get; init; }

    public EquatableArray<PortDeclaration> Ports { get; init; }

    public EquatableArray<VolumeClaimDeclaration> VolumeClaims { get; init; }

    public EquatableArray<ExistingClaimDeclaration> ExistingClaims { get; init; }

    public EquatableArray<VolumeDeclaration> Volumes { get; init; }

    public EquatableArray<ConfigFileDeclaration> ConfigFiles { get; init; }

    public EquatableArray<ConfigMapEntryDeclaration> ConfigMapEntries { get; init; }

    public EquatableArray<ClientServiceDeclaration> ClientServices { get; init; }

    public EquatableArray<ReplicaServiceDeclaration> ReplicaServices { get; init; }

    public EquatableArray<PeerListDeclaration> PeerLists { get; init; }

    /// <summary>The addresses of other applications that it gets.</summary>
    public EquatableArray<AddressDeclaration> Addresses { get; init; }

    /// <summary>Members that only a StatefulSet can have, where the application is none.</summary>
    public EquatableArray<RefusedMemberDeclaration> RefusedMembers { get; init; }

    /// <summary>Whether its type has members that the generator implements.</summary>
    public bool HasMembers =>
        RefusedMembers.Count + Addresses.Count + Ports.Count + VolumeClaims.Count + ExistingClaims.Count + Volumes.Count + ClientServices.Count + ReplicaServices.Count + PeerLists.Count > 0;
}
