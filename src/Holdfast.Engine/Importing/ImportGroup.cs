using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Importing;

/// <summary>A workload and the objects that one type makes with it; all without what only the cluster writes.</summary>
internal sealed class ImportGroup(MappingNode workload)
{
    public MappingNode Workload { get; } = workload;

    public string Name { get; } = NameOf(workload);

    public string? Namespace { get; } = NamespaceOf(workload);

    public WorkloadKind Kind { get; } = KindOf(workload) ?? WorkloadKind.StatefulSet;

    /// <summary>The spec of the workload; for a CronJob, that of its Jobs.</summary>
    public ManifestNode? Spec => Kind == WorkloadKind.CronJob ? Workload.At("spec", "jobTemplate", "spec") : Workload["spec"];

    public ManifestNode? PodMetadata => Spec.At("template", "metadata");

    public ManifestNode? PodLabels => PodMetadata.At("labels");

    public MappingNode Pod => Spec.At("template", "spec") as MappingNode ?? new MappingNode([]);

    /// <summary>Whether clients can be led to the pods, and members can name their ports.</summary>
    public bool ServesClients => Kind is WorkloadKind.StatefulSet or WorkloadKind.Deployment;

    /// <summary>The Service that <c>serviceName</c> names; null where it is not among the objects.</summary>
    public MappingNode? Governing { get; set; }

    /// <summary>All other Services that select the pods.</summary>
    public List<MappingNode> Services { get; } = [];

    public List<MappingNode> ConfigMaps { get; } = [];

    public MappingNode? ServiceAccount { get; set; }

    /// <summary>What its account may do; both or none.</summary>
    public MappingNode? Role { get; set; }

    public MappingNode? RoleBinding { get; set; }

    public MappingNode? Budget { get; set; }

    public MappingNode? Policy { get; set; }

    public MappingNode? Autoscaler { get; set; }

    /// <summary>The namespace of its objects, where it is among the objects and no other group has it.</summary>
    public MappingNode? Space { get; set; }

    /// <summary>Ingresses that lead to its Services alone.</summary>
    public List<MappingNode> Ingresses { get; } = [];

    /// <summary>HTTPRoutes that lead to its Services alone.</summary>
    public List<MappingNode> HttpRoutes { get; } = [];

    /// <summary>PodMonitors that select its pods.</summary>
    public List<MappingNode> PodMonitors { get; } = [];

    /// <summary>All of its objects.</summary>
    public IEnumerable<MappingNode> Objects =>
        new[] { Space, Workload, Governing, ServiceAccount, Role, RoleBinding, Budget, Policy, Autoscaler }.OfType<MappingNode>()
            .Concat(Services).Concat(ConfigMaps).Concat(Ingresses).Concat(HttpRoutes).Concat(PodMonitors);

    /// <summary>The kind of workload that a type can declare it as; null where it is none.</summary>
    public static WorkloadKind? KindOf(MappingNode node) => (ObjectView.ApiVersionOf(node), ObjectView.KindOf(node)) switch
    {
        (StatefulSetView.ApiVersion, StatefulSetView.Kind) => WorkloadKind.StatefulSet,
        (DeploymentView.ApiVersion, DeploymentView.Kind) => WorkloadKind.Deployment,
        (JobView.ApiVersion, JobView.Kind) => WorkloadKind.Job,
        (JobView.ApiVersion, JobView.CronJob) => WorkloadKind.CronJob,
        _ => null,
    };

    public static string NameOf(MappingNode node) => node.At("metadata", "name").TryGetString(out string? name) ? name : string.Empty;

    public static string? NamespaceOf(MappingNode node) => node.At("metadata", "namespace").TryGetString(out string? name) ? name : null;
}
