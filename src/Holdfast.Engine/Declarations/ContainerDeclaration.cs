using System.Collections.Immutable;
using Holdfast.Engine.Arguments;
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

    /// <summary>What is known of the image where the project publishes it; null for all others.</summary>
    public PublishedImageDeclaration? Published { get; init; }

    /// <summary>The container's name, made of the application's or the type's where the user gave none.</summary>
    public Declared<string> Name { get; init; }

    public Declared<EquatableArray<string>> Command { get; init; }

    public Declared<EquatableArray<string>> Args { get; init; }

    /// <summary>What the placeholders of its command and arguments may be; null where all of them stand for themselves.</summary>
    public PlaceholdersDeclaration? Placeholders { get; init; }

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

    public EquatableArray<ConfigFileDeclaration> ConfigFiles { get; init; }

    public EquatableArray<ConfigMapEntryDeclaration> ConfigMapEntries { get; init; }

    /// <summary>The arguments of its type's attributes that are one field as it is.</summary>
    public EquatableArray<FieldValue> Fields { get; init; }

    /// <summary>The attributes of its type that are one item of a list.</summary>
    public EquatableArray<ItemValue> Items { get; init; }

    /// <summary>What its type's members declare, in source order. The lists below are parts of it, and setting one sets that part.</summary>
    public EquatableArray<MemberDeclaration> Members { get; init; }

    public EquatableArray<PortDeclaration> Ports { get => Of<PortDeclaration>(); init => Members = With(value); }

    public EquatableArray<VolumeClaimDeclaration> VolumeClaims { get => Of<VolumeClaimDeclaration>(); init => Members = With(value); }

    public EquatableArray<ExistingClaimDeclaration> ExistingClaims { get => Of<ExistingClaimDeclaration>(); init => Members = With(value); }

    public EquatableArray<VolumeDeclaration> Volumes { get => Of<VolumeDeclaration>(); init => Members = With(value); }

    public EquatableArray<ClientServiceDeclaration> ClientServices { get => Of<ClientServiceDeclaration>(); init => Members = With(value); }

    public EquatableArray<ReplicaServiceDeclaration> ReplicaServices { get => Of<ReplicaServiceDeclaration>(); init => Members = With(value); }

    public EquatableArray<PeerListDeclaration> PeerLists { get => Of<PeerListDeclaration>(); init => Members = With(value); }

    /// <summary>The addresses of other applications that it gets.</summary>
    public EquatableArray<AddressDeclaration> Addresses { get => Of<AddressDeclaration>(); init => Members = With(value); }

    /// <summary>Members that the kind of workload cannot have.</summary>
    public EquatableArray<RefusedMemberDeclaration> RefusedMembers { get; init; }

    /// <summary>Whether its type has members that the generator implements.</summary>
    public bool HasMembers => RefusedMembers.Count + Members.Count > 0;

    /// <summary>The container with another declaration in place of each of its members.</summary>
    public ContainerDeclaration WithMembers(Func<MemberDeclaration, MemberDeclaration> change) =>
        this with { Members = Members.Select(change).ToEquatableArray() };

    private EquatableArray<T> Of<T>()
        where T : MemberDeclaration, IEquatable<T>
    {
        int count = 0;
        foreach (MemberDeclaration member in Members)
        {
            count += member is T ? 1 : 0;
        }

        if (count == 0)
        {
            return default;
        }

        // No more room than it takes: it is asked for again and again.
        ImmutableArray<T>.Builder found = ImmutableArray.CreateBuilder<T>(count);
        foreach (MemberDeclaration member in Members)
        {
            if (member is T declaration)
            {
                found.Add(declaration);
            }
        }

        return new(found.MoveToImmutable());
    }

    private EquatableArray<MemberDeclaration> With<T>(EquatableArray<T> declarations)
        where T : MemberDeclaration, IEquatable<T> =>
        Members.Where(static member => member is not T).Concat(declarations).ToEquatableArray();
}
