using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Names;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor SetNameRule = new(
        id: "HF2002",
        title: "The StatefulSet's name is not a DNS label",
        messageFormat: "The name '{0}' {1}, so the API server refuses the StatefulSet; use at most {2} lower-case letters, digits and dashes, with a letter or digit at both ends{3}",
        category: RuleCategories.Names,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF2002"),
        customTags: Fixes.ReplaceText);
}

/// <summary>HF2002: a set name that is not a DNS label.</summary>
internal sealed class SetNameRule() : StatefulSetRule(RuleDescriptors.SetNameRule)
{
    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        if (set.Name.TryGetString(out string? name) && DnsLabel.Problem(name) is { } problem)
        {
            string? suggestion = DnsLabel.Suggest(name, KubernetesLimits.StatefulSetNameLength);
            context.Report(
                this,
                set.Name!.Location,
                new RuleFinding(name, problem, KubernetesLimits.StatefulSetNameLength, Suggestion.Text(suggestion))
                {
                    Properties = FixProperties.Replace(suggestion),
                });
        }
    }
}
