namespace Holdfast;

/// <summary>
/// A HorizontalPodAutoscaler that adds replicas while they are busy and removes the last ones when they are not. The
/// manifest of the set leaves the number of replicas to it then; otherwise each <c>kubectl apply</c> would set it back.
/// Kubernetes: <c>autoscaling/v2</c>. It needs the cluster's metrics server.
/// </summary>
/// <remarks>
/// Code knows as many replicas as <see cref="StatefulAppAttribute.Replicas"/> says, or else <paramref name="minReplicas"/>: the
/// list of pods, peer lists and per-replica Services have that many. A set that is there already and loses its number in the
/// manifest is scaled to 1 by the next <c>kubectl apply</c>, until the autoscaler corrects it; take the number out of the
/// last applied configuration first (<c>kubectl apply edit-last-applied</c>).
/// </remarks>
/// <param name="minReplicas">The number of replicas that always stay, 1 or more.</param>
/// <param name="maxReplicas">The largest number of replicas, <paramref name="minReplicas"/> or more.</param>
/// <example>
/// <code title="attributes">
/// [Resources(CpuRequest = "500m", MemoryRequest = "1Gi", MemoryLimit = "1Gi")]
/// [Autoscaler(3, 9, CpuUtilization = 70, ScaleDownStabilizationSeconds = 600)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class AutoscalerAttribute(int minReplicas, int maxReplicas) : DeclarationAttribute
{
    /// <summary>The number of replicas that always stay.</summary>
    public int MinReplicas { get; } = minReplicas;

    /// <summary>The largest number of replicas.</summary>
    public int MaxReplicas { get; } = maxReplicas;

    /// <summary>The object's name: at most 253 lowercase letters, digits, <c>-</c> and <c>.</c>; default: the application's.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// The cpu time that replicas are to use on average, in percent of what they request, 1 or more; default 80 where no other
    /// measure is declared. Every container needs a cpu request.
    /// </summary>
    public int CpuUtilization { get; set; } = WellKnown.ManifestDefaults.CpuUtilization;

    /// <summary>
    /// The memory that replicas are to use on average, in percent of what they request, 1 or more; left out, not measured.
    /// Every container needs a memory request.
    /// </summary>
    public int MemoryUtilization { get; set; }

    /// <summary>The cpu time that replicas are to use on average, a quantity: <c>500m</c>; left out, not measured.</summary>
    public string? CpuAverage { get; set; }

    /// <summary>The memory that replicas are to use on average, a quantity: <c>2Gi</c>; left out, not measured.</summary>
    public string? MemoryAverage { get; set; }

    /// <summary>Seconds for which fewer replicas must have been enough, 0 to 3600; default 300.</summary>
    public int ScaleDownStabilizationSeconds { get; set; } = WellKnown.ManifestDefaults.ScaleDownStabilizationSeconds;

    /// <summary>
    /// The largest number of replicas that go in one period, 1 or more; default 1, since a replica that goes may have data to
    /// hand over.
    /// </summary>
    public int ScaleDownReplicas { get; set; } = WellKnown.ManifestDefaults.ScaleDownReplicas;

    /// <summary>The period, in seconds, 1 to 1800; default 300.</summary>
    public int ScaleDownPeriodSeconds { get; set; } = WellKnown.ManifestDefaults.ScaleDownPeriodSeconds;

    /// <summary>Whether it only ever adds replicas; default <see langword="false"/>.</summary>
    public bool NeverScaleDown { get; set; }

    /// <summary>Seconds for which more replicas must have been wanted, 0 to 3600; default 0.</summary>
    public int ScaleUpStabilizationSeconds { get; set; }

    /// <summary>
    /// The largest number of replicas that come in one period, 1 or more; left out, Kubernetes' own: 4 replicas or as many
    /// again, whichever is more, in 15 seconds.
    /// </summary>
    public int ScaleUpReplicas { get; set; }

    /// <summary>The period, in seconds, 1 to 1800; default 60. Only with <see cref="ScaleUpReplicas"/>.</summary>
    public int ScaleUpPeriodSeconds { get; set; } = WellKnown.ManifestDefaults.ScaleUpPeriodSeconds;

    /// <summary>
    /// The share of the replicas that may go in one period, in percent, 1 or more; beside <see cref="ScaleDownReplicas"/> the policies
    /// are alternatives.
    /// </summary>
    public int ScaleDownPercent { get; set; }

    /// <summary>Which policy counts when replicas go; default <see cref="ScalingPolicySelect.Max"/>.</summary>
    public ScalingPolicySelect ScaleDownSelectPolicy { get; set; }

    /// <summary>
    /// How far below its aim a metric may be before replicas go, as a quantity: <c>0.05</c>; default: the cluster's, mostly 0.1. Since
    /// Kubernetes 1.33.
    /// </summary>
    public string? ScaleDownTolerance { get; set; }

    /// <summary>
    /// The share of the replicas that may come in one period, in percent, 1 or more; beside <see cref="ScaleUpReplicas"/> the policies
    /// are alternatives.
    /// </summary>
    public int ScaleUpPercent { get; set; }

    /// <summary>Which policy counts when replicas come; default <see cref="ScalingPolicySelect.Max"/>.</summary>
    public ScalingPolicySelect ScaleUpSelectPolicy { get; set; }

    /// <summary>
    /// How far above its aim a metric may be before replicas come, as a quantity; default: the cluster's, mostly 0.1. Since Kubernetes
    /// 1.33.
    /// </summary>
    public string? ScaleUpTolerance { get; set; }
}
