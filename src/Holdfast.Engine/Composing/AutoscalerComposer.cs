using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Composing;

/// <summary>The HorizontalPodAutoscaler of an application.</summary>
internal static class AutoscalerComposer
{
    public static MappingNode Compose(AppDeclaration app, AutoscalerDeclaration autoscaler) => new MappingBuilder()
        .Add("apiVersion", AutoscalerView.ApiVersion)
        .Add("kind", AutoscalerView.Kind)
        .Add("metadata", ObjectMetadata.Of(app, autoscaler.Name.State == DeclaredState.Absent ? app.Name : autoscaler.Name, ManifestTarget.Autoscaler))
        .Add("spec", WithFields(app, new MappingBuilder()
            .Add("scaleTargetRef", new MappingBuilder()
                .Add("apiVersion", app.Kind == WorkloadKind.Deployment ? DeploymentView.ApiVersion : StatefulSetView.ApiVersion)
                .Add("kind", app.Kind == WorkloadKind.Deployment ? DeploymentView.Kind : StatefulSetView.Kind)
                .Add("name", app.Name)
                .Build())
            .Add("minReplicas", autoscaler.MinReplicas)
            .Add("maxReplicas", autoscaler.MaxReplicas)
            .Add("metrics",
            [
                .. Metric("cpu", "Utilization", "averageUtilization", Nodes.Of(autoscaler.CpuUtilization)),
                .. Metric("cpu", "AverageValue", "averageValue", Nodes.Of(autoscaler.CpuAverage)),
                .. Metric("memory", "Utilization", "averageUtilization", Nodes.Of(autoscaler.MemoryUtilization)),
                .. Metric("memory", "AverageValue", "averageValue", Nodes.Of(autoscaler.MemoryAverage)),
            ])
            .Add("behavior", new MappingBuilder()
                .Add("scaleUp", ScaleUp(autoscaler))
                .Add("scaleDown", ScaleDown(autoscaler))
                .Build())
            .Build()))
        .Build(app.Name.Location);

    private static MappingNode WithFields(AppDeclaration app, MappingNode spec) => FieldValues.Put(
        FieldValues.Put(spec, FieldPlace.Autoscaler, app.Container.Items),
        FieldPlace.Autoscaler,
        app.Container.Fields);

    private static IEnumerable<ManifestNode> Metric(string resource, string type, string field, ManifestNode? value) => value is null
        ? []
        :
        [
            new MappingBuilder()
                .Add("type", "Resource")
                .Add("resource", new MappingBuilder()
                    .Add("name", resource)
                    .Add("target", new MappingBuilder().Add("type", type).Add(field, value).Build(value.Location))
                    .Build(value.Location))
                .Build(value.Location),
        ];

    private static MappingNode? ScaleUp(AutoscalerDeclaration autoscaler) => new MappingBuilder()
        .Add("stabilizationWindowSeconds", autoscaler.ScaleUpStabilizationSeconds)
        .Add("policies",
        [
            .. Policies("Pods", autoscaler.ScaleUpReplicas, autoscaler.ScaleUpPeriodSeconds.Or(ManifestDefaults.ScaleUpPeriodSeconds, null)),
            .. Policies("Percent", autoscaler.ScaleUpPercent, autoscaler.ScaleUpPeriodSeconds.Or(ManifestDefaults.ScaleUpPeriodSeconds, null)),
        ])
        .BuildOrNull();

    private static MappingNode ScaleDown(AutoscalerDeclaration autoscaler) => new MappingBuilder()
        .Add("stabilizationWindowSeconds", autoscaler.ScaleDownStabilizationSeconds.Or(ManifestDefaults.ScaleDownStabilizationSeconds, null))
        .Add("selectPolicy", autoscaler.NeverScaleDown.State switch
        {
            DeclaredState.Known when autoscaler.NeverScaleDown.OrDefault(false) => ScalarNode.String("Disabled", autoscaler.NeverScaleDown.Location),
            DeclaredState.Unknown => new UnknownNode(autoscaler.NeverScaleDown.Location),
            _ => null,
        })
        .Add("policies",
        [
            .. Policies(
                "Pods",
                autoscaler.ScaleDownPercent.State == DeclaredState.Absent ? autoscaler.ScaleDownReplicas.Or(ManifestDefaults.ScaleDownReplicas, null) : autoscaler.ScaleDownReplicas,
                autoscaler.ScaleDownPeriodSeconds.Or(ManifestDefaults.ScaleDownPeriodSeconds, null)),
            .. Policies("Percent", autoscaler.ScaleDownPercent, autoscaler.ScaleDownPeriodSeconds.Or(ManifestDefaults.ScaleDownPeriodSeconds, null)),
        ])
        .Build();

    private static IEnumerable<ManifestNode> Policies(string type, Declared<int> value, Declared<int> seconds) => value.State == DeclaredState.Absent
        ? []
        : [new MappingBuilder().Add("type", type).Add("value", value).Add("periodSeconds", seconds).Build()];
}
