using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Rules.Identity;

/// <summary>Workloads by the labels of their pods, so that a thousand of them are not compared each with each.</summary>
internal sealed class LabelIndex
{
    private readonly ILookup<(string Key, string Value), WorkloadView> _byLabel;

    public LabelIndex(IEnumerable<WorkloadView> workloads) => _byLabel = workloads
        .SelectMany(static workload => Labels(workload.PodLabels).Select(label => (label, workload)))
        .ToLookup(static entry => entry.label, static entry => entry.workload);

    /// <summary>Those that labels may select for certain: all that have the first of them.</summary>
    public IEnumerable<WorkloadView> With(ManifestNode? labels) =>
        Labels(labels).Take(1).SelectMany(label => _byLabel[label]);

    private static IEnumerable<(string Key, string Value)> Labels(ManifestNode? labels)
    {
        foreach (MappingEntry entry in (labels as MappingNode)?.Entries ?? default)
        {
            if (entry.Value is ScalarNode scalar)
            {
                yield return (entry.Key, scalar.Text);
            }
        }
    }
}
