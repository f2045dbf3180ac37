using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary>A volume that is not a claim template of the set and not an existing claim, on a member: <see cref="VolumeKind"/> says which.</summary>
internal sealed record VolumeDeclaration : MemberDeclaration
{
    public required override MemberShape Member { get; init; }

    public required VolumeKind Kind { get; init; }

    /// <summary>The volume's name, made of the member's where the user gave none.</summary>
    public required Declared<string> Name { get; init; }

    /// <summary>The ConfigMap's, Secret's or driver's name, or the path on the node.</summary>
    public Declared<string> Source { get; init; }

    public Declared<string> MountPath { get; init; }

    public Declared<string> SubPath { get; init; }

    public Declared<bool> ReadOnly { get; init; }

    public Declared<bool> InMemory { get; init; }

    public Declared<string> SizeLimit { get; init; }

    public Declared<int> DefaultMode { get; init; }

    public Declared<bool> Optional { get; init; }

    public Declared<EquatableArray<string>> Items { get; init; }

    public Declared<string> HostPathType { get; init; }

    /// <summary>What an ephemeral claim asks for; null for all else.</summary>
    public VolumeClaimDeclaration? Claim { get; init; }

    public Declared<string> FsType { get; init; }

    public Declared<EquatableArray<string>> Attributes { get; init; }

    public Declared<string> NodePublishSecret { get; init; }

    /// <summary>The sources of a projected volume, in source order.</summary>
    public EquatableArray<ProjectedSourceDeclaration> Sources { get; init; }
}
