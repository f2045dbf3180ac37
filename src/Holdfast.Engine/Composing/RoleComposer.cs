using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Composing;

/// <summary>A Role and the RoleBinding that gives it to an application's ServiceAccount.</summary>
internal static class RoleComposer
{
    public const string ApiVersion = Group + "/v1";

    public const string Role = "Role";

    public const string Binding = "RoleBinding";

    private const string Group = "rbac.authorization.k8s.io";

    public static MappingNode ComposeRole(AppDeclaration app, RoleDeclaration role) => new MappingBuilder()
        .Add("apiVersion", ApiVersion)
        .Add("kind", Role)
        .Add("metadata", ObjectMetadata.Of(app, role.Name, ManifestTarget.Workload))
        .Add("rules", [new MappingBuilder()
            .Add("apiGroups", [ScalarNode.String(role.ApiGroup)])
            .Add("resources", [ScalarNode.String(role.Resource)])
            .Add("resourceNames", Texts(role.ResourceNames))
            .Add("verbs", Texts(role.Verbs))
            .Build(role.Name.Location)])
        .Build(role.Name.Location);

    /// <summary>The API server refuses an account without a namespace, and nothing fills it in.</summary>
    public static MappingNode ComposeBinding(AppDeclaration app, RoleDeclaration role) => new MappingBuilder()
        .Add("apiVersion", ApiVersion)
        .Add("kind", Binding)
        .Add("metadata", ObjectMetadata.Of(app, role.Name, ManifestTarget.Workload))
        .Add("roleRef", new MappingBuilder().Add("apiGroup", Group).Add("kind", Role).Add("name", role.Name).Build(role.Name.Location))
        .Add("subjects", [new MappingBuilder()
            .Add("kind", ServiceAccountComposer.Kind)
            .Add("name", role.Account)
            .Add("namespace", app.Namespace)
            .Build(role.Name.Location)])
        .Build(role.Name.Location);

    private static List<ManifestNode> Texts(EquatableArray<string> texts) => [.. texts.Select(static text => ScalarNode.String(text))];
}
