using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;
using Holdfast.WellKnown;

namespace Holdfast.Analyzers.Composing;

/// <summary>The restricted profile of Kubernetes' pod security standards, with the user's ids.</summary>
internal static class SecurityContextComposer
{
    public static MappingNode Pod(SecurityContextDeclaration security)
    {
        Declared<long> user = security.RunAsUser.Or(ManifestDefaults.UserId, null);
        return new MappingBuilder()
            .Add("runAsNonRoot", true)
            .Add("runAsUser", Id(user))
            .Add("runAsGroup", Id(security.RunAsGroup.State == DeclaredState.Absent ? user : security.RunAsGroup))
            .Add("fsGroup", Id(security.FsGroup.State == DeclaredState.Absent ? user : security.FsGroup))
            .Add("seccompProfile", new MappingBuilder().Add("type", "RuntimeDefault").Build())
            .Build();
    }

    public static MappingNode Container(SecurityContextDeclaration security) => new MappingBuilder()
        .Add("allowPrivilegeEscalation", false)
        .Add("capabilities", new MappingBuilder().Add("drop", [ScalarNode.String("ALL")]).Build())
        .Add("readOnlyRootFilesystem", security.ReadOnlyRootFilesystem.OrDefault(false) ? ScalarNode.Boolean(true) : null)
        .Build();

    private static ManifestNode Id(Declared<long> id) =>
        id.TryGet(out long number) ? ScalarNode.Integer(number, id.Origin) : new UnknownNode(id.Origin);
}
