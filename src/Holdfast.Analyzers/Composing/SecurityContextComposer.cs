using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;
using Holdfast.WellKnown;

namespace Holdfast.Analyzers.Composing;

/// <summary>The restricted profile of Kubernetes' pod security standards, with the user's ids.</summary>
internal static class SecurityContextComposer
{
    private static readonly SecurityContextDeclaration None = new(default, default, default, default);

    public static MappingNode Pod(AppDeclaration app)
    {
        SecurityContextDeclaration security = app.Container.SecurityContext ?? None;
        Declared<long> user = security.RunAsUser.Or(ManifestDefaults.UserId, null);
        return new MappingBuilder()
            .Add("runAsNonRoot", true)
            .Add("runAsUser", Id(user))
            .Add("runAsGroup", Id(security.RunAsGroup.State == DeclaredState.Absent ? user : security.RunAsGroup))
            .Add("fsGroup", Id(security.FsGroup.State == DeclaredState.Absent ? user : security.FsGroup))
            .Add("seccompProfile", new MappingBuilder().Add("type", "RuntimeDefault").Build())
            .Build();
    }

    /// <summary>What the pod's context cannot say; a further container may run as a user of its own.</summary>
    public static MappingNode Container(ContainerDeclaration container) => new MappingBuilder()
        .Add("runAsUser", container.Type is null ? null : OwnId(container.SecurityContext?.RunAsUser))
        .Add("runAsGroup", container.Type is null ? null : OwnId(container.SecurityContext?.RunAsGroup))
        .Add("allowPrivilegeEscalation", false)
        .Add("capabilities", new MappingBuilder().Add("drop", [ScalarNode.String("ALL")]).Build())
        .Add("readOnlyRootFilesystem", container.SecurityContext?.ReadOnlyRootFilesystem.OrDefault(false) == true ? ScalarNode.Boolean(true) : null)
        .Build();

    private static ManifestNode? OwnId(Declared<long>? id) => id is { State: not DeclaredState.Absent } own ? Id(own) : null;

    private static ManifestNode Id(Declared<long> id) =>
        id.TryGet(out long number) ? ScalarNode.Integer(number, id.Origin) : new UnknownNode(id.Origin);
}
