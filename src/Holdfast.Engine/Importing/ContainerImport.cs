using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>A container, without what it declares as members.</summary>
internal static class ContainerImport
{
    private static readonly HashSet<string> PlainAmounts = new(StringComparer.Ordinal) { "cpu", "memory", "ephemeral-storage" };

    public static ContainerDeclaration Of(MappingNode container, ContainerKind kind, TypeShape? type, PortPlan ports, VolumeImport volumes) => new()
    {
        Type = type,
        Kind = kind,
        IsDeclared = true,
        Image = Said.Text(container["image"]) is { State: DeclaredState.Known } image ? image : Said.Of(string.Empty),
        Name = Said.Text(container["name"]),
        Command = Said.Texts(container["command"]),
        Args = Said.Texts(container["args"]),
        WorkingDir = Said.Text(container["workingDir"]),
        ImagePullPolicy = Said.OneOf(container["imagePullPolicy"], "IfNotPresent", "Always", "Never"),
        Resources = Resources(container["resources"]),
        ExtendedResources = Extended(container["resources"]).ToEquatableArray(),
        Env = EnvImport.Variables(container, volumes).ToEquatableArray(),
        EnvFrom = EnvImport.Sources(container).ToEquatableArray(),
        PostStart = ProbeImport.Hook("PostStart", container.At("lifecycle", "postStart"), ports),
        PreStop = ProbeImport.Hook("PreStop", container.At("lifecycle", "preStop"), ports),
        StartupProbe = ProbeImport.Probe("StartupProbe", container["startupProbe"], ports),
        ReadinessProbe = ProbeImport.Probe("ReadinessProbe", container["readinessProbe"], ports),
        LivenessProbe = ProbeImport.Probe("LivenessProbe", container["livenessProbe"], ports),
        SecurityContext = SecurityImport.OfContainer(container["securityContext"], isFurther: type is not null),
        Ports = ports.Of(container).ToEquatableArray(),
        Fields = FieldValues.Join<FieldValue>(
            FieldValues.Take(kind switch { ContainerKind.Sidecar => "Sidecar", ContainerKind.Init => "InitContainer", _ => "Container" }, FieldPlace.Container, container),
            FieldValues.Take("Resources", FieldPlace.Container, container),
            SecurityImport.Fields(FieldPlace.Container, container),
            type is null ? default : SecurityImport.Fields(FieldPlace.FurtherContainer, container)),
        Items = FieldValues.Take(FieldPlace.Container, container, "restartPolicyRules"),
    };

    private static ResourcesDeclaration? Resources(ManifestNode? resources)
    {
        var declared = new ResourcesDeclaration(
            Said.Text(resources.At("requests", "cpu")),
            Said.Text(resources.At("limits", "cpu")),
            Said.Text(resources.At("requests", "memory")),
            Said.Text(resources.At("limits", "memory")),
            Said.Text(resources.At("requests", "ephemeral-storage")),
            Said.Text(resources.At("limits", "ephemeral-storage")));
        return declared == new ResourcesDeclaration(default, default, default, default, default, default) ? null : declared;
    }

    /// <summary>What is requested and limited alike, as these must be.</summary>
    private static IEnumerable<ExtendedResourceDeclaration> Extended(ManifestNode? resources) =>
        from limit in Said.Entries(resources.At("limits")) ?? []
        where !PlainAmounts.Contains(limit.Key) && resources.At("requests").At(limit.Key).Is(limit.Value)
        select new ExtendedResourceDeclaration(Said.Of(limit.Key), Said.Of(limit.Value));
}
