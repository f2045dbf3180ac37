using System.Globalization;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor FileModeRule = new(
        id: "HF6015",
        title: "Permissions of files are decimal and look octal",
        messageFormat: "{0}",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The permissions of a volume's files are a number up to 0777 in octal, which is 511. Larger ones are refused, and smaller ones mean something else.",
        helpLinkUri: HelpLink.For("HF6015"));
}

/// <summary>HF6015: permissions of files that are meant in octal and written in decimal.</summary>
internal sealed class FileModeRule() : PodOwnerRule(RuleDescriptors.FileModeRule)
{
    /// <summary>Usual permissions in octal, of whose digits the decimal number is one that is never meant: its group could write.</summary>
    private static readonly long[] Usual = [400, 440, 444, 500];

    /// <summary>The largest permissions.</summary>
    private const long Most = 511;

    private static readonly string[] Sources = ["secret", "configMap", "downwardAPI", "projected"];

    public override bool JudgesParts => true;

    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        foreach (ManifestNode mode in owner.Volumes.SelectMany(ModesOf))
        {
            if (mode.TryGetInteger(out long number) && (Usual.Contains(number) || IsMeantInOctal(number)))
            {
                string digits = number.ToString(CultureInfo.InvariantCulture);
                string octal = Convert.ToString(number, 8).PadLeft(3, '0');
                string result = MayWrite(octal[1]) ? "let their group write" : MayWrite(octal[2]) ? "let all users write" : "give all users more rights than their owner";
                context.Report(this, mode.Location, new RuleFinding(Phrase.Of(
                    $"The mode {digits} is a decimal number, so files get the permissions 0{octal}, which {result}, and not 0{digits}; write {new Permissions(Convert.ToInt64(digits, 8))}")));
            }
        }
    }

    /// <summary>
    /// Whether a number makes sense in octal alone: each of owner, group and others may do no more than the one before, and the decimal number
    /// gives one of them more, as 111 does, which is 0157.
    /// </summary>
    private static bool IsMeantInOctal(long number) =>
        number is >= 100 and <= Most
        && number.ToString(CultureInfo.InvariantCulture) is var digits
        && digits.All(static digit => digit <= '7')
        && IsNarrowing(digits)
        && !IsNarrowing(Convert.ToString(number, 8).PadLeft(3, '0'));

    private static bool IsNarrowing(string octal) => (octal[1] & ~octal[0] & 7) == 0 && (octal[2] & ~octal[1] & 7) == 0;

    private static bool MayWrite(char digit) => (digit & 2) != 0;

    private static IEnumerable<ManifestNode> ModesOf(MappingNode volume)
    {
        foreach (MappingNode source in SourcesOf(volume))
        {
            if (source["defaultMode"] is { } mode)
            {
                yield return mode;
            }

            foreach (MappingNode item in source["items"].Mappings())
            {
                if (item["mode"] is { } own)
                {
                    yield return own;
                }
            }
        }
    }

    private static IEnumerable<MappingNode> SourcesOf(MappingNode volume)
    {
        foreach (MappingEntry entry in volume.Entries)
        {
            if (entry.Value is MappingNode source && Sources.Contains(entry.Key))
            {
                yield return source;
                foreach (MappingNode part in source["sources"].Mappings().SelectMany(SourcesOf))
                {
                    yield return part;
                }
            }
        }
    }
}
