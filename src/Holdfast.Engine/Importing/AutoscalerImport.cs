using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>A HorizontalPodAutoscaler of version 2.</summary>
internal static class AutoscalerImport
{
    public static AutoscalerDeclaration Of(MappingNode autoscaler, Declared<string> name)
    {
        ManifestNode? spec = autoscaler["spec"];
        ManifestNode? up = spec.At("behavior", "scaleUp");
        ManifestNode? down = spec.At("behavior", "scaleDown");
        ManifestNode? cpu = Metric(spec, "cpu");
        ManifestNode? memory = Metric(spec, "memory");
        var declared = new AutoscalerDeclaration
        {
            Name = name,
            MinReplicas = Said.Of(Said.Int(spec.At("minReplicas")).OrDefault(1)),
            MaxReplicas = Said.Of(Said.Int(spec.At("maxReplicas")).OrDefault(1)),
            CpuUtilization = Said.Int(cpu.At("averageUtilization")),
            CpuAverage = Said.Text(cpu.At("averageValue")),
            MemoryUtilization = Said.Int(memory.At("averageUtilization")),
            MemoryAverage = Said.Text(memory.At("averageValue")),
            ScaleDownStabilizationSeconds = Said.Int(down.At("stabilizationWindowSeconds")),
            NeverScaleDown = down.At("selectPolicy").Is("Disabled") ? Said.Of(true) : default,
            ScaleUpStabilizationSeconds = Said.Int(up.At("stabilizationWindowSeconds")),
        };
        if (Policy(down) is { } fewer)
        {
            declared = declared with { ScaleDownReplicas = Said.Int(fewer["value"]), ScaleDownPeriodSeconds = Said.Int(fewer["periodSeconds"]) };
        }

        if (Policy(up) is { } more)
        {
            declared = declared with { ScaleUpReplicas = Said.Int(more["value"]), ScaleUpPeriodSeconds = Said.Int(more["periodSeconds"]) };
        }

        // Without any measure the attribute has one for cpu time; a patch says what else is measured.
        bool measures = new[] { declared.CpuUtilization.State, declared.CpuAverage.State, declared.MemoryUtilization.State, declared.MemoryAverage.State }.Contains(DeclaredState.Known);
        return measures ? declared : declared with { CpuUtilization = Said.Of(WellKnown.ManifestDefaults.CpuUtilization) };
    }

    private static ManifestNode? Metric(ManifestNode? spec, string resource) => spec.At("metrics").Mappings()
        .FirstOrDefault(metric => metric["type"].Is("Resource") && metric.At("resource", "name").Is(resource)).At("resource", "target");

    /// <summary>The one policy that counts pods.</summary>
    private static MappingNode? Policy(ManifestNode? rules) =>
        rules.At("policies") is SequenceNode { Items.Count: 1 } policies && policies.Items[0] is MappingNode policy && policy["type"].Is("Pods") ? policy : null;
}
