using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules;

/// <summary>A rule that compares with what was released last, which most projects keep nothing of.</summary>
internal abstract class ShippedRule(DiagnosticDescriptor descriptor) : Rule(descriptor)
{
    public sealed override void Check(ManifestSet manifests, RuleContext context)
    {
        if (!manifests.Shipped.IsEmpty)
        {
            CheckShipped(manifests, context);
        }
    }

    /// <param name="manifests">All objects, with those that were released.</param>
    /// <param name="context">Takes the findings.</param>
    protected abstract void CheckShipped(ManifestSet manifests, RuleContext context);
}
