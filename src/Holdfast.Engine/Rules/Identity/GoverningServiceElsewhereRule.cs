using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor GoverningServiceElsewhereRule = new(
        id: "HF1004",
        title: "The governing Service is in another namespace",
        messageFormat: "'{0}' is in the namespace '{1}' and its governing Service '{2}' is in '{3}', where Kubernetes does not look for it, so {4} will not resolve; put both in one namespace",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "spec.serviceName names a Service in the namespace of the StatefulSet. A Service finds only pods of its namespace.",
        helpLinkUri: HelpLink.For("HF1004"));
}

/// <summary>HF1004: the Service that governs the set is in another namespace.</summary>
internal sealed class GoverningServiceElsewhereRule() : StatefulSetRule(RuleDescriptors.GoverningServiceElsewhereRule)
{
    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        if (manifests.GoverningServiceOf(set) is { } governing && governing.IsApartFrom(set))
        {
            GoverningServiceUses.Report(
                this,
                set,
                manifests,
                context,
                use => new RuleFinding(set.DisplayName, Text(set.Namespace), governing.DisplayName, Text(governing.Namespace), use),
                isNeverMeant: true);
        }
    }

    private static string Text(ManifestNode? node) => node.TryGetString(out string? text) ? text : string.Empty;
}
