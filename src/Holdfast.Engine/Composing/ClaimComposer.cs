using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Composing;

/// <summary>What a claim asks for, in a template of the set or of a volume.</summary>
internal static class ClaimComposer
{
    public static MappingNode Spec(VolumeClaimDeclaration claim) => FieldValues.Put(Declared(claim), FieldPlace.Claim, claim.Fields);

    private static MappingNode Declared(VolumeClaimDeclaration claim) => new MappingBuilder()
        .Add("accessModes", [Nodes.Of(claim.AccessMode.Or("ReadWriteOnce", null))!])
        .Add("storageClassName", claim.StorageClass)
        .Add("volumeMode", claim.DevicePath.State switch
        {
            DeclaredState.Absent => null,
            DeclaredState.Known => ScalarNode.String("Block", claim.DevicePath.Location),
            _ => new UnknownNode(claim.DevicePath.Location),
        })
        .Add("volumeAttributesClassName", claim.VolumeAttributesClass)
        // Only the newer field has a namespace.
        .Add(claim.DataSourceNamespace.State == DeclaredState.Absent ? "dataSource" : "dataSourceRef", claim.DataSource.State == DeclaredState.Absent
            ? null
            : new MappingBuilder()
                .Add("apiGroup", claim.DataSourceApiGroup)
                .Add("kind", claim.DataSourceKind.Or(ClaimView.Kind, null))
                .Add("name", claim.DataSource)
                .Add("namespace", claim.DataSourceNamespace)
                .Build(claim.DataSource.Location))
        // The attribute asks for a size; where there is none, it is about to be typed.
        .Add("resources", new MappingBuilder()
            .Add("requests", new MappingBuilder().Add("storage", Nodes.Of(claim.Size) ?? new UnknownNode(claim.Member.Location)).Build())
            .Build())
        .Build();

    /// <summary>Its use as a raw block device; null where it is none.</summary>
    public static ManifestNode? Device(VolumeClaimDeclaration claim) => claim.DevicePath.State == DeclaredState.Absent
        ? null
        : new MappingBuilder()
            .Add("name", claim.Name)
            .Add("devicePath", claim.DevicePath)
            .Build(claim.Member.Location);
}
