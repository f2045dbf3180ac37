using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Composing;

/// <summary>What a workload says about the number of its pods.</summary>
internal static class ReplicaCount
{
    /// <summary>The number; null beside an autoscaler, since each apply would set back what it decided.</summary>
    public static ManifestNode? Of(AppDeclaration app) =>
        app.Autoscaler is null ? Nodes.Of(app.Replicas.Or(1, app.Name.Location)) : null;
}
