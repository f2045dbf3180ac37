using Holdfast.Engine.Model.Tree;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Model.Views;

/// <summary>Labels that controllers add to the pods they make, so that no template has them.</summary>
internal static class AddedLabels
{
    private static readonly string[] Keys =
    [
        KubernetesLabels.PodName, KubernetesLabels.PodIndex, KubernetesLabels.RevisionHash, KubernetesLabels.PodTemplateHash, "pod-template-generation",
        "controller-uid", "job-name", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name", "batch.kubernetes.io/job-completion-index",
    ];

    /// <summary>Whether a selector asks for one.</summary>
    public static bool AreIn(ManifestNode? matchLabels) => matchLabels is MappingNode mapping && mapping.Entries.Any(static entry => Keys.Contains(entry.Key));
}
