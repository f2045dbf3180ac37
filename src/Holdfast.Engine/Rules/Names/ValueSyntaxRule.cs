using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Names;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ValueSyntaxRule = new(
        id: "HF2017",
        title: "A value has the wrong form",
        messageFormat: ConstraintRule.Message,
        category: RuleCategories.Names,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF2017"));
}

/// <summary>HF2017: an address, network, label key or name of another form.</summary>
internal sealed class ValueSyntaxRule() : ConstraintRule(RuleDescriptors.ValueSyntaxRule)
{
    protected override void CheckFurther(ManifestSet manifests, RuleContext context)
    {
        foreach (NetworkPolicyView policy in new ListedViews<NetworkPolicyView>(manifests.NetworkPolicies))
        {
            foreach (MappingNode other in policy.Others)
            {
                string whole = other.At("ipBlock", "cidr").TryGetString(out string? cidr) ? cidr : string.Empty;
                foreach (ManifestNode except in other.At("ipBlock", "except") is SequenceNode list ? list.Items : [])
                {
                    if (except.TryGetString(out string? part) && IpSyntax.Contains(whole, part) == false)
                    {
                        context.Report(this, except.Location, new RuleFinding($"The network '{part}' is not part of '{whole}'", "the API server refuses the NetworkPolicy", "write a smaller network within it"));
                    }
                }
            }
        }
    }
}
