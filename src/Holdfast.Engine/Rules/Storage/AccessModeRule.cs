using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor AccessModeRule = new(
        id: "HF3009",
        title: "Another access mode fits better",
        messageFormat: "The claim template '{0}' is {1}: {2}; consider {3}",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A claim from a template belongs to one replica. ReadWriteOnce allows every pod of one node to write to it; ReadWriteOncePod allows one pod.",
        helpLinkUri: HelpLink.For("HF3009"),
        customTags: Fixes.ReplaceEnumMember);
}

/// <summary>HF3009: an access mode that the storage does not have, or that allows more than is wanted.</summary>
internal sealed class AccessModeRule() : StatefulSetRule(RuleDescriptors.AccessModeRule)
{
    private const string Many = "ReadWriteMany";

    private const string Once = "ReadWriteOnce";

    /// <summary>Classes of block storage that clouds and distributions set up by these names.</summary>
    private static readonly HashSet<string> BlockClasses = new(StringComparer.Ordinal)
    {
        "gp2", "gp3", "io1", "io2", "st1", "sc1", "ebs-sc",
        "standard-rwo", "premium-rwo", "pd-ssd", "pd-standard", "pd-balanced",
        "managed", "managed-csi", "managed-csi-premium", "managed-premium", "default",
        "do-block-storage", "linode-block-storage", "hcloud-volumes", "cinder-csi", "local-path", "local-storage", "microk8s-hostpath",
    };

    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode template in set.ClaimTemplates)
        {
            // A default that is not written is not a choice.
            if (template.At("spec", "accessModes") is not SequenceNode { Items: { Count: 1 } modes }
                || !modes[0].TryGetString(out string? mode)
                || modes[0].Location is null
                || !template.At("metadata", "name").TryGetString(out string? name))
            {
                continue;
            }

            // Kubernetes asks for a mode where Holdfast has a default, so what manifests and code say is not always a choice.
            if (mode == Once)
            {
                if (manifests.FactsOf(set) is null && !manifests.HasOncePodClaim)
                {
                    continue;
                }

                Report("every pod on the node can write to it, including a hung predecessor of the replica", ClaimView.OncePod);
            }
            else if (mode == Many && template.At("spec", "storageClassName").TryGetString(out string? storageClass) && BlockClasses.Contains(storageClass))
            {
                Report($"the storage class '{storageClass}' is block storage according to its name, which several nodes cannot mount, so claims stay Pending", ClaimView.OncePod);
            }

            void Report(string consequence, string better) => context.Report(this, modes[0].Location, new RuleFinding(name!, mode!, consequence, better)
            {
                Properties = FixProperties.Replace(better),
            });
        }
    }
}
