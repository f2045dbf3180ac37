using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor RootUserRule = new(
        id: "HF6006",
        title: "A container runs as root although its security context forbids it",
        messageFormat: "'{0}' runs as user 0 and must not run as root, so the container never starts (CreateContainerConfigError); {1}",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6006"));
}

/// <summary>HF6006: a container that must not run as root, and does.</summary>
internal sealed class RootUserRule() : PodOwnerRule(RuleDescriptors.RootUserRule)
{
    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? pod = owner.PodSpec.At("securityContext");
        foreach (MappingNode container in owner.Containers)
        {
            // What a container says itself takes the place of what its pod says.
            ManifestNode? mustNot = container.At("securityContext", "runAsNonRoot") ?? pod.At("runAsNonRoot");
            ManifestNode? user = container.At("securityContext", "runAsUser") ?? pod.At("runAsUser");
            if (mustNot.IsTrue() && user.TryGetInteger(out long id) && id == 0)
            {
                string name = container["name"].TryGetString(out string? text) ? text : owner.DisplayName;
                context.Report(this, user!.Location, new RuleFinding(name, Phrase.Of($"change `SecurityContext.runAsUser`, or set `SecurityContext.runAsNonRoot: false`")));
            }
        }
    }
}
