using System.Globalization;
using System.Text;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>Tables for the output of tests.</summary>
internal static class CorpusReport
{
    /// <summary>
    /// How much of each original its declaration says: at least 19 out of 20 fields without <c>[Patch]</c>; all of them
    /// with it. What is meant to differ is said, in another way.
    /// </summary>
    public static string Coverage(IEnumerable<(CorpusCase Case, int Fields, CorpusVerdict? Verdict)> rows)
    {
        var text = new StringBuilder();
        text.AppendLine(Row("file", "set", "fields", "covered", "percent", "meant", "patched", "missing", "added", "without", "with"));
        var judged = new List<CorpusVerdict>();
        int fields = 0;
        foreach ((CorpusCase item, int written, CorpusVerdict? verdict) in rows)
        {
            fields += written;
            text.AppendLine(verdict is null ? Row(item.Folder, item.Set, written, "  not declared") : Row(item.Folder, item.Set, Cells(verdict.Written, [verdict])));
            judged.AddRange(verdict is null ? [] : [verdict]);
        }

        text.AppendLine(Row("declared", "", Cells(judged.Sum(static verdict => verdict.Written), judged)));
        text.AppendLine(Row("all", "", Cells(fields, judged)));
        text.AppendLine(CultureInfo.InvariantCulture, $"Without [Patch]: {Share(judged, static verdict => verdict.Covered)} % the same, {Share(judged, static verdict => verdict.Covered + verdict.Meant)} % the same or meant to differ.");
        text.AppendLine(CultureInfo.InvariantCulture, $"With [Patch]: {Share(judged, static verdict => verdict.Covered + verdict.Patched)} % the same, {Share(judged, static verdict => verdict.Covered + verdict.Patched + verdict.Meant)} % the same or meant to differ.");
        text.AppendLine("Wanted: at least 19 out of 20 fields without [Patch]; all of them with it.");
        return text.ToString();
    }

    /// <summary>
    /// How many fields of all originals each area says, the areas to come first; and of how many sets nothing is missing
    /// once it and all above it are there.
    /// </summary>
    public static string Ranking(IEnumerable<(CorpusCase Case, string Path, AttributeArea Area)> fields)
    {
        var all = fields.ToList();
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"area",-32}{"fields",8}{"percent",9}{"sets",6}{"whole",7}  state");
        var there = all.Where(static field => field.Area.Exists).Select(static field => field.Area).ToHashSet();
        int said = all.Count(field => there.Contains(field.Area));
        foreach (var group in all
            .GroupBy(static field => field.Area)
            .OrderBy(static group => group.Key.Exists)
            .ThenByDescending(static group => group.Count())
            .ThenBy(static group => group.Key.Name, StringComparer.Ordinal))
        {
            there.Add(group.Key);
            int whole = all.GroupBy(static field => field.Case).Count(item => item.All(field => there.Contains(field.Area)));
            int sets = group.Select(static field => field.Case.ToString()).Distinct().Count();
            text.AppendLine(CultureInfo.InvariantCulture, $"{group.Key.Name,-32}{group.Count(),8}{Percent(group.Count(), all.Count),9}{sets,6}{whole,7}  {(group.Key.Exists ? "there" : "to come")}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{"there",-32}{said,8}{Percent(said, all.Count),9}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{"all",-32}{all.Count,8}");
        foreach ((CorpusCase item, string path, _) in all.Where(static field => field.Area == AttributeAreas.Other))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"other: {item} {path}");
        }

        return text.ToString();
    }

    private static string Percent(int part, int whole) =>
        whole == 0 ? "-" : (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Share(List<CorpusVerdict> verdicts, Func<CorpusVerdict, int> part) =>
        Percent(verdicts.Sum(part), verdicts.Sum(static verdict => verdict.Written));

    private static object[] Cells(int fields, IReadOnlyCollection<CorpusVerdict> verdicts)
    {
        int covered = verdicts.Sum(static verdict => verdict.Covered);
        int patched = verdicts.Sum(static verdict => verdict.Patched);
        int meant = verdicts.Sum(static verdict => verdict.Meant);
        return
        [
            fields,
            covered,
            Percent(covered, fields),
            meant,
            patched,
            fields - covered - meant - patched,
            verdicts.Sum(static verdict => verdict.Added),
            Percent(covered + meant, fields),
            Percent(covered + meant + patched, fields),
        ];
    }

    private static string Row(string file, string set, params object[] cells) =>
        $"{file,-38}{set,-24}" + string.Concat(cells.Select(static cell => $"{cell,9}"));
}
