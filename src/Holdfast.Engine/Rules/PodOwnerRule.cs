using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules;

/// <summary>A rule that looks at one object with a pod template after the other, whatever its kind, and at Pods.</summary>
internal abstract class PodOwnerRule(DiagnosticDescriptor descriptor) : Rule(descriptor)
{
    public sealed override RuleSubject Subject => RuleSubject.PodOwner;

    public sealed override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (PodOwnerView owner in new ListedViews<PodOwnerView>(manifests.PodOwners))
        {
            Check(owner, manifests, context);
        }
    }

    protected abstract void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context);
}
