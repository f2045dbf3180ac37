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

        foreach (MappingNode volume in set.Volumes)
        {
            if (!volume.At("persistentVolumeClaim", "claimName").TryGetString(out string? claimName) || IsShadowed(set, volume))
            {
                continue;
            }

            ClaimView? claim = manifests.Claims.FirstOrDefault(known => known.DisplayName == claimName);
            if (IsForReading(set, volume) || claim?.HasAccessMode("ReadOnlyMany") == true)
            {
                continue;
            }

            bool canBeShared = claim?.HasAccessMode("ReadWriteMany") == true;
            context.Report(this, volume.At("persistentVolumeClaim")!.Origin, new RuleFinding(
                set.Replicas,
                set.DisplayName,
                claimName,
                canBeShared
                    ? "they write to the same files, and none has data of its own"
                    : "members on other nodes never start (Multi-Attach error), members on one node write over each other's files")
            {
                Severity = canBeShared ? DiagnosticSeverity.Warning : null,
            });
        }
    }

    /// <summary>A claim template takes the place of a volume of its name, which then is never looked at.</summary>
    private static bool IsShadowed(StatefulSetView set, MappingNode volume) =>
        volume["name"].TryGetString(out string? name)
        && set.ClaimTemplates.Any(template => template.At("metadata", "name").TryGetString(out string? other) && other == name);

    private static bool IsForReading(StatefulSetView set, MappingNode volume)
    {
        if (volume.At("persistentVolumeClaim", "readOnly").IsTrue())
        {
            return true;
        }

        if (!volume["name"].TryGetString(out string? name))
        {
            return false;
        }

        MappingNode[] mounts = [.. set.Containers
            .SelectMany(static container => container["volumeMounts"].Mappings())
            .Where(mount => mount["name"].TryGetString(out string? mounted) && mounted == name)];
        return mounts.Length > 0 && mounts.All(static mount => mount["readOnly"].IsTrue());
    }
}
