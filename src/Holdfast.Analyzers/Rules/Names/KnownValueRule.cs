using System.Collections.Immutable;
using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Names;

/// <summary>HF2020: a word where Kubernetes knows a few words only.</summary>
internal sealed class KnownValueRule : Rule
{
    private const string Any = "*";

    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF2020",
        title: "A value is none of those that Kubernetes knows",
        messageFormat: "'{0}' is no {1}, so the API server refuses the {2}; {3}",
        category: RuleCategories.Names,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Values are compared letter by letter, capitals included.",
        helpLinkUri: HelpLink.For("HF2020"));

    private static readonly string[] AccessModes = ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", ClaimView.OncePod];

    private static readonly string[] Retention = ["Retain", "Delete"];

    private static readonly string[] Traffic = ["Cluster", "Local"];

    private static readonly string[] VolumeModes = ["Filesystem", "Block"];

    private static readonly string[] Protocols = ["TCP", "UDP", "SCTP"];

    /// <summary>The kind, the path in it, and the words; a star stands for all items of a list.</summary>
    private static readonly (string Kind, string[] Path, string[] Words)[] Known =
    [
        (StatefulSetView.Kind, ["spec", "podManagementPolicy"], ["OrderedReady", "Parallel"]),
        (StatefulSetView.Kind, ["spec", "updateStrategy", "type"], ["RollingUpdate", "OnDelete"]),
        (StatefulSetView.Kind, ["spec", "persistentVolumeClaimRetentionPolicy", "whenDeleted"], Retention),
        (StatefulSetView.Kind, ["spec", "persistentVolumeClaimRetentionPolicy", "whenScaled"], Retention),
        (StatefulSetView.Kind, ["spec", "volumeClaimTemplates", Any, "spec", "accessModes", Any], AccessModes),
        (StatefulSetView.Kind, ["spec", "volumeClaimTemplates", Any, "spec", "volumeMode"], VolumeModes),
        (StatefulSetView.Kind, ["spec", "template", "spec", "restartPolicy"], ["Always"]),
        (DeploymentView.Kind, ["spec", "strategy", "type"], ["RollingUpdate", "Recreate"]),
        (DeploymentView.Kind, ["spec", "template", "spec", "restartPolicy"], ["Always"]),
        .. EphemeralClaims(StatefulSetView.Kind),
        .. EphemeralClaims(DeploymentView.Kind),
        (ClaimView.Kind, ["spec", "accessModes", Any], AccessModes),
        (ClaimView.Kind, ["spec", "volumeMode"], VolumeModes),
        (ServiceView.Kind, ["spec", "type"], ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"]),
        (ServiceView.Kind, ["spec", "sessionAffinity"], ["None", "ClientIP"]),
        (ServiceView.Kind, ["spec", "externalTrafficPolicy"], Traffic),
        (ServiceView.Kind, ["spec", "internalTrafficPolicy"], Traffic),
        (ServiceView.Kind, ["spec", "ipFamilyPolicy"], ["SingleStack", "PreferDualStack", "RequireDualStack"]),
        (ServiceView.Kind, ["spec", "ipFamilies", Any], ["IPv4", "IPv6"]),
        (ServiceView.Kind, ["spec", "ports", Any, "protocol"], Protocols),
    ];

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode node in manifests.Declared)
        {
            string kind = ObjectView.KindOf(node);
            foreach ((string _, string[] path, string[] words) in Known.Where(known => known.Kind == kind))
            {
                foreach (ManifestNode value in At(node, path.ToImmutableArray()))
                {
                    if (value.TryGetString(out string? text) && !words.Contains(text))
                    {
                        Report(value, text, path.Last(static step => step != Any), kind, words);
                    }
                }
            }
        }

        void Report(ManifestNode value, string text, string field, string kind, string[] words)
        {
            string? meant = words.FirstOrDefault(word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase)) ?? NearestName.Find(text, words);
            context.Report(this, value.Origin, new RuleFinding(
                text,
                field,
                kind,
                meant is null ? "it is " + string.Join(" or ", words) : $"did you mean '{meant}'?")
            {
                Properties = FixProperties.Replace(meant),
            });
        }
    }

    /// <summary>The words of claims that volumes of pods make.</summary>
    private static IEnumerable<(string Kind, string[] Path, string[] Words)> EphemeralClaims(string kind)
    {
        string[] spec = ["spec", "template", "spec", "volumes", Any, "ephemeral", "volumeClaimTemplate", "spec"];
        return [(kind, [.. spec, "accessModes", Any], AccessModes), (kind, [.. spec, "volumeMode"], VolumeModes)];
    }

    private static IEnumerable<ManifestNode> At(ManifestNode? node, ImmutableArray<string> path)
    {
        if (path.IsEmpty)
        {
            return node is null ? [] : [node];
        }

        return path[0] == Any
            ? (node as SequenceNode)?.Items.SelectMany(item => At(item, path.RemoveAt(0))) ?? []
            : At(node.At(path[0]), path.RemoveAt(0));
    }
}
