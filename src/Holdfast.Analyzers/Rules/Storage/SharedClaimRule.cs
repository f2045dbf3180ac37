using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Storage;

/// <summary>HF3001: every member of a set mounts one and the same claim.</summary>
internal sealed class SharedClaimRule : StatefulSetRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF3001",
        title: "One claim is shared by all members of a set",
        messageFormat: "All {0} members of '{1}' mount the one claim '{2}': {3}; give each member a claim of its own with a claim template",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A claim that the pod template names is the same for every pod. Only volumeClaimTemplates gives each member of a StatefulSet a volume that is its own and stays its own.",
        helpLinkUri: HelpLink.For("HF3001"));

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        if (set.Replicas is not > 1)
        {
            return;
        }

        foreach (ClaimVolume volume in ClaimVolume.WrittenBy(set, manifests))
        {
            // A directory for each is another matter where the claim can be mounted by all: HF3004.
            bool hasDirectories = volume.HasDirectoryForEachPod(set);
            if (volume.IsMadeForSharing && hasDirectories)
            {
                continue;
            }

            context.Report(this, volume.Origin, new RuleFinding(
                set.Replicas,
                set.DisplayName,
                volume.ClaimName,
                (volume.IsMadeForSharing, hasDirectories) switch
                {
                    (true, _) => "they write to the same files, and none has data of its own",
                    (_, true) => "members on other nodes never start (Multi-Attach error), whatever directories they use",
                    _ => "members on other nodes never start (Multi-Attach error), members on one node write over each other's files",
                })
            {
                Severity = volume.IsMadeForSharing ? DiagnosticSeverity.Warning : null,
            });
        }
    }
}
