using System.Runtime.CompilerServices;

namespace Holdfast.WellKnown;

/// <summary>
/// The facts that differ between versions of Kubernetes, each once: rules, constraints, fields and scale plans ask here, and
/// docs/kubernetes/versions.md lists them with what they mean. A fact has the name of the feature gate that decides, and holds where
/// that is on by default.
/// </summary>
/// <remarks>
/// Read on 2026-11-30: Kubernetes' pages of feature gates, its enhancement proposals as of July 2026, the branches of its API up to
/// 1.36 and the API of July 2026 that became 1.37. A version at the end of a row says where the fact was observed.
/// </remarks>
internal static class KubernetesFacts
{
    /// <summary>
    /// Takes each fact as it is made, so it stands before them. A list of their names would be another place to write them down, and a compiler that
    /// starts would compile a method for each.
    /// </summary>
    private static readonly List<KubernetesFact> Made = [];

    /// <summary>The version that API server and controller were observed on; one of those that are <see cref="Supported"/>.</summary>
    public const string Observed = "1.36";

    /// <summary>
    /// The versions that upstream supports on 2026-11-30, each for about 14 months: 1.35 of 2025-12-17, 1.36 of 2026-04-22 and 1.37 of
    /// 2026-08-26 (schedules of SIG Release). 1.34 of 2025-08-27 ended in October 2026, and 1.38 is not released yet.
    /// </summary>
    public static KubernetesVersions Supported { get; } = KubernetesVersions.Of("1.35-1.37");

    /// <summary>The versions that facts are written down for. What holds in the newest of them is taken to hold in later ones.</summary>
    public static KubernetesVersions Known { get; } = KubernetesVersions.Of("1.30..");

    // StatefulSet

    /// <summary><c>maxUnavailable</c> of a StatefulSet's rolling update counts; where it does not, the API server drops the field.</summary>
    public static KubernetesFact MaxUnavailableStatefulSet { get; } = Fact("1.35.0-1.35.3, 1.37..", "KEP-961", "1.36");

    public static KubernetesFact StatefulSetStartOrdinal { get; } = Fact("1.27..", "KEP-3335", "1.36");
    public static KubernetesFact StatefulSetAutoDeletePVC { get; } = Fact("1.27..", "KEP-1847", "1.36");
    public static KubernetesFact PodIndexLabel { get; } = Fact("1.28..", "KEP-4017", "1.36");

    /// <summary>The API server checks the form of a StatefulSet's <c>serviceName</c>. No gate: the name is of this table.</summary>
    public static KubernetesFact StatefulSetServiceNameValidation { get; } = Fact("1.33..", "#130233", "1.36");

    // Pods
    public static KubernetesFact SidecarContainers { get; } = Fact("1.29..", "KEP-753", "1.36");
    public static KubernetesFact PodLifecycleSleepAction { get; } = Fact("1.30..", "KEP-3960", "1.36");
    public static KubernetesFact PodLifecycleSleepActionAllowZero { get; } = Fact("1.33..", "KEP-4818", "1.36");
    public static KubernetesFact AppArmorFields { get; } = Fact("1.30..", "KEP-24", "1.36");
    public static KubernetesFact MatchLabelKeysInPodAffinity { get; } = Fact("1.31..", "KEP-3633", "1.36");
    public static KubernetesFact RecursiveReadOnlyMounts { get; } = Fact("1.31..", "KEP-3857", "1.36");
    public static KubernetesFact UserNamespacesSupport { get; } = Fact("1.33..", "KEP-127", "1.36");
    public static KubernetesFact ProcMountType { get; } = Fact("1.33..", "KEP-4265", "1.36");
    public static KubernetesFact SupplementalGroupsPolicy { get; } = Fact("1.33..", "KEP-3619", "1.36");
    public static KubernetesFact SELinuxChangePolicy { get; } = Fact("1.33..", "KEP-1710");
    public static KubernetesFact InPlacePodVerticalScaling { get; } = Fact("1.33..", "KEP-1287", "1.36");
    public static KubernetesFact RelaxedEnvironmentVariableValidation { get; } = Fact("1.32..", "KEP-4369", "1.36");
    public static KubernetesFact RelaxedDNSSearchValidation { get; } = Fact("1.33..", "KEP-4427", "1.36");
    public static KubernetesFact PodLevelResources { get; } = Fact("1.34..", "KEP-2837", "1.36");
    public static KubernetesFact ContainerRestartRules { get; } = Fact("1.35..", "KEP-5307", "1.36");
    public static KubernetesFact RestartAllContainersOnContainerExits { get; } = Fact("1.36..", "KEP-5532", "1.36");
    public static KubernetesFact EnvFiles { get; } = Fact("1.35..", "KEP-3721", "1.36");
    public static KubernetesFact HostnameOverride { get; } = Fact("1.35..", "KEP-4762", "1.36");
    public static KubernetesFact ImageVolume { get; } = Fact("1.35..", "KEP-4639");
    public static KubernetesFact PodTopologyLabelsAdmission { get; } = Fact("1.35..", "KEP-4742");
    public static KubernetesFact PodCertificateRequest { get; } = Fact("1.37..", "KEP-4317");

