using Holdfast.Engine.Declarations;
using Holdfast.WellKnown;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads <c>[Autoscaler]</c>.</summary>
internal static class AutoscalerReader
{
    /// <param name="arguments">The arguments.</param>
    /// <param name="hasMetrics">Whether other attributes say what is measured.</param>
    public static AutoscalerDeclaration Read(AttributeArguments arguments, bool hasMetrics)
    {
        var autoscaler = new AutoscalerDeclaration
        {
            Name = arguments.String("Name"),
            MinReplicas = arguments.Int("MinReplicas"),
            MaxReplicas = arguments.Int("MaxReplicas"),
            CpuUtilization = arguments.Int("CpuUtilization"),
            MemoryUtilization = arguments.Int("MemoryUtilization"),
            CpuAverage = arguments.String("CpuAverage"),
            MemoryAverage = arguments.String("MemoryAverage"),
            ScaleDownStabilizationSeconds = arguments.Int("ScaleDownStabilizationSeconds"),
            ScaleDownReplicas = arguments.Int("ScaleDownReplicas"),
            ScaleDownPercent = arguments.Int("ScaleDownPercent"),
            ScaleDownPeriodSeconds = arguments.Int("ScaleDownPeriodSeconds"),
            NeverScaleDown = arguments.Bool("NeverScaleDown"),
            ScaleUpStabilizationSeconds = arguments.Int("ScaleUpStabilizationSeconds"),
            ScaleUpReplicas = arguments.Int("ScaleUpReplicas"),
            ScaleUpPercent = arguments.Int("ScaleUpPercent"),
            ScaleUpPeriodSeconds = arguments.Int("ScaleUpPeriodSeconds"),
        };
        bool measuresOther = hasMetrics
            || autoscaler.MemoryUtilization.State != DeclaredState.Absent
            || autoscaler.CpuAverage.State != DeclaredState.Absent
            || autoscaler.MemoryAverage.State != DeclaredState.Absent;
        return measuresOther
            ? autoscaler
            : autoscaler with { CpuUtilization = autoscaler.CpuUtilization.Or(ManifestDefaults.CpuUtilization, arguments.Location) };
    }
}
