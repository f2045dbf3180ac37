using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Composing;

/// <summary>The sources of a projected volume, one entry each.</summary>
internal static class ProjectedSourceComposer
{
    public static ManifestNode Compose(ProjectedSourceDeclaration source) =>
        FieldValues.Put(Declared(source), FieldPlace.ProjectedSource, source.Fields);

    private static MappingNode Declared(ProjectedSourceDeclaration source) => source.Attribute switch
    {
        AttributeNames.ProjectedConfigMap => Of("configMap", Entries(source)),
        AttributeNames.ProjectedSecret => Of("secret", Entries(source)),
        AttributeNames.ProjectedField => Of("downwardAPI", new MappingBuilder().Add("items", [Field(source)]).Build()),
        AttributeNames.ProjectedToken => Of("serviceAccountToken", new MappingBuilder()
            .Add("audience", source.Audience)
            .Add("expirationSeconds", source.ExpirationSeconds)
            .Add("path", source.Path)
            .Build(source.Path.Location)),
        AttributeNames.ProjectedPodCertificate => new MappingNode([]),
        _ => Of("clusterTrustBundle", new MappingBuilder()
            .Add("name", source.Source)
            .Add("signerName", source.SignerName)
            // Without a selector a signer matches nothing; an empty one is for all of its bundles.
            .Add("labelSelector", source.SignerName.State == DeclaredState.Absent ? null : new MappingBuilder().Build())
            .Add("optional", Nodes.Flag(source.Optional))
            .Add("path", source.Path)
            .Build(source.Path.Location)),
    };

    private static MappingNode Of(string kind, MappingNode source) => new MappingBuilder().Add(kind, source).Build(source.Location);

    private static MappingNode Entries(ProjectedSourceDeclaration source) => new MappingBuilder()
        .Add("name", source.Source)
        .Add("items", VolumeComposer.Items(source.Items))
        .Add("optional", Nodes.Flag(source.Optional))
        .Build(source.Source.Location);

    private static ManifestNode Field(ProjectedSourceDeclaration source) => new MappingBuilder()
        .Add("path", source.Path)
        .Add("fieldRef", source.FieldPath.State == DeclaredState.Absent ? null : new MappingBuilder().Add("fieldPath", source.FieldPath).Build())
        .Add("resourceFieldRef", source.Resource.State == DeclaredState.Absent
            ? null
            : new MappingBuilder()
                .Add("containerName", source.ContainerName)
                .Add("resource", source.Resource)
                .Add("divisor", source.Divisor)
                .Build())
        .Add("mode", source.Mode)
        .Build(source.Path.Location);
}
