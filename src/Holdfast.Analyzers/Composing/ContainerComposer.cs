using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;
using Holdfast.WellKnown;

namespace Holdfast.Analyzers.Composing;

/// <summary>A container with all that is declared with it.</summary>
internal static class ContainerComposer
{
    public static MappingNode Compose(AppDeclaration app, ContainerDeclaration container) => new MappingBuilder()
        .Add("name", container.Name)
        .Add("image", container.Image)
        .Add("imagePullPolicy", container.ImagePullPolicy)
        .Add("restartPolicy", container.Kind == ContainerKind.Sidecar ? ScalarNode.String("Always") : null)
        .Add("workingDir", container.WorkingDir)
        .Add("command", container.Command)
        .Add("args", container.Args)
        .Add("ports", [.. container.Ports.Select(Port)])
        .Add("env", Env(app, container))
        .Add("resources", Resources(container.Resources))
        .Add("volumeMounts", Mounts(app, container))
        .Add("startupProbe", ProbeComposer.Compose(app, container.StartupProbe))
        .Add("readinessProbe", ProbeComposer.Compose(app, container.ReadinessProbe))
        .Add("livenessProbe", ProbeComposer.Compose(app, container.LivenessProbe))
        .Add("securityContext", SecurityContextComposer.Container(container))
        .Build(container.Image.Origin);

    private static ManifestNode Port(PortDeclaration port) => new MappingBuilder()
        .Add("name", port.Name)
        .Add("containerPort", port.Number)
        .Add("hostPort", port.HostPort)
        .Add("protocol", port.Protocol)
        .Build(port.Member.Origin);

    /// <summary>
    /// Who the pod is comes first, so that every later value can name it as <c>$(POD_NAME)</c>; then the peers; then the
    /// user's own, which take the place of what has the same name.
    /// </summary>
    private static List<ManifestNode> Env(AppDeclaration app, ContainerDeclaration container)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (EnvDeclaration variable in container.Env)
        {
            own.Add(variable.Name.OrDefault(string.Empty));
        }

        var variables = new List<ManifestNode>();
        AddField(PodEnvironmentVariables.PodName, "metadata.name");
        AddField(PodEnvironmentVariables.PodNamespace, "metadata.namespace");
        AddField(PodEnvironmentVariables.PodOrdinal, $"metadata.labels['{KubernetesLabels.PodIndex}']");
        foreach (PeerListDeclaration list in container.PeerLists)
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

        foreach (EnvDeclaration variable in container.Env)
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

    private static List<ManifestNode> Mounts(AppDeclaration app, ContainerDeclaration container)
    {
        var mounts = new List<ManifestNode>();
        foreach (VolumeClaimDeclaration claim in container.VolumeClaims)
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

        foreach (ExistingClaimDeclaration claim in container.ExistingClaims)
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

        foreach (MountDeclaration mount in container.Mounts)
        {
            mounts.Add(new MappingBuilder()
                .Add("name", VolumeName(app, mount))
                .Add("mountPath", mount.Path)
                .Add("subPath", mount.SubPath)
                .Add("readOnly", mount.ReadOnly.OrDefault(false) ? ScalarNode.Boolean(true, mount.ReadOnly.Origin) : null)
                .Build(mount.Volume.Origin));
        }

        return mounts;
    }

    private static ManifestNode? VolumeName(AppDeclaration app, MountDeclaration mount) =>
        mount.Volume.TryGet(out string? member) && Volumes.Find(app, member) is { } name
            ? Nodes.Of(name)
            : new UnknownNode(mount.Volume.Origin);
}
