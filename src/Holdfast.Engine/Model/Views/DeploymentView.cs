using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>A Deployment.</summary>
internal sealed class DeploymentView(MappingNode node) : WorkloadView(node)
{
    public const string Kind = "Deployment";

    public const string ApiVersion = "apps/v1";
}
