using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor RollingClaimRule = new(
        id: "HF3003",
        title: "An update waits for the volume of the pod that it replaces",
        messageFormat: "The Deployment '{0}' starts a new pod before it stops the old one, and both mount the PersistentVolumeClaim '{1}': on another node the new one never starts (Multi-Attach error) and the old one never stops; set {2}",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "RollingUpdate, the default, surges by 25 %, which is one pod where there is one.",
        helpLinkUri: HelpLink.For("HF3003"));
}

/// <summary>HF3003: an update starts the new pod while the old one still holds the volume.</summary>
internal sealed class RollingClaimRule() : Rule(RuleDescriptors.RollingClaimRule)
{
    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (DeploymentView deployment in new ListedViews<DeploymentView>(manifests.Deployments))
        {
            Check(deployment, manifests, context);
        }
    }

    private void Check(DeploymentView deployment, ManifestSet manifests, RuleContext context)
    {
        if (Scale.Of(deployment, manifests) != 1 || !Surges(deployment.Node.At("spec", "strategy")))
        {
            return;
        }

        foreach (ClaimVolume volume in ClaimVolume.WrittenBy(deployment, manifests).Where(static volume => !volume.IsMadeForSharing))
        {
            context.Report(this, volume.Location, new RuleFinding(deployment.DisplayName, volume.ClaimName, new FieldText("DeploymentSpec.strategy", "type", "Recreate")));
        }
    }

    private static bool Surges(ManifestNode? strategy)
    {
        bool isRolling = strategy is not UnknownNode && strategy.At("type") switch
        {
            null or ScalarNode { Kind: ScalarKind.Null } => true,
            ScalarNode type => type.Text == "RollingUpdate",
            _ => false,
        };
        return isRolling && strategy.At("rollingUpdate", "maxSurge") switch
        {
            null => true,
            ScalarNode surge => surge.Text is not ("0" or "0%"),
            _ => false,
        };
    }
}
