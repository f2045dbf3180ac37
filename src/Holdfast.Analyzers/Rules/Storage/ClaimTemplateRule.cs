using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Storage;

/// <summary>HF3007: a claim template that is refused, or whose claims cannot all be bound.</summary>
internal sealed class ClaimTemplateRule : StatefulSetRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF3007",
        title: "A claim template cannot give each member a volume",
        messageFormat: "The claim template '{0}' of '{1}' {2}, so {3}; {4}",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF3007"));

    private const string Refused = "the API server refuses the StatefulSet";

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode template in set.ClaimTemplates)
        {
            ManifestNode? name = template.At("metadata", "name");
            ManifestNode? spec = template["spec"];
            Location? whole = name?.Origin ?? template.Origin;
            if (name.IsAbsent() || name.Is(string.Empty))
            {
                Report(template.Origin, "has no name", Refused, "name it");
            }

            if (spec is UnknownNode)
            {
                continue;
            }

            foreach ((Location? place, string problem, string advice) in ClaimNeeds.Missing(spec, whole))
            {
                Report(place, problem, Refused, advice);
            }

            if (set.Replicas > 1 && spec.At("volumeName") is ScalarNode { Kind: ScalarKind.String } volume)
            {
                Report(volume.Origin, $"names the one volume '{volume.Text}'", "one member gets it and all others stay Pending", "leave volumeName out");
            }

            if (spec.At("selector") is MappingNode { Entries.Count: > 0 } selector)
            {
                Report(
                    selector.Origin,
                    "selects volumes",
                    "no volume is ever made for a claim, and members stay Pending that find none",
                    "leave the selector out, or make a volume for each member by hand",
                    DiagnosticSeverity.Warning);
            }

            void Report(Location? place, string problem, string consequence, string advice, DiagnosticSeverity? severity = null) => context.Report(
                this,
                place,
                new RuleFinding(name.TryGetString(out string? text) ? text : "?", set.DisplayName, problem, consequence, advice) { Severity = severity });
        }
    }
}
