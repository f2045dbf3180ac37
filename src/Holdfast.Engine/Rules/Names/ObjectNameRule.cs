using Holdfast.Engine.Constraints;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Names;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ObjectNameRule = new(
        id: "HF2003",
        title: "A name has a form that Kubernetes refuses",
        messageFormat: ConstraintRule.Message,
        category: RuleCategories.Names,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF2003"),
        customTags: Fixes.ReplaceText);
}

/// <summary>HF2003: a name of an object, or of a part of one, that the API server refuses or that can name nothing.</summary>
internal sealed class ObjectNameRule() : ConstraintRule(RuleDescriptors.ObjectNameRule)
{
    /// <summary>
    /// A wrong name of a set is reported as such (HF2002); its Service and its containers may have been given the same text. That a name
    /// begins with a digit is wrong for the Service alone.
    /// </summary>
    protected override bool Counts(ConstraintFinding finding, ManifestSet manifests) =>
        !IsNameOfSet(finding.Location, manifests);

    private static bool IsNameOfSet(Location? place, ManifestSet manifests) => place is not null && manifests.MisnamedStatefulSets.Any(set => place.Equals(set.Name?.Location));

    protected override void CheckFurther(ManifestSet manifests, RuleContext context)
    {
        foreach (DisruptionBudgetView budget in new ListedViews<DisruptionBudgetView>(manifests.DisruptionBudgets))
        {
            if (budget.Name.TryGetString(out string? name) && !IsNameOfSet(budget.Name!.Location, manifests) && ValueFormat.Named("pathSegment").Problem(name) is null && DnsSubdomain.Problem(name) is { } problem)
            {
                Warn(budget.Name!, $"The PodDisruptionBudget name '{name}' {problem}", "the API server accepts it, but tools that use it in paths or labels fail", ValueFormat.Named("dnsSubdomain").Form, DnsSubdomain.Suggest(name));
            }
        }

        // YAML may have an empty namespace, which leaves it to kubectl; code that is generated for a type has it as a name.
        foreach (MappingNode node in context.IsOfTypes ? manifests.Declared : [])
        {
            if (node.At("metadata", "namespace") is ScalarNode { Text: "" } empty)
            {
                context.Report(this, empty.Location, new RuleFinding("The namespace is empty", "the generated code throws when it is first used", "name a namespace, or leave it out for kubectl to choose"));
            }
        }

        void Warn(ManifestNode place, string problem, string consequence, string advice, string? suggestion) =>
            context.Report(this, place.Location, new RuleFinding(problem, consequence, advice + Suggestion.Text(suggestion))
            {
                Severity = DiagnosticSeverity.Warning,
                Properties = FixProperties.Replace(suggestion),
            });
    }
}
