using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor HardeningRule = new(
        id: "HF6016",
        title: "Pods can be made more robust",
        messageFormat: "The {0} '{1}' lacks {2}, and that would protect its pods when a node fails, is drained or is full, or an attacker gets in; add what applies",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6016"));
}

/// <summary>HF6016: all that would make the pods of an object more robust. Rules with smaller ids have found it before.</summary>
internal sealed class HardeningRule() : Rule(RuleDescriptors.HardeningRule)
{
    public override void Check(ManifestSet manifests, RuleContext context)
    {
        // What an object lacks is known when all objects are.
        manifests.Watch?.LookUpAll();
        foreach ((PodOwnerView owner, object[] lacks) in context.Lacks)
        {
            context.Report(this, (owner.Name ?? owner.Node).Location, new RuleFinding(
                owner.KindName,
                owner.DisplayName,
                Phrase.List(lacks)));
        }
    }
}
