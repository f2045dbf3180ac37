using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Rules.Identity;

/// <summary>Workloads by the labels of their pods, so that a thousand of them are not compared each with each.</summary>
internal sealed class LabelIndex(IReadOnlyList<WorkloadView> workloads)
{
    private readonly LabelLookup<WorkloadView> _byLabel = new(workloads, static workload => workload.PodLabels);

    /// <summary>Those that labels may select for certain: all that have the rarest of them.</summary>
    public IEnumerable<WorkloadView> With(ManifestNode? labels) => _byLabel.Have(labels);
}
