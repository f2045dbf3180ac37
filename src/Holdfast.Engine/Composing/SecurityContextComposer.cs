using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Composing;

/// <summary>The restricted profile of Kubernetes' pod security standards, with the user's ids and what is allowed by name.</summary>
internal static class SecurityContextComposer
{
    private static readonly SecurityContextDeclaration None = new(default, default, default, default, default, default, default, default);

    // What every pod has is made once.
    private static readonly MappingNode SeccompProfile = new MappingBuilder().Add("type", "RuntimeDefault").Build();
    private static readonly SequenceNode AllCapabilities = new([ScalarNode.String("ALL")]);

    /// <summary>What holds for all containers and for the volumes.</summary>
    public static MappingNode Pod(AppDeclaration app)
    {
        SecurityContextDeclaration security = app.Container.SecurityContext ?? None;
        bool allowsRoot = security.AllowRoot.OrDefault(false);
        if (IsWindows(app))
        {
            return new MappingBuilder().Add("runAsNonRoot", allowsRoot ? null : ScalarNode.Boolean(true)).Build();
        }


        // The image decides the user, and only one that the project publishes declares it reliably.
        long image = app.Container.Published?.User ?? ManifestDefaults.UserId;
        Declared<long> user = allowsRoot ? security.RunAsUser : security.RunAsUser.Or(image, null);
        return new MappingBuilder()
            .Add("runAsNonRoot", allowsRoot ? null : ScalarNode.Boolean(true))
            .Add("runAsUser", Id(user))
            .Add("runAsGroup", Id(security.RunAsGroup.State == DeclaredState.Absent ? user : security.RunAsGroup))
            .Add("fsGroup", Id(security.FsGroup.State == DeclaredState.Absent ? user : security.FsGroup))
            .Add("seccompProfile", SeccompProfile)
            .Build();
    }

    /// <summary>What the pod's context cannot say; a further container may run as another user.</summary>
    public static MappingNode? Container(AppDeclaration app, ContainerDeclaration container)
    {
        if (IsWindows(app))
        {
            return null;
        }

        SecurityContextDeclaration security = container.SecurityContext ?? None;
        bool isFurther = container.Type is not null;
        bool isPrivileged = security.Privileged.OrDefault(false);
        return new MappingBuilder()
            .Add("runAsNonRoot", isFurther && security.AllowRoot.OrDefault(false) ? ScalarNode.Boolean(false, security.AllowRoot.Location) : null)
            .Add("runAsUser", isFurther ? Id(security.RunAsUser) : null)
            .Add("runAsGroup", isFurther ? Id(security.RunAsGroup) : null)
            .Add("privileged", Nodes.Flag(security.Privileged))
            .Add("allowPrivilegeEscalation", isPrivileged ? null : ScalarNode.Boolean(security.AllowPrivilegeEscalation.OrDefault(false)))
            .Add("capabilities", isPrivileged ? null : new MappingBuilder()
                .Add("drop", AllCapabilities)
                .Add("add", security.AddCapabilities)
                .Build())
            .Add("readOnlyRootFilesystem", Nodes.Flag(security.ReadOnlyRootFilesystem))
            .Build();
    }

    /// <summary>Windows has neither ids of users nor capabilities nor seccomp, and the API server refuses them there.</summary>
    private static bool IsWindows(AppDeclaration app) => app.Container.Fields.Any(static value => value.Argument is { Attribute: "PodSpec", Name: "Os" } && value.Value.Is("windows"));

    private static ManifestNode? Id(Declared<long> id) => id.State switch
    {
        DeclaredState.Absent => null,
        DeclaredState.Known => ScalarNode.Integer(id.OrDefault(0), id.Location),
        _ => new UnknownNode(id.Location),
    };
}
