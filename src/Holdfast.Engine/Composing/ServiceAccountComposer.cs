using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Composing;

/// <summary>The ServiceAccount that is made with an application.</summary>
internal static class ServiceAccountComposer
{
    public const string Kind = "ServiceAccount";

    public const string ApiVersion = "v1";

    /// <summary>Whether a token is mounted is said by the pods, which have the last word.</summary>
    public static MappingNode Compose(AppDeclaration app, ServiceAccountDeclaration account) => FieldValues.Put(Declared(app, account), FieldPlace.ServiceAccount, app.Container.Fields);

    private static MappingNode Declared(AppDeclaration app, ServiceAccountDeclaration account) => new MappingBuilder()
        .Add("apiVersion", ApiVersion)
        .Add("kind", Kind)
        .Add("metadata", ObjectMetadata.Of(app, account.Name, ManifestTarget.ServiceAccount))
        .Build(account.Name.Location);
}
