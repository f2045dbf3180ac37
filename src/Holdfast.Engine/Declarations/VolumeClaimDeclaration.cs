namespace Holdfast.Engine.Declarations;

/// <summary><c>[VolumeClaim]</c> on a member: a claim template.</summary>
/// <param name="Member">The member.</param>
/// <param name="Size">The storage request.</param>
/// <param name="Name">The template's name, made of the member's where the user gave none.</param>
/// <param name="MountPath">Where it is mounted.</param>
/// <param name="SubPath">Which directory of it.</param>
/// <param name="AccessMode">The access mode as Kubernetes writes it.</param>
/// <param name="StorageClass">The storage class.</param>
internal sealed record VolumeClaimDeclaration(
    MemberShape Member,
    Declared<string> Size,
    Declared<string> Name,
    Declared<string> MountPath,
    Declared<string> SubPath,
    Declared<string> AccessMode,
    Declared<string> StorageClass) : MemberDeclaration
{
    public Declared<bool> ReadOnly { get; init; }

    public Declared<string> DevicePath { get; init; }

    public Declared<string> VolumeAttributesClass { get; init; }

    public Declared<string> DataSource { get; init; }

    public Declared<string> DataSourceKind { get; init; }

    public Declared<string> DataSourceApiGroup { get; init; }

    public Declared<string> DataSourceNamespace { get; init; }
}
