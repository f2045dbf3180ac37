using System.Globalization;
using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Values;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>The largest heap that a text allows a Java process.</summary>
/// <param name="Option">The option as it is written.</param>
/// <param name="Size">The size.</param>
internal sealed record HeapSize(string Option, Quantity Size)
{
    /// <summary>As <c>java</c> reads it: a whole number and a letter for powers of 1024, in either case.</summary>
    private static readonly Regex Syntax = new(@"(?<![^\s""'=])-(?:Xmx|XX:MaxHeapSize=)([0-9]{1,18})([kKmMgGtT]?)(?![A-Za-z0-9.])", RegexOptions.CultureInvariant);

    /// <summary>A share of the memory that the container has, in percent; a size for the heap counts before it.</summary>
    private static readonly Regex Share = new(@"(?<![^\s""'=])-XX:MaxRAMPercentage=100(?:\.0+)?(?![0-9.])", RegexOptions.CultureInvariant);

    private static readonly Regex Alone = new("^([0-9]{1,18})([kKmMgGtT]?)$", RegexOptions.CultureInvariant);

    /// <summary>The option that allows the heap all memory of the container; null where there is none, or another one counts.</summary>
    public static string? WholeMemoryIn(string text) =>
        text.IndexOf("-XX:MaxRAMPercentage", StringComparison.Ordinal) >= 0 && In(text) is null && Share.Match(text) is { Success: true } match ? match.Value : null;

    /// <summary>A size alone, such as a variable has it: <c>2g</c>.</summary>
    public static Quantity? Of(string text) =>
        Alone.Match(text) is { Success: true } match && Quantity.TryParse(match.Groups[1].Value + Unit(match.Groups[2].Value), out Quantity size) ? size : null;

    /// <summary>The last one in a text, which is the one that counts; null where it has none.</summary>
    public static HeapSize? In(string text)
    {
        Match? match = text.IndexOf("-X", StringComparison.Ordinal) < 0 ? null : Syntax.Matches(text).Cast<Match>().LastOrDefault();
        return match is not null && Quantity.TryParse(match.Groups[1].Value + Unit(match.Groups[2].Value), out Quantity size)
            ? new HeapSize(match.Value, size)
            : null;
    }

    private static string Unit(string letter) => letter.Length == 0 ? string.Empty : letter.ToUpper(CultureInfo.InvariantCulture) + "i";
}
