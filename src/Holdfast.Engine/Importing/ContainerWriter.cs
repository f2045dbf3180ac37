using System.Text;
using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;

namespace Holdfast.Engine.Importing;

/// <summary>Attributes of a container.</summary>
internal static class ContainerWriter
{
    public static void Attributes(StringBuilder text, AppDeclaration app, ContainerDeclaration container, int indent)
    {
        string usualName = container.Type is { } type ? MemberNames.ToKebabCase(type.Name.TrimStart('@')) : app.Name.OrDefault(string.Empty);
        if (container.IsDeclared)
        {
            string name = container.Kind switch { ContainerKind.Sidecar => "Sidecar", ContainerKind.Init => "InitContainer", _ => "Container" };
            Line(new AttributeText(name, indent)
                .Text(container.Image)
                .Text("Name", container.Name, usualName)
                .Texts("Command", container.Command)
                .Texts("Args", container.Args)
                .Text("WorkingDir", container.WorkingDir)
                .Enum("ImagePullPolicy", container.ImagePullPolicy)
                .Fields(name, container.Fields));
        }

        foreach (EnvFromDeclaration source in container.EnvFrom)
        {
            Line(new AttributeText("EnvFrom", indent)
                .Text("ConfigMap", source.ConfigMap)
                .Text("Secret", source.Secret)
                .Text("Prefix", source.Prefix)
                .Flag("Optional", source.Optional));
        }

        foreach (EnvDeclaration variable in container.Env)
        {
            Line(new AttributeText("Env", indent)
                .Text(variable.Name)
                .Text(variable.Value)
                .Text("FieldPath", variable.FieldPath)
                .Text("Resource", variable.Resource)
                .Text("Divisor", variable.Divisor)
                .Text("ConfigMap", variable.ConfigMap)
                .Text("Secret", variable.Secret)
                .Text("Key", variable.Key)
                .Flag("Optional", variable.Optional)
                .Member("FileVolume", variable.FileVolume, app)
                .Text("FilePath", variable.FilePath)
                .Fields("Env", variable.Fields));
        }

        if (container.Resources is not null || Has("Resources"))
        {
            ResourcesDeclaration resources = container.Resources ?? new(default, default, default, default, default, default);
            Line(new AttributeText("Resources", indent)
                .Text("CpuRequest", resources.CpuRequest)
                .Text("CpuLimit", resources.CpuLimit)
                .Text("MemoryRequest", resources.MemoryRequest)
                .Text("MemoryLimit", resources.MemoryLimit)
                .Text("EphemeralStorageRequest", resources.EphemeralStorageRequest)
                .Text("EphemeralStorageLimit", resources.EphemeralStorageLimit)
                .Fields("Resources", container.Fields));
        }

        foreach (ExtendedResourceDeclaration resource in container.ExtendedResources)
        {
            Line(new AttributeText("ExtendedResource", indent).Text(resource.Name).Text(resource.Amount));
        }

        Probe("StartupProbe", container.StartupProbe);
        Probe("ReadinessProbe", container.ReadinessProbe);
        Probe("LivenessProbe", container.LivenessProbe);
        Hook("PostStart", container.PostStart);
        Hook("PreStop", container.PreStop);
        foreach (ItemValue item in container.Items)
        {
            Line(new AttributeText(item.Attribute.Attribute, indent).Fields(item.Attribute.Attribute, item.Fields));
        }

        if (container.SecurityContext is not null || Has("SecurityContext"))
        {
            SecurityContextDeclaration security = container.SecurityContext ?? new(default, default, default, default, default, default, default, default);
            Line(new AttributeText("SecurityContext", indent)
                .Number("RunAsUser", security.RunAsUser)
                .Number("RunAsGroup", security.RunAsGroup)
                .Number("FsGroup", security.FsGroup)
                .Flag("ReadOnlyRootFilesystem", security.ReadOnlyRootFilesystem)
                .Flag("AllowRoot", security.AllowRoot)
                .Texts("AddCapabilities", security.AddCapabilities)
                .Flag("AllowPrivilegeEscalation", security.AllowPrivilegeEscalation)
                .Flag("Privileged", security.Privileged)
                .Fields("SecurityContext", container.Fields));
        }

        foreach (MountDeclaration mount in container.Mounts)
        {
            Line(new AttributeText("Mount", indent)
                .Add(mount.Volume.TryGet(out string? member) ? AttributeText.NameOf(member, app) : null)
                .Text(mount.Path)
                .Text("SubPath", mount.SubPath)
                .Flag("ReadOnly", mount.ReadOnly)
                .Fields("Mount", mount.Fields));
        }

        foreach (ConfigFileDeclaration file in container.ConfigFiles)
        {
            if (file.Member.Length == 0)
            {
                Line(new AttributeText("ConfigFile", indent).Text(file.Path).Text("File", file.File));
            }
        }

        foreach (ConfigMapEntryDeclaration entry in container.ConfigMapEntries)
        {
            Line(new AttributeText("ConfigMapEntry", indent)
                .Text(entry.Key)
                .Text(entry.File.State == DeclaredState.Absent ? entry.Text : default)
                .Text("ConfigMap", entry.ConfigMap)
                .Text("File", entry.File));
        }

        bool Has(string attribute) => container.Fields.Any(value => value.Argument.Attribute == attribute);

        void Line(AttributeText attribute) => DeclarationWriter.Line(text, indent, attribute);

        void Hook(string name, HookDeclaration? hook)
        {
            if (hook is not null)
            {
                Line(new AttributeText(name, indent)
                    .Texts("Command", hook.Command)
                    .Text("HttpPath", hook.HttpPath)
                    .Member("Port", hook.Port, app)
                    .Number("PortNumber", hook.PortNumber)
                    .Flag("Https", hook.Https)
                    .Number("SleepSeconds", hook.SleepSeconds)
                    .Fields(name, hook.Fields));
            }
        }

        void Probe(string name, ProbeDeclaration? probe)
        {
            if (probe is not null)
            {
                Line(new AttributeText(name, indent)
                    .Texts("Command", probe.Command)
                    .Text("HttpPath", probe.HttpPath)
                    .Member("Port", probe.Port, app)
                    .Number("PortNumber", probe.PortNumber)
                    .Member("GrpcPort", probe.GrpcPort, app)
                    .Number("InitialDelaySeconds", probe.InitialDelaySeconds)
                    .Number("PeriodSeconds", probe.PeriodSeconds)
                    .Number("TimeoutSeconds", probe.TimeoutSeconds)
                    .Number("FailureThreshold", probe.FailureThreshold)
                    .Number("SuccessThreshold", probe.SuccessThreshold)
                    .Flag("Https", probe.Https)
                    .Texts("HttpHeaders", probe.HttpHeaders)
                    .Text("GrpcService", probe.GrpcService)
                    .Text("Host", probe.Host)
                    .Fields(name, probe.Fields));
            }
        }
    }
}
