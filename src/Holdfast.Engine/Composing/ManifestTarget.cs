namespace Holdfast.Engine.Composing;

/// <summary>The kinds of objects that labels and annotations are put on, by the names of <c>ManifestTargets</c>.</summary>
internal enum ManifestTarget
{
    Workload,
    Pods,
    HeadlessService,
    ClientServices,
    DisruptionBudget,
    Claims,
    NetworkPolicy,
    Autoscaler,
    ServiceAccount,
    ConfigMaps,
    Routes,
    Monitors,
}
