namespace Holdfast.Local.Manifests;

/// <summary>A probe of a container.</summary>
/// <param name="Kind"><c>startupProbe</c>, <c>readinessProbe</c> or <c>livenessProbe</c>.</param>
/// <param name="Action">How it asks.</param>
internal sealed record ProbeSpec(string Kind, ActionSpec Action)
{
    public TimeSpan InitialDelay { get; init; }

    public TimeSpan Period { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);

    public int FailureThreshold { get; init; } = 3;

    public int SuccessThreshold { get; init; } = 1;
}
