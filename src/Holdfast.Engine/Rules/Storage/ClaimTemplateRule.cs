using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ClaimTemplateRule = new(
        id: "HF3007",
        title: "A claim template cannot give each replica a volume",
        messageFormat: "The claim template '{0}' of '{1}' {2}, so {3}; {4}",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF3007"));
}

/// <summary>HF3007: a claim template that is refused, or whose claims cannot all be bound.</summary>
internal sealed class ClaimTemplateRule() : StatefulSetRule(RuleDescriptors.ClaimTemplateRule)
{
    private const string Refused = "the API server refuses the StatefulSet";

    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode template in set.ClaimTemplates)
        {
            ManifestNode? name = template.At("metadata", "name");
            ManifestNode? spec = template["spec"];
            Location? whole = name?.Location ?? template.Location;
            if (name.IsAbsent() || name.Is(string.Empty))
            {
                Report(template.Location, "has no name", Refused, Phrase.Of($"set `PersistentVolumeClaim.metadata.name`"));
            }

            if (spec is UnknownNode)
            {
                continue;
            }

            foreach ((Location? place, string problem, Phrase advice) in ClaimNeeds.Missing(spec, whole))
            {
                Report(place, problem, Refused, advice);
            }

            if (set.Replicas > 1 && spec.At("volumeName") is ScalarNode { Kind: ScalarKind.String } volume)
            {
                Report(volume.Location, $"names the one volume '{volume.Text}'", "one replica gets it and the others stay Pending", Phrase.Of($"remove `PersistentVolumeClaimSpec.volumeName`"));
            }

            if (spec.At("selector") is MappingNode { Entries.Count: > 0 } selector)
            {
                Report(
                    selector.Location,
                    "selects volumes",
                    "no volume is provisioned for a claim, and replicas that find none stay Pending",
                    Phrase.Of($"remove `PersistentVolumeClaimSpec.selector`, or create a volume for each replica by hand"),
                    DiagnosticSeverity.Warning);
            }

            void Report(Location? place, string problem, string consequence, Phrase advice, DiagnosticSeverity? severity = null) => context.Report(
                this,
                place,
                new RuleFinding(name.TryGetString(out string? text) ? text : "?", set.DisplayName, problem, consequence, advice) { Severity = severity });
        }
    }
}
