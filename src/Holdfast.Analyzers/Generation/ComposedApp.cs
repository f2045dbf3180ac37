using System.Collections.Immutable;
using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Prerequisites;

namespace Holdfast.Analyzers.Generation;

/// <summary>
/// An application and what it makes that others of the project may refer to. Its objects are composed once for both, and kept only until they
/// are written, since the pipeline holds this as long as the declaration stays. It is equal to any other of the same declaration.
/// </summary>
internal sealed class ComposedApp : IEquatable<ComposedApp>
{
    /// <summary>Kinds that no field of another object names.</summary>
    private static readonly HashSet<string> NeverNamed = new(StringComparer.Ordinal)
    {
        StatefulSetView.Kind, DeploymentView.Kind, DisruptionBudgetView.Kind, NetworkPolicyView.Kind, AutoscalerView.Kind,
        IngressComposer.Kind, HttpRouteComposer.Kind, MonitorComposer.PodMonitor, MonitorComposer.ServiceMonitor,
    };

    /// <summary>Null once they are written. Drivers of several threads share what has not changed, so it is exchanged at once.</summary>
    private ManifestPart[]? _parts;

    private ComposedApp(AppDeclaration app, ManifestPart[] parts)
    {
        App = app;
        _parts = parts;
        Made = Requirements.Made([.. parts.SelectMany(static part => part.Objects)])
            .Where(static made => !NeverNamed.Contains(made.Kind))
            .ToEquatableArray();
    }

    public AppDeclaration App { get; }

    public EquatableArray<MadeObject> Made { get; }

    public static ComposedApp Of(AppDeclaration app, CancellationToken cancellationToken) => new(app, Compose(app, cancellationToken));

    /// <summary>The objects with their names in code; composed again where they were taken before.</summary>
    public ImmutableArray<ManifestPart> TakeParts(CancellationToken cancellationToken) =>
        [.. Interlocked.Exchange(ref _parts, null) ?? Compose(App, cancellationToken)];

    public bool Equals(ComposedApp? other) => other is not null && App.Equals(other.App);

    public override bool Equals(object? obj) => Equals(obj as ComposedApp);

    public override int GetHashCode() => App.GetHashCode();

    private static ManifestPart[] Compose(AppDeclaration app, CancellationToken cancellationToken) =>
        [.. AppManifests.ComposeNamed(app, ReadContext.ForGenerator(cancellationToken))];
}