    /// <summary>On in 1.37 by the proposal; no page of the gates said so when it was read.</summary>
    public static KubernetesFact ContainerStopSignals { get; } = Fact("1.37..", "KEP-4960");

    public static KubernetesFact TaintTolerationComparisonOperators { get; } = Fact("", "KEP-5471", "1.36");
    public static KubernetesFact GenericWorkload { get; } = Fact("", "KEP-4671");
    public static KubernetesFact AtomicWriteVolumeUserFields { get; } = Fact("", "KEP-5936");
    public static KubernetesFact EmptyDirVolumeMode { get; } = Fact("", "KEP-5502");
    public static KubernetesFact VolumeBindMountOptions { get; } = Fact("", "KEP-5855");
    public static KubernetesFact EvictionRequestAPI { get; } = Fact("", "KEP-4563");
    public static KubernetesFact H2CContainerProbe { get; } = Fact("", "KEP-5999");
    public static KubernetesFact GRPCContainerProbeTLS { get; } = Fact("", "KEP-4939");

    // Services
    public static KubernetesFact ServiceTrafficDistribution { get; } = Fact("1.31..", "KEP-4444", "1.36");
    public static KubernetesFact PreferSameTrafficDistribution { get; } = Fact("1.34..", "KEP-3015", "1.36");
    public static KubernetesFact MultiCIDRServiceAllocator { get; } = Fact("1.33..", "KEP-1880");

    /// <summary>Addresses and networks are written in one way: no leading zeros, no bits behind the prefix.</summary>
    public static KubernetesFact StrictIPCIDRValidation { get; } = Fact("1.36..", "KEP-4858", "1.36");

    // Budgets
    public static KubernetesFact PDBUnhealthyPodEvictionPolicy { get; } = Fact("1.27..", "KEP-3017", "1.36");

    // Claims
    public static KubernetesFact RecoverVolumeExpansionFailure { get; } = Fact("1.32..", "KEP-1790");
    public static KubernetesFact HonorPVReclaimPolicy { get; } = Fact("1.31..", "KEP-2644");
    public static KubernetesFact VolumeAttributesClass { get; } = Fact("1.34..", "KEP-3751", "1.36");

    // Label and name rules

    /// <summary>The name of a Service may begin with a digit.</summary>
    public static KubernetesFact RelaxedServiceNameValidation { get; } = Fact("1.36..", "KEP-5311", "1.36");

    // Jobs and autoscalers
    public static KubernetesFact JobSuccessPolicy { get; } = Fact("1.31..", "KEP-3998");
    public static KubernetesFact JobManagedBy { get; } = Fact("1.32..", "KEP-4368");
    public static KubernetesFact WorkloadWithJob { get; } = Fact("", "KEP-5547");

    /// <summary><c>minReplicas</c> of an autoscaler may be 0.</summary>
    public static KubernetesFact HPAScaleToZero { get; } = Fact("1.37..", "KEP-2021", "1.36");

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<KubernetesFact> All => Made;

    /// <summary>A fact by its name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static KubernetesFact Named(string name) => All.Single(fact => fact.Name == name);

    private static KubernetesFact Fact(string holds, string source, string? tried = null, [CallerMemberName] string name = "")
    {
        var fact = new KubernetesFact(name, holds, source, tried);
        Made.Add(fact);
        return fact;
    }
}
