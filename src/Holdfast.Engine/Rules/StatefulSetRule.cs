using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules;

/// <summary>A rule that looks at one StatefulSet after the other.</summary>
internal abstract class StatefulSetRule(DiagnosticDescriptor descriptor) : Rule(descriptor)
{
    public sealed override RuleSubject Subject => RuleSubject.StatefulSet;

    public sealed override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (StatefulSetView set in new ListedViews<StatefulSetView>(manifests.StatefulSets))
        {
            Check(set, manifests, context);
        }
    }

    protected abstract void Check(StatefulSetView set, ManifestSet manifests, RuleContext context);
}
