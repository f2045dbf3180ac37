using Holdfast.Engine.Declarations;
using Holdfast.WellKnown;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads <c>[Autoscaler]</c>.</summary>
internal static class AutoscalerReader
{
    public static AutoscalerDeclaration Read(AttributeArguments arguments)
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
            ScaleDownPeriodSeconds = arguments.Int("ScaleDownPeriodSeconds"),
            NeverScaleDown = arguments.Bool("NeverScaleDown"),
            ScaleUpStabilizationSeconds = arguments.Int("ScaleUpStabilizationSeconds"),
            ScaleUpReplicas = arguments.Int("ScaleUpReplicas"),
            ScaleUpPeriodSeconds = arguments.Int("ScaleUpPeriodSeconds"),
        };
        bool measuresOther = autoscaler.MemoryUtilization.State != DeclaredState.Absent
            || autoscaler.CpuAverage.State != DeclaredState.Absent
            || autoscaler.MemoryAverage.State != DeclaredState.Absent;
        return measuresOther
            ? autoscaler
            : autoscaler with { CpuUtilization = autoscaler.CpuUtilization.Or(ManifestDefaults.CpuUtilization, arguments.Location) };
    }
}
