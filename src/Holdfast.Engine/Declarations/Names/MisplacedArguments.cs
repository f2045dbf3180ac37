using System.Collections.Immutable;

namespace Holdfast.Engine.Declarations.Names;

/// <summary>
/// What is written as an argument of <c>[StatefulApp]</c> and the like, as in other tools, and belongs to another attribute. The table is asked only where the
/// compiler has an error for the argument.
/// </summary>
internal static class MisplacedArguments
{
    /// <summary>
    /// The arguments, and what to write for them: <c>{value}</c> is the value that the argument has, <c>{name}</c> its own name. What is in quotes here is an example.
    /// </summary>
    private const string Rows = """
        Image = [Container({value})]
        Command,Args,WorkingDir,ImagePullPolicy = [Container("image:tag", {name} = {value})]
        Port,Ports,ContainerPort = [Port(8080)] public static partial ServicePort Http { get; }
        Size,Storage,StorageSize,Volume,VolumeClaim,Claim = [VolumeClaim("10Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
        StorageClass = [VolumeClaim("10Gi", MountPath = "/data", StorageClass = {value})] public static partial ClaimTemplate Data { get; }
        Env,EnvironmentVariables,Variables = [Env("NAME", "value")]
        Label,Labels = [Label("key", "value")]
        Annotation,Annotations = [Annotation("key", "value")]
        CpuRequest,CpuLimit,MemoryRequest,MemoryLimit = [Resources({name} = {value})]
        Resources,Cpu,Memory = [Resources(CpuRequest = "500m", MemoryRequest = "1Gi", MemoryLimit = "1Gi")]
        ServiceAccount,ServiceAccountName = [ServiceAccount({value})]
        ImagePullSecret,ImagePullSecrets = [ImagePullSecret("name")]
        NodeSelector = [NodeSelector("key", "value")]
        MinAvailable = [DisruptionBudget(MinAvailable = {value})]
        ReadinessProbe,LivenessProbe,StartupProbe = [{name}(HttpPath = "/health", Port = nameof(Http))]
        RunAsUser,RunAsGroup,FsGroup = [SecurityContext({name} = {value})]
        MinReplicas,MaxReplicas = [Autoscaler(3, 9)]
        """;

    /// <summary>The rows by their arguments.</summary>
    public static ImmutableSortedDictionary<string, string> All { get; } = Rows
        .Split('\n')
        .Select(static row => row.Trim().Split([" = "], 2, StringSplitOptions.None))
        .SelectMany(static row => row[0].Split(',').Select(name => (Name: name, Text: row[1].Replace("{name}", name))))
        .ToImmutableSortedDictionary(static row => row.Name, static row => row.Text, StringComparer.Ordinal);

    /// <summary>Whether an argument belongs to the application's container, which is then not missing but misplaced.</summary>
    public static bool IsOfContainer(string name) => All.TryGetValue(name, out string? text) && text.StartsWith(AttributeNames.Written(AttributeNames.Container).TrimEnd(']') + "(", StringComparison.Ordinal);

    /// <summary>What to write for an argument; null where that is not known.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, as it is written.</param>
    public static string? Instead(string name, string value) => All.TryGetValue(name, out string? text) ? text.Replace("{value}", value) : null;

    /// <summary>The attribute for the type that an argument becomes with its value as it is; null where more has to be decided.</summary>
    /// <inheritdoc cref="Instead" path="/param"/>
    public static string? Moved(string name, string value) =>
        All.TryGetValue(name, out string? text) && text.Contains("{value}") && text.IndexOf('"') < 0 ? text.Replace("{value}", value).Trim('[', ']') : null;
}
