namespace Holdfast;

/// <summary>Which of several policies counts.</summary>
public enum ScalingPolicySelect
{
    /// <summary>The one that changes the most replicas.</summary>
    Max,

    /// <summary>The one that changes the fewest replicas.</summary>
    Min,

    /// <summary>None: the autoscaler does not go in this direction.</summary>
    Disabled,
}
