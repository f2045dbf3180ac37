using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>
/// Containers that something in the cluster puts into pods when they are made, so that no manifest has them: Dapr, service meshes,
/// collectors of telemetry. Their annotations and labels say so: <c>dapr.io/enabled</c>, <c>sidecar.istio.io/inject</c>,
/// <c>linkerd.io/inject</c>, <c>consul.hashicorp.com/connect-inject</c>, <c>vault.hashicorp.com/agent-inject</c>.
/// </summary>
internal static class InjectedContainers
{
    private const string Dapr = "dapr.io/enabled";

    private const string Mark = "inject";

    public static bool MayBeIn(WorkloadView workload)
    {
        ManifestNode? metadata = workload.Node.At("spec", "template", "metadata");
        return MayAsk(metadata.At("annotations")) || MayAsk(metadata.At("labels"));
    }

    private static bool MayAsk(ManifestNode? marks) => marks is UnknownNode or MappingNode { IsOpen: true }
        || (marks is MappingNode mapping && mapping.Entries.Any(static entry =>
            (entry.Key == Dapr || entry.Key.IndexOf(Mark, StringComparison.Ordinal) >= 0) && !IsOff(entry.Value)));

    private static bool IsOff(ManifestNode value) => value is ScalarNode { Text: "false" or "disabled" or "no" or "off" };
}
