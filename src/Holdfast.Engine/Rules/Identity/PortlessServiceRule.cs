using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor PortlessServiceRule = new(
        id: "HF1015",
        title: "A Service has no port",
        messageFormat: "The Service '{0}' has a cluster IP and no port, so the API server refuses it; {1}",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Only a headless or an ExternalName Service may have no port.",
        helpLinkUri: HelpLink.For("HF1015"));
}

/// <summary>HF1015: a Service with an address and nothing behind it.</summary>
internal sealed class PortlessServiceRule() : Rule(RuleDescriptors.PortlessServiceRule)
{
    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (ServiceView service in new ListedViews<ServiceView>(manifests.DeclaredServices))
        {
            bool hasNone = service.Node.At("spec", "ports") is null or ScalarNode { Kind: ScalarKind.Null } or SequenceNode { Items.Count: 0 };
            if (hasNone && service.IsHeadless == false && service.Type is not (null or "ExternalName") && service.Node["spec"] is MappingNode)
            {
                context.Report(this, service.Name?.Location, new RuleFinding(service.DisplayName, "add a port, or make it headless"));
            }
        }
    }
}
