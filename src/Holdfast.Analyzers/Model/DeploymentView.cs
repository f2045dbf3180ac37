namespace Holdfast.Analyzers.Model;

/// <summary>A Deployment.</summary>
internal sealed class DeploymentView(MappingNode node) : WorkloadView(node)
{
    public const string Kind = "Deployment";

    public const string ApiVersion = "apps/v1";
}
