namespace Holdfast;

/// <summary>Kinds of objects that labels and annotations are put on.</summary>
[Flags]
public enum ManifestTargets
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The StatefulSet, Deployment, Job or CronJob itself.</summary>
    Workload = 1,

    /// <summary>The pods. A change rolls them.</summary>
    Pods = 2,

    /// <summary>The governing headless Service.</summary>
    HeadlessService = 4,

    /// <summary>The Services for clients.</summary>
    ClientServices = 8,

    /// <summary>The disruption budget.</summary>
    DisruptionBudget = 16,

    /// <summary>The claim templates. They can never be changed once the set exists.</summary>
    Claims = 32,

    /// <summary>The network policy.</summary>
    NetworkPolicy = 64,

    /// <summary>The autoscaler.</summary>
    Autoscaler = 128,

    /// <summary>The ServiceAccount, its Role and its RoleBinding.</summary>
    ServiceAccount = 2048,

    /// <summary>The ConfigMaps.</summary>
    ConfigMaps = 4096,

    /// <summary>The Ingresses and HTTPRoutes.</summary>
    Routes = 8192,

    /// <summary>The PodMonitors and ServiceMonitors.</summary>
    Monitors = 16384,

    /// <summary>All but claims.</summary>
    Default = Workload | Pods | HeadlessService | ClientServices | DisruptionBudget | NetworkPolicy | Autoscaler | ServiceAccount | ConfigMaps | Routes | Monitors,
}
