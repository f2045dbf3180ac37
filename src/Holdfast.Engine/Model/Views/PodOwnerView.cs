using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>An object that pods are made of: one with a pod template, or a Pod itself.</summary>
/// <param name="node">The object.</param>
/// <param name="podPath">Where the pod's metadata and spec are: the path of the template, empty for a Pod.</param>
internal class PodOwnerView(MappingNode node, ImmutableArray<string> podPath) : ObjectView(node)
{
    public const string DaemonSet = "DaemonSet";

    public const string ReplicationController = "ReplicationController";

    private const string Apps = "apps/v1";

    private const string Batch = "batch/v1";

    private const string Core = "v1";

    /// <summary>Where all kinds but two have their template.</summary>
    protected static readonly ImmutableArray<string> Template = ["spec", "template"];

    /// <summary>The kinds beside the workloads, each with the path of what becomes a pod.</summary>
    private static readonly PodKind[] Others =
    [
        new(DaemonSet, Apps, Template),
        new("ReplicaSet", Apps, Template),
        new(ReplicationController, Core, Template),
        new("Job", Batch, Template),
        new("CronJob", Batch, ["spec", "jobTemplate", "spec", "template"]),
        new("Pod", Core, []),
    ];

    // Nearly every rule walks these, so each is found once.
    private MappingNode[]? _volumes;

    private MappingNode[]? _containers;

    private MappingNode[]? _runningContainers;

    /// <summary>The object as one that pods are made of; null where it is of another kind or version.</summary>
    public static PodOwnerView? Of(MappingNode node) => (KindOf(node), ApiVersionOf(node)) switch
    {
        (StatefulSetView.Kind, StatefulSetView.ApiVersion) => new StatefulSetView(node),
        (DeploymentView.Kind, DeploymentView.ApiVersion) => new DeploymentView(node),
        var (kind, version) => Others.FirstOrDefault(other => other.Kind == kind && other.ApiVersion == version) is { } found
            ? new PodOwnerView(node, found.Pod)
            : null,
    };

    /// <summary>The kind for messages; empty where it is not known.</summary>
    public string KindName { get; } = KindOf(node);

    /// <summary>Where the pod's metadata and spec are, from the object on; empty for a Pod.</summary>
    public ImmutableArray<string> PodPath => podPath;

    /// <summary>What becomes a pod: the template, or the Pod itself.</summary>
    public ManifestNode? PodTemplate { get; } = Below(node, podPath);

    /// <summary>What is said about the pods themselves: labels and annotations.</summary>
    public ManifestNode? PodMetadata => PodTemplate.At("metadata");

    /// <summary>The labels of the pods.</summary>
    public ManifestNode? PodLabels { get; } = Below(node, podPath).At("metadata", "labels");

    /// <summary>What the template says about pods.</summary>
    public ManifestNode? PodSpec { get; } = Below(node, podPath).At("spec");

    /// <summary>The spec of the job that makes the pods; null where no job does.</summary>
    public ManifestNode? Job { get; } = KindOf(node) switch
    {
        "Job" => node["spec"],
        "CronJob" => node.At("spec", "jobTemplate", "spec"),
        _ => null,
    };

    /// <summary>The number of pods; null where it is unknown, left to another controller, or the kind has none.</summary>
    public long? Replicas => Node.At("spec", "replicas").TryGetInteger(out long replicas) ? replicas : null;

    /// <summary>
    /// What the object selects its pods by; null where it has no selector, and for jobs whose selector the server makes:
    /// <c>batch/v1</c> reads one only where <c>manualSelector</c> is set.
    /// </summary>
    public ManifestNode? Selector => KindName switch
    {
        "Pod" or "CronJob" => null,
        "Job" when !Job.At("manualSelector").IsTrue() => null,
        _ => Node.At("spec", "selector"),
    };

    /// <summary>The labels that the object knows its pods by; a ReplicationController has no expressions beside them.</summary>
    public ManifestNode? MatchLabels => KindName == ReplicationController ? Selector : Selector.At("matchLabels");

    /// <summary>Whether the pods are meant to end by themselves, so that they serve nothing.</summary>
    public bool EndsByItself => Job is not null || (PodSpec.At("restartPolicy") is ScalarNode policy && policy.Text is "Never" or "OnFailure");

    /// <summary>
    /// Whether it is a part of an object that something else completes, as patches of kustomize are. Where a kind can be without
    /// a selector, a container without an image is the sign: the server refuses those.
    /// </summary>
    public virtual bool IsPartial => PodSpec.At("containers") is null || (KindName is DaemonSet or "ReplicaSet"
        ? Node.At("spec", "selector") is null
        : PodSpec.At("containers").Mappings().Any(static container => container["image"] is null));

    /// <summary>The templates of claims that each pod has for itself; only a StatefulSet has any.</summary>
    public virtual MappingNode[] ClaimTemplates => [];

    public MappingNode[] Volumes => _volumes ??= PodSpec.At("volumes").Mappings().ToArray();

    /// <summary>The containers that run as long as the pod does: its own, then its sidecars.</summary>
    public MappingNode[] RunningContainers => _runningContainers ??= PodSpec.At("initContainers").Mappings().Any(StaysRunning)
        ? [.. PodSpec.At("containers").Mappings().ToArray(), .. PodSpec.At("initContainers").Mappings().Where(StaysRunning)]
        : PodSpec.At("containers").Mappings().ToArray();

    /// <summary>All containers of a pod, those that start first included.</summary>
    public MappingNode[] Containers => _containers ??= PodSpec.At("containers").Mappings().ToArray(PodSpec.At("initContainers").Mappings());

    private static bool StaysRunning(MappingNode initContainer) => initContainer["restartPolicy"].Is("Always");

    private static ManifestNode? Below(ManifestNode? node, ImmutableArray<string> path)
    {
        foreach (string key in path)
        {
            node = node.At(key);
        }

        return node;
    }

    /// <param name="Kind">The kind.</param>
    /// <param name="ApiVersion">The version of its API.</param>
    /// <param name="Pod">The path of what becomes a pod.</param>
    private sealed record PodKind(string Kind, string ApiVersion, ImmutableArray<string> Pod);
}
