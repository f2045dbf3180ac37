namespace Holdfast;

/// <summary>
/// A HorizontalPodAutoscaler that adds members while they are busy and takes the last ones away when they are not. The
/// manifest of the set leaves the number of members to it then; otherwise each <c>kubectl apply</c> would set it back.
/// Kubernetes: <c>autoscaling/v2</c>. It needs the cluster's metrics server.
/// </summary>
/// <remarks>
/// Code knows as many members as <see cref="StatefulAppAttribute.Replicas"/> says, or else <paramref name="minReplicas"/>: the
/// list of pods, peer lists and member Services have that many. A set that is there already and loses its number in the
/// manifest is scaled to 1 by the next <c>kubectl apply</c>, until the autoscaler corrects it; take the number out of the
/// last applied configuration first (<c>kubectl apply edit-last-applied</c>).
/// </remarks>
/// <param name="minReplicas">The number of members that always stay, 1 or more.</param>
/// <param name="maxReplicas">The largest number of members, <paramref name="minReplicas"/> or more.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class AutoscalerAttribute(int minReplicas, int maxReplicas) : DeclarationAttribute
{
    /// <summary>The number of members that always stay.</summary>
    public int MinReplicas { get; } = minReplicas;

    /// <summary>The largest number of members.</summary>
    public int MaxReplicas { get; } = maxReplicas;

    /// <summary>
    /// The cpu time that members are to use on average, in percent of what they request, 1 or more; default 80 where no other
    /// measure is declared. Every container needs a cpu request.
    /// </summary>
    public int CpuUtilization { get; set; } = WellKnown.ManifestDefaults.CpuUtilization;

    /// <summary>
    /// The memory that members are to use on average, in percent of what they request, 1 or more; left out, not looked at.
    /// Every container needs a memory request.
    /// </summary>
    public int MemoryUtilization { get; set; }

    /// <summary>The cpu time that members are to use on average, a quantity: <c>500m</c>; left out, not looked at.</summary>
    public string? CpuAverage { get; set; }

    /// <summary>The memory that members are to use on average, a quantity: <c>2Gi</c>; left out, not looked at.</summary>
    public string? MemoryAverage { get; set; }

    /// <summary>Seconds for which fewer members must have been enough, 0 to 3600; default 300.</summary>
    public int ScaleDownStabilizationSeconds { get; set; } = WellKnown.ManifestDefaults.ScaleDownStabilizationSeconds;

    /// <summary>
    /// The largest number of members that go in one period, 1 or more; default 1, since a member that goes may have data to
    /// hand over.
    /// </summary>
    public int ScaleDownMembers { get; set; } = WellKnown.ManifestDefaults.ScaleDownMembers;

    /// <summary>The period, in seconds, 1 to 1800; default 300.</summary>
    public int ScaleDownPeriodSeconds { get; set; } = WellKnown.ManifestDefaults.ScaleDownPeriodSeconds;

    /// <summary>Whether it only ever adds members; default <see langword="false"/>.</summary>
    public bool NeverScaleDown { get; set; }

    /// <summary>Seconds for which more members must have been wanted, 0 to 3600; default 0.</summary>
    public int ScaleUpStabilizationSeconds { get; set; }

    /// <summary>
    /// The largest number of members that come in one period, 1 or more; left out, Kubernetes' own: 4 members or as many
    /// again, whichever is more, in 15 seconds.
    /// </summary>
    public int ScaleUpMembers { get; set; }

    /// <summary>The period, in seconds, 1 to 1800; default 60. Only with <see cref="ScaleUpMembers"/>.</summary>
    public int ScaleUpPeriodSeconds { get; set; } = WellKnown.ManifestDefaults.ScaleUpPeriodSeconds;
}
