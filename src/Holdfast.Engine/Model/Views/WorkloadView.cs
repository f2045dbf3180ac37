using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>An object that keeps a number of pods running and that a type can declare: a StatefulSet or a Deployment.</summary>
internal abstract class WorkloadView(MappingNode node) : PodOwnerView(node, Template)
{
    public override bool IsPartial => Node.At("spec", "selector") is null || PodSpec.At("containers") is null;
}
