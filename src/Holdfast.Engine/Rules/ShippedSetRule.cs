using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules;

/// <summary>A rule that compares each StatefulSet with the one of the last release whose place it takes.</summary>
internal abstract class ShippedSetRule(DiagnosticDescriptor descriptor) : ShippedRule(descriptor)
{
    protected sealed override void CheckShipped(ManifestSet manifests, RuleContext context)
    {
        foreach (StatefulSetView set in new ListedViews<StatefulSetView>(manifests.StatefulSets))
        {
            if (manifests.Shipped.Before(set, static node => new StatefulSetView(node)) is { } before)
            {
                Check(set, before, manifests, context);
            }
        }
    }

    /// <param name="set">What is declared now.</param>
    /// <param name="before">What was released.</param>
    /// <param name="manifests">All objects.</param>
    /// <param name="context">Takes the findings.</param>
    protected abstract void Check(StatefulSetView set, StatefulSetView before, ManifestSet manifests, RuleContext context);
}
