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

    public WorkloadKind Kind { get; } = ObjectView.KindOf(workload) == DeploymentView.Kind ? WorkloadKind.Deployment : WorkloadKind.StatefulSet;

    public ManifestNode? PodLabels => Workload.At("spec", "template", "metadata", "labels");

    public MappingNode Pod => Workload.At("spec", "template", "spec") as MappingNode ?? new MappingNode([]);

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

    /// <summary>All of its objects.</summary>
    public IEnumerable<MappingNode> Objects =>
        new[] { Workload, Governing, ServiceAccount, Role, RoleBinding, Budget, Policy, Autoscaler }.OfType<MappingNode>().Concat(Services).Concat(ConfigMaps);

    public static string NameOf(MappingNode node) => node.At("metadata", "name").TryGetString(out string? name) ? name : string.Empty;

    public static string? NamespaceOf(MappingNode node) => node.At("metadata", "namespace").TryGetString(out string? name) ? name : null;
}
