using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>A HorizontalPodAutoscaler of version 2.</summary>
internal static class AutoscalerImport
{
    public static AutoscalerDeclaration Of(MappingNode autoscaler, Declared<string> name, EquatableArray<ItemValue> items)
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
        if (Policies(down) is { } fewer)
        {
            declared = declared with { ScaleDownReplicas = fewer.Replicas, ScaleDownPercent = fewer.Percent, ScaleDownPeriodSeconds = fewer.Seconds };
        }

        if (Policies(up) is { } more)
        {
            declared = declared with { ScaleUpReplicas = more.Replicas, ScaleUpPercent = more.Percent, ScaleUpPeriodSeconds = more.Seconds };
        }

        // Without any measure the attribute has one for cpu time; a patch says what else is measured.
        bool measures = items.Any(static item => item.Attribute.Place == FieldPlace.Autoscaler) || new[] { declared.CpuUtilization.State, declared.CpuAverage.State, declared.MemoryUtilization.State, declared.MemoryAverage.State }.Contains(DeclaredState.Known);
        return measures ? declared : declared with { CpuUtilization = Said.Of(WellKnown.ManifestDefaults.CpuUtilization) };
    }

    private static ManifestNode? Metric(ManifestNode? spec, string resource) => spec.At("metrics").Mappings()
        .FirstOrDefault(metric => metric["type"].Is("Resource") && metric.At("resource", "name").Is(resource)).At("resource", "target");

    /// <summary>One policy that counts pods, one that counts a share, or both in this order and of one period; null for all else.</summary>
    private static (Declared<int> Replicas, Declared<int> Percent, Declared<int> Seconds)? Policies(ManifestNode? rules)
    {
        MappingNode[] policies = [.. rules.At("policies").Mappings()];
        string[] types = [.. policies.Select(static policy => policy["type"].TryGetString(out string? type) ? type : string.Empty)];
        bool isSaid = types is ["Pods"] or ["Percent"] || (types is ["Pods", "Percent"] && NodeEquality.Same(policies[0]["periodSeconds"], policies[1]["periodSeconds"], FieldType.Any));
        return isSaid
            ? (Of("Pods"), Of("Percent"), Said.Int(policies[0]["periodSeconds"]))
            : null;

        Declared<int> Of(string type) => Said.Int(policies.FirstOrDefault(policy => policy["type"].Is(type))?["value"]);
    }
}
