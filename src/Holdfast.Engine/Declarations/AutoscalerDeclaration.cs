namespace Holdfast.Engine.Declarations;

/// <summary><c>[Autoscaler]</c>.</summary>
internal sealed record AutoscalerDeclaration
{
    /// <summary>Its name; absent for the application's.</summary>
    public Declared<string> Name { get; init; }

    public Declared<int> MinReplicas { get; init; }

    public Declared<int> MaxReplicas { get; init; }

    public Declared<int> CpuUtilization { get; init; }

    public Declared<int> MemoryUtilization { get; init; }

    public Declared<string> CpuAverage { get; init; }

    public Declared<string> MemoryAverage { get; init; }

    public Declared<int> ScaleDownStabilizationSeconds { get; init; }

    public Declared<int> ScaleDownReplicas { get; init; }

    public Declared<int> ScaleDownPercent { get; init; }

    public Declared<int> ScaleDownPeriodSeconds { get; init; }

    public Declared<bool> NeverScaleDown { get; init; }

    public Declared<int> ScaleUpStabilizationSeconds { get; init; }

    public Declared<int> ScaleUpReplicas { get; init; }

    public Declared<int> ScaleUpPercent { get; init; }

    public Declared<int> ScaleUpPeriodSeconds { get; init; }
}
