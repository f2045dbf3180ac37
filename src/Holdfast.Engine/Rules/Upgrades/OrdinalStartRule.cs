using System.Globalization;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Upgrades;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor OrdinalStartRule = new(
        id: "HF4008",
        title: "Ordinals of existing replicas change",
        messageFormat: "The ordinals of '{0}' began at {1} in the last release and begin at {2} now, so the controller {3}; {4}, or move the data first and ship that",
        category: RuleCategories.Upgrades,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF4008"));
}

/// <summary>HF4008: replicas get other numbers than those of the last release.</summary>
internal sealed class OrdinalStartRule() : ShippedSetRule(RuleDescriptors.OrdinalStartRule)
{
    public override ArgumentChange ArgumentFix { get; } = new(AttributeNames.StatefulApp, "OrdinalStart", "Begin at {0} as before");

    protected override void Check(StatefulSetView set, StatefulSetView before, ManifestSet manifests, RuleContext context)
    {
        if (StartOf(set) is { } now
            && StartOf(before) is { } then
            && now != then

            // Without replicas no ordinal changes.
            && before.Replicas != 0
            && set.Replicas != 0)
        {
            string volumes = set.ClaimTemplates.Any() ? " on new empty volumes" : string.Empty;
            string consequence = set.IsOrdered == false
                ? $"creates replicas{volumes} and deletes the old ones at once, before a new one is ready"
                : $"creates replicas{volumes} and then deletes the old ones, with up to twice the pods for a while";
            context.Report(this, (set.Node.At("spec", "ordinals", "start") ?? set.Name)?.Location, new RuleFinding(set.DisplayName, then, now, consequence, Phrase.Of($"set `StatefulSetSpec.ordinals.start: {then}`"))
            {
                Properties = FixProperties.Replace(then.ToString(CultureInfo.InvariantCulture)),
            });
        }
    }

    private static long? StartOf(StatefulSetView set) => set.Node.At("spec", "ordinals", "start") switch
    {
        null => 0,
        var node => node.TryGetInteger(out long start) ? start : null,
    };
}
