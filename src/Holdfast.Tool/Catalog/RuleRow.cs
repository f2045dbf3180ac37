using System.Collections.Immutable;

namespace Holdfast.Tool.Catalog;

/// <summary>A rule as the documentation's list has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Severity">Its severity, with the cases in which it is another one.</param>
/// <param name="HasFix">Whether there is a code fix.</param>
/// <param name="Readers">What it looks at: Attributes, YAML and Client.</param>
internal sealed record RuleRow(string Id, string Title, string Severity, bool HasFix, ImmutableArray<string> Readers)
{
    /// <summary>All rules. A test of the documentation compares the list with what there is.</summary>
    public static ImmutableArray<RuleRow> All { get; } = [.. RulePages.Index.Split('\n').Where(static line => line.StartsWith("| [HF", StringComparison.Ordinal)).Select(Read)];

    private static RuleRow Read(string line)
    {
        string[] cells = [.. line.Trim('|').Split('|').Select(static cell => cell.Trim())];
        return new RuleRow(
            cells[0][1..cells[0].IndexOf(']', StringComparison.Ordinal)],
            cells[1],
            cells[2],
            cells[3].Length > 0,
            [.. new[] { "Attributes", "YAML", "Client" }.Where((_, index) => cells[4 + index].Length > 0)]);
    }
}
