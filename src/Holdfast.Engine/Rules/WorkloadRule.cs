using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules;

/// <summary>A rule that looks at one workload after the other, StatefulSets and Deployments alike.</summary>
internal abstract class WorkloadRule(DiagnosticDescriptor descriptor) : Rule(descriptor)
{
    public sealed override RuleSubject Subject => RuleSubject.Workload;

    public sealed override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (WorkloadView workload in new ListedViews<WorkloadView>(manifests.Workloads))
        {
            Check(workload, manifests, context);
        }
    }

    protected abstract void Check(WorkloadView workload, ManifestSet manifests, RuleContext context);
}
