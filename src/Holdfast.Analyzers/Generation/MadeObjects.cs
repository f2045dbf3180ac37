using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Prerequisites;

namespace Holdfast.Analyzers.Generation;

/// <summary>What applications make that others of the project may refer to; a value of the pipeline that most edits leave as it is.</summary>
internal static class MadeObjects
{
    /// <summary>Kinds that no field of another object names.</summary>
    private static readonly HashSet<string> NeverNamed = new(StringComparer.Ordinal)
    {
        StatefulSetView.Kind, DeploymentView.Kind, DisruptionBudgetView.Kind, NetworkPolicyView.Kind, AutoscalerView.Kind,
        IngressComposer.Kind, HttpRouteComposer.Kind, MonitorComposer.PodMonitor, MonitorComposer.ServiceMonitor,
    };

    public static EquatableArray<MadeObject> Of(AppDeclaration app, CancellationToken cancellationToken) =>
        Requirements.Made(AppManifests.Compose(app, ReadContext.ForGenerator(cancellationToken)))
            .Where(static made => !NeverNamed.Contains(made.Kind))
            .ToEquatableArray();
}
