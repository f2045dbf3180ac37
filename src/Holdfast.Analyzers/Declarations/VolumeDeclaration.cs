using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Declarations;

/// <summary><c>[EmptyDir]</c>, <c>[ConfigMapVolume]</c>, <c>[SecretVolume]</c> or <c>[HostPath]</c> on a member.</summary>
internal sealed record VolumeDeclaration
{
    public required MemberShape Member { get; init; }

    public required VolumeKind Kind { get; init; }

    /// <summary>The volume's name, made of the member's where the user gave none.</summary>
    public required Declared<string> Name { get; init; }

    /// <summary>The ConfigMap's or Secret's name, or the path on the node.</summary>
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
}
