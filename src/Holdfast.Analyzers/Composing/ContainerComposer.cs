using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;
using Holdfast.WellKnown;

namespace Holdfast.Analyzers.Composing;

/// <summary>The application's container.</summary>
internal static class ContainerComposer
{
    public static MappingNode Compose(AppDeclaration app, ContainerDeclaration container) => new MappingBuilder()
        .Add("name", container.Name)
        .Add("image", container.Image)
        .Add("command", container.Command)
        .Add("args", container.Args)
        .Add("ports", [.. app.Ports.Select(Port)])
        .Add("env", Env(app))
        .Add("resources", Resources(app.Resources))
        .Add("volumeMounts", Mounts(app))
        .Add("startupProbe", ProbeComposer.Compose(app, app.StartupProbe))
        .Add("readinessProbe", ProbeComposer.Compose(app, app.ReadinessProbe))
        .Add("livenessProbe", ProbeComposer.Compose(app, app.LivenessProbe))
        .Add("securityContext", SecurityContextComposer.Container(app.SecurityContext))
        .Build(container.Image.Origin);

    private static ManifestNode Port(PortDeclaration port) => new MappingBuilder()
        .Add("name", port.Name)
        .Add("containerPort", port.Number)
        .Add("protocol", port.Protocol)
        .Build(port.Member.Origin);

    /// <summary>
    /// Who the pod is comes first, so that every later value can name it as <c>$(POD_NAME)</c>; then the peers; then the
    /// user's own, which take the place of what has the same name.
    /// </summary>
    private static List<ManifestNode> Env(AppDeclaration app)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (EnvDeclaration variable in app.Env)
        {
            own.Add(variable.Name.OrDefault(string.Empty));
        }

        var variables = new List<ManifestNode>();
        AddField(PodEnvironmentVariables.PodName, "metadata.name");
        AddField(PodEnvironmentVariables.PodNamespace, "metadata.namespace");
        AddField(PodEnvironmentVariables.PodOrdinal, $"metadata.labels['{KubernetesLabels.PodIndex}']");
        foreach (PeerListDeclaration list in app.PeerLists)
        {
            if (list.Env.State != DeclaredState.Absent && !own.Contains(list.Env.OrDefault(string.Empty)))
            {
                variables.Add(new MappingBuilder()
                    .Add("name", list.Env)
                    .Add("value", list.Each.State == DeclaredState.Known && list.Separator.State == DeclaredState.Known
                        ? ScalarNode.String(PeerListText.Expand(app, list), list.Each.Origin)
                        : new UnknownNode(list.Each.Origin))
                    .Build(list.Member.Origin));
            }
        }

        foreach (EnvDeclaration variable in app.Env)
        {
            variables.Add(new MappingBuilder()
                .Add("name", variable.Name)
                .Add("value", variable.Value)
                .Add("valueFrom", variable.FieldPath.State == DeclaredState.Absent ? null : FieldReference(Nodes.Of(variable.FieldPath)!))
                .Build(variable.Name.Origin));
        }

        return variables;

        void AddField(string name, string path)
        {
            if (!own.Contains(name))
            {
                variables.Add(new MappingBuilder()
                    .Add("name", name)
                    .Add("valueFrom", FieldReference(ScalarNode.String(path)))
                    .Build());
            }
        }
    }

    private static MappingNode FieldReference(ManifestNode path) =>
        new MappingBuilder().Add("fieldRef", new MappingBuilder().Add("fieldPath", path).Build()).Build();

    private static MappingNode? Resources(ResourcesDeclaration? resources) => resources is null
        ? null
        : new MappingBuilder()
            .Add("requests", new MappingBuilder().Add("cpu", resources.CpuRequest).Add("memory", resources.MemoryRequest).BuildOrNull())
            .Add("limits", new MappingBuilder().Add("cpu", resources.CpuLimit).Add("memory", resources.MemoryLimit).BuildOrNull())
            .BuildOrNull();

    private static List<ManifestNode> Mounts(AppDeclaration app)
    {
        var mounts = new List<ManifestNode>();
        foreach (VolumeClaimDeclaration claim in app.VolumeClaims)
        {
            if (claim.MountPath.State != DeclaredState.Absent)
            {
                mounts.Add(new MappingBuilder()
                    .Add("name", claim.Name)
                    .Add("mountPath", claim.MountPath)
                    .Add("subPath", claim.SubPath)
                    .Build(claim.Member.Origin));
            }
        }

        foreach (ExistingClaimDeclaration claim in app.ExistingClaims)
        {
            if (claim.MountPath.State != DeclaredState.Absent)
            {
                mounts.Add(new MappingBuilder()
                    .Add("name", claim.Name)
                    .Add("mountPath", claim.MountPath)
                    .Add("subPath", claim.SubPath)
                    .Add("readOnly", claim.ReadOnly.OrDefault(false) ? ScalarNode.Boolean(true, claim.ReadOnly.Origin) : null)
                    .Build(claim.Member.Origin));
            }
        }

        return mounts;
    }
}
