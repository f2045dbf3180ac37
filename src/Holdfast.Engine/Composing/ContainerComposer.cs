using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Composing;

/// <summary>A container with all that is declared with it.</summary>
internal static class ContainerComposer
{
    public static MappingNode Compose(AppDeclaration app, ContainerDeclaration container)
    {
        MappingNode node = FieldValues.Put(Declared(app, container), FieldPlace.Container, container.Fields);
        node = container.Type is null ? node : FieldValues.Put(node, FieldPlace.FurtherContainer, container.Fields);
        return FieldValues.Put(node, FieldPlace.Container, container.Items);
    }

    private static MappingNode Declared(AppDeclaration app, ContainerDeclaration container) => new MappingBuilder()
        .Add("name", container.Name)
        .Add("image", container.Image)
        .Add("imagePullPolicy", container.ImagePullPolicy)
        .Add("restartPolicy", container.Kind == ContainerKind.Sidecar ? ScalarNode.String("Always") : null)
        .Add("workingDir", container.WorkingDir)
        .Add("command", container.Command)
        .Add("args", container.Args)
        .Add("ports", container.Ports, Port)
        .Add("envFrom", container.EnvFrom, EnvComposer.Source)
        .Add("env", EnvComposer.Variables(app, container))
        .Add("resources", Resources(container))
        .Add("volumeMounts", MountComposer.Mounts(app, container))
        .Add("volumeDevices", MountComposer.Devices(container))
        .Add("startupProbe", ProbeComposer.Compose(app, container.StartupProbe))
        .Add("readinessProbe", ProbeComposer.Compose(app, container.ReadinessProbe))
        .Add("livenessProbe", ProbeComposer.Compose(app, container.LivenessProbe))
        .Add("lifecycle", HookComposer.Lifecycle(app, container))
        .Add("securityContext", SecurityContextComposer.Container(app, container))
        .Build(container.Image.Location);

    private static ManifestNode Port(PortDeclaration port) => FieldValues.Put(
        new MappingBuilder()
            .Add("name", port.Name)
            .Add("containerPort", port.Number)
            .Add("hostPort", port.HostPort)
            .Add("protocol", port.Protocol)
            .Build(port.Member.Location),
        FieldPlace.Port,
        port.Fields);

    private static MappingNode? Resources(ContainerDeclaration container)
    {
        ResourcesDeclaration? resources = container.Resources;
        return new MappingBuilder()
            .Add("requests", Amounts(container, resources?.CpuRequest, resources?.MemoryRequest, resources?.EphemeralStorageRequest))
            .Add("limits", Amounts(container, resources?.CpuLimit, resources?.MemoryLimit, resources?.EphemeralStorageLimit))
            .BuildOrNull();
    }

    private static MappingNode? Amounts(ContainerDeclaration container, Declared<string>? cpu, Declared<string>? memory, Declared<string>? storage)
    {
        MappingBuilder amounts = new MappingBuilder()
            .Add("cpu", cpu ?? default)
            .Add("memory", memory ?? default)
            .Add("ephemeral-storage", storage ?? default);
        foreach (ExtendedResourceDeclaration resource in container.ExtendedResources)
        {
            if (resource.Name.TryGet(out string? name))
            {
                amounts = amounts.Add(name, Nodes.Of(resource.Amount), resource.Name.Location);
            }
        }

        return amounts.BuildOrNull();
    }
}
