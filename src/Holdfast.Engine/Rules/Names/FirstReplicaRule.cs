using System.Globalization;
using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Reporting;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Names;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor FirstReplicaRule = new(
        id: "HF2011",
        title: "A pod name comes before the first ordinal",
        messageFormat: "The ordinals of '{0}' begin at {1} and '{2}' {3}, so it matches no pod; the first one is '{4}'",
        category: RuleCategories.Names,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF2011"),
        customTags: Fixes.NameInCode);
}

/// <summary>HF2011: replica 0 of a set that does not begin at 0.</summary>
internal sealed class FirstReplicaRule() : StatefulSetRule(RuleDescriptors.FirstReplicaRule)
{
    /// <summary>Reported for code, too.</summary>
    internal static DiagnosticDescriptor Rule => RuleDescriptors.FirstReplicaRule;

    /// <summary>A comparison of the ordinal with 0, as a shell writes it.</summary>
    private static readonly Regex IsZero = new(
        @"ordinal\b[""'})\]]*\s*(?:-eq|==|=)\s*[""']?0\b(?![.])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        if (!set.Node.At("spec", "ordinals", "start").TryGetInteger(out long start)
            || start is <= 0 or > KubernetesLimits.MaxOrdinal
            || !set.Name.TryGetString(out string? name)
            || name.Length == 0)
        {
            return;
        }

        var member = new Regex(@"(?<![A-Za-z0-9._-])" + Regex.Escape(name) + @"-([0-9]+)(?![A-Za-z0-9-])", RegexOptions.CultureInvariant);
        foreach (ScalarNode text in DeclaredText.Of(set))
        {
            Match? early = member.Matches(text.Text).Cast<Match>().FirstOrDefault(match =>
                KubernetesNames.TryParseOrdinal(match.Groups[1].Value, out int ordinal) && ordinal < start);
            Match zero = IsZero.Match(text.Text);
            if (early is not null)
            {
                Report(early.Value, "comes before them");
            }
            else if (zero.Success)
            {
                Report(zero.Value, "asks for ordinal 0");
            }

            void Report(string found, string problem) => context.Report(this, text.Location, new RuleFinding(
                name, start.ToString(CultureInfo.InvariantCulture), found, problem, KubernetesNames.Pod(name, (int)start)));
        }
    }
}
