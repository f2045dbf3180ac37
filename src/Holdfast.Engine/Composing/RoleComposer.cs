using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Composing;

/// <summary>The Role and the RoleBinding of an application, both with its name.</summary>
internal static class RoleComposer
{
    public const string Kind = "Role";

    public const string BindingKind = "RoleBinding";

    public const string ApiVersion = Group + "/v1";

    private const string Group = "rbac.authorization.k8s.io";

    /// <summary>Whether the application needs rights: those that it is allowed, and those to look at what it starts after.</summary>
    public static bool IsMade(AppDeclaration app) => app.Allows.Count > 0 || AfterComposer.Rule(app) is not null;

    public static MappingNode Role(AppDeclaration app) => new MappingBuilder()
        .Add("apiVersion", ApiVersion)
        .Add("kind", Kind)
        .Add("metadata", ObjectMetadata.Of(app, app.Name, ManifestTarget.ServiceAccount))
        .Add("rules", [.. app.Allows.SelectMany(allow => Rules(app, allow)).Concat(AfterComposer.Rule(app) is { } rule ? [rule] : [])])
        .Build(app.Name.Location);

    /// <summary>The account of a RoleBinding is of its namespace where it names none, so it stays right where kustomize sets another one.</summary>
    public static MappingNode Binding(AppDeclaration app) => new MappingBuilder()
        .Add("apiVersion", ApiVersion)
        .Add("kind", BindingKind)
        .Add("metadata", ObjectMetadata.Of(app, app.Name, ManifestTarget.ServiceAccount))
        .Add("roleRef", new MappingBuilder()
            .Add("apiGroup", Group)
            .Add("kind", Kind)
            .Add("name", app.Name)
            .Build())
        .Add("subjects",
        [
            new MappingBuilder()
                .Add("kind", ServiceAccountComposer.Kind)
                .Add("name", Account(app))
                .Build(),
        ])
        .Build(app.Name.Location);

    /// <summary>A rule for each API group, since a rule grants each of its resources in each of its groups.</summary>
    public static IEnumerable<ManifestNode> Rules(AppDeclaration app, AllowDeclaration allow)
    {
        if (allow.Rights.State != DeclaredState.Absent)
        {
            return allow.Rights.TryGet(out string? preset) && GrantedRights.Of(preset) is { } rights
                ? [Rule(
                    ScalarNode.String(rights.Group),
                    [ScalarNode.String(rights.Resource, allow.Location)],
                    rights.IsOfOwnName ? new SequenceNode([Nodes.Of(app.Name)!]) : Nodes.NonEmpty(allow.Names),
                    new SequenceNode(rights.Verbs.Select(verb => ScalarNode.String(verb, allow.Location)), allow.Location),
                    allow.Location)]
                : [new UnknownNode(allow.Location)];
        }

        ManifestNode verbs = allow.Verbs.State == DeclaredState.Absent || allow.Verbs.TryGet(out _)
            ? new SequenceNode(AllowDeclaration.Words(allow.Verbs.OrDefault(string.Empty)).Select(verb => ScalarNode.String(verb, allow.Verbs.Location)), allow.Verbs.Location)
            : new UnknownNode(allow.Verbs.Location);
        if (!allow.Resources.TryGet(out string? resources))
        {
            return [new UnknownNode(allow.Location)];
        }

        return AllowDeclaration.Words(resources)
            .GroupBy(resource => allow.Group.State == DeclaredState.Absent ? ApiResources.GroupsOf(resource)?[0] : null)
            .Select(group => Rule(
                group.Key is { } inferred ? ScalarNode.String(inferred) : Nodes.Of(allow.Group) ?? new UnknownNode(allow.Location),
                [.. group.Select(resource => ScalarNode.String(resource, allow.Resources.Location))],
                Nodes.NonEmpty(allow.Names),
                verbs,
                allow.Location));
    }

    private static MappingNode Rule(ManifestNode group, ManifestNode[] resources, ManifestNode? names, ManifestNode verbs, Location? location) => new MappingBuilder()
        .Add("apiGroups", [group])
        .Add("resources", resources)
        .Add("resourceNames", names)
        .Add("verbs", verbs)
        .Build(location);

    /// <summary>That of the pods; without a name it is the namespace's own.</summary>
    private static Declared<string> Account(AppDeclaration app) =>
        app.Pod.ServiceAccount is { } account && account.Name.State != DeclaredState.Absent ? account.Name : Declared<string>.Known("default", null);
}
