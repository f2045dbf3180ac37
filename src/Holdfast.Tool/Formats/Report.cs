using System.Collections.Immutable;

namespace Holdfast.Tool.Formats;

/// <summary>What a command says, whatever it is written as.</summary>
/// <param name="Title">What the report is about: the heading of formats that have one.</param>
/// <param name="Findings">The findings, in the order in which they are shown.</param>
internal sealed record Report(string Title, ImmutableArray<Finding> Findings)
{
    /// <summary>Texts beside the findings.</summary>
    public ImmutableArray<ReportSection> Sections { get; init; } = [];

    /// <summary>One sentence at the end, such as how many files were read; empty where there is none.</summary>
    public string Summary { get; init; } = string.Empty;
}
