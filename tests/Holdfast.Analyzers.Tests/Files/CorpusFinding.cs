using System.Globalization;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>What is said about a file of the corpus.</summary>
/// <param name="Description">The file, the severity, the rule and how often.</param>
/// <param name="Reason">Why it is true.</param>
internal sealed record CorpusFinding(string Description, string Reason)
{
    private const string Root = "/project/";

    /// <summary>
    /// A line of the list: <c>02-cockroachdb-trap/a.yaml Info HF5009 1 reason</c>. A reason that begins with <c>=</c> is that
    /// of a line <c>=name reason</c>.
    /// </summary>
    public static IReadOnlyList<CorpusFinding> All { get; } = Read();

    public static string FileOf(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().Path.Replace(Root, string.Empty, StringComparison.Ordinal);

    public static string Describe(string file, DiagnosticSeverity severity, string id, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{file} {severity} {id} {count}");

    private static CorpusFinding[] Read()
    {
        string[] lines =
        [
            .. File.ReadAllLines(Path.Combine(RepositoryPaths.Root, "tests", "Holdfast.Analyzers.Tests", "Files", "CorpusFindings.txt"))
                .Where(static line => line.Length > 0 && line[0] != '#'),
        ];
        Dictionary<string, string> reasons = lines.Where(static line => line[0] == '=')
            .Select(static line => line.Split(' ', 2))
            .ToDictionary(static parts => parts[0], static parts => parts[1].Trim(), StringComparer.Ordinal);
        return
        [
            .. lines.Where(static line => line[0] != '=').Select(line =>
            {
                string[] parts = line.Split(' ', 5, StringSplitOptions.RemoveEmptyEntries);
                string reason = parts[4].Trim();
                return new CorpusFinding(string.Join(' ', parts.Take(4)), reason[0] == '=' ? reasons[reason] : reason);
            }),
        ];
    }
}
