using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor TolerateUnreadyRule = new(
        id: "HF1014",
        title: "An annotation that publishes unready addresses has no effect",
        messageFormat: "Kubernetes ignores the annotation '{0}' of the Service '{1}', so replicas that are not ready are not in DNS; {2}",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF1014"),
        customTags: Fixes.SetReadyField);
}

/// <summary>HF1014: an annotation that Kubernetes no longer looks at.</summary>
internal sealed class TolerateUnreadyRule() : Rule(RuleDescriptors.TolerateUnreadyRule)
{
    private const string Annotation = "service.alpha.kubernetes.io/tolerate-unready-endpoints";

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (ServiceView service in new ListedViews<ServiceView>(manifests.DeclaredServices))
        {
            // With the field beside it, the annotation is for clusters of long ago and does no harm.
            if (service.PublishNotReadyAddresses.IsTrue() || service.PublishNotReadyAddresses is UnknownNode)
            {
                continue;
            }

            foreach (MappingEntry annotation in (service.Node.At("metadata", "annotations") as MappingNode)?.Entries ?? default)
            {
                if (annotation.Key == Annotation && annotation.Value is ScalarNode { Text: "true" })
                {
                    context.Report(this, annotation.KeyLocation ?? annotation.Value.Location, new RuleFinding(Annotation, service.DisplayName, Phrase.Of($"set `ServiceSpec.publishNotReadyAddresses: true` instead")));
                }
            }
        }
    }
}
