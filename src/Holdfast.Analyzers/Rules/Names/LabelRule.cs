using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Names;

/// <summary>HF2016: labels and annotations that Kubernetes refuses, or on claim templates takes and then makes no claim of.</summary>
internal sealed class LabelRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF2016",
        title: "A label or annotation has a form that Kubernetes refuses",
        messageFormat: "The {0} '{1}' {2}, so {3}; {4}",
        category: RuleCategories.Names,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF2016"));

    private const string Refused = "the API server refuses the object";

    private const string NoClaims = "the API server takes it, no claim and no pod is ever made, and the template can never be changed";

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode node in manifests.Declared)
        {
            Metadata(node.At("metadata"), Refused, context);
            Metadata(node.At("spec", "template", "metadata"), Refused, context);
        }

        foreach (StatefulSetView set in manifests.StatefulSets)
        {
            foreach (MappingNode template in set.ClaimTemplates)
            {
                Metadata(template.At("metadata"), NoClaims, context);
            }
        }
    }

    private void Metadata(ManifestNode? metadata, string consequence, RuleContext context)
    {
        foreach (MappingEntry label in (metadata.At("labels") as MappingNode)?.Entries ?? default)
        {
            // A label that nobody wrote is made of a name, which is judged as such.
            if (label.KeyOrigin is null)
            {
                continue;
            }

            Key(label, "label key", LabelSyntax.KeyProblem(label.Key), consequence, context);
            if (label.Value.TryGetString(out string? value) && LabelSyntax.ValueProblem(value) is { } problem)
            {
                context.Report(this, label.Value.Origin, new RuleFinding(
                    "label value",
                    value,
                    problem,
                    consequence,
                    "use at most 63 letters, digits, dashes, underscores and dots, with a letter or digit at both ends, or nothing; any other text can be an annotation")
                {
                    Properties = FixProperties.Replace(LabelSyntax.SuggestValue(value)),
                });
            }
        }

        foreach (MappingEntry annotation in (metadata.At("annotations") as MappingNode)?.Entries ?? default)
        {
            // The part before the slash is compared in lower case here.
            Key(annotation, "annotation key", LabelSyntax.KeyProblem(annotation.Key.ToLowerInvariant()), consequence, context);
        }
    }

    private void Key(MappingEntry entry, string what, string? problem, string consequence, RuleContext context)
    {
        if (problem is not null)
        {
            context.Report(this, entry.KeyOrigin, new RuleFinding(
                what,
                entry.Key,
                problem,
                consequence,
                "use at most 63 letters, digits, dashes, underscores and dots, with a letter or digit at both ends, where wanted behind a DNS name and a slash"));
        }
    }
}
