using System.Globalization;
using System.Text;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Importing;
using Holdfast.Tool.Formats;

namespace Holdfast.Tool.Importing;

/// <summary>The report of an import: how far attributes reach, what patches say and why, what differs, and what stays in its file.</summary>
internal static class ImportReport
{
    public static Report Of(ImportResult result)
    {
        int fields = result.Apps.Sum(static app => app.FieldCount);
        int patched = result.Apps.Sum(static app => app.PatchedCount);
        int objects = result.Apps.Sum(static app => app.Originals.Length);
        return new Report("Import", [])
        {
            Sections =
            [
                new ReportSection("Types", Types(result)),
                .. Section(result, ImportNoteKind.Difference, "What differs from the manifests"),
                .. Section(result, ImportNoteKind.Kept, "What stays in its file"),
                .. Section(result, ImportNoteKind.Patched, "What patches say, and why"),
                .. Section(result, ImportNoteKind.Offer, "What the types can do better"),
            ],
            Summary = string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(result.Apps.Length, "type")} {(result.Apps.Length == 1 ? "makes" : "make")} {Count(objects, "object")}: {Count(fields - patched, "field")} by attributes, {patched} by patches."),
        };
    }

    private static string Types(ImportResult result)
    {
        var text = new StringBuilder();
        foreach (ImportedApp app in result.Apps)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {app.TypeName}, the {app.App.Kind} `{app.App.Name.OrDefault(string.Empty)}`: ")
                .Append(CultureInfo.InvariantCulture, $"{Count(app.Originals.Length, "object")}, {app.FieldCount - app.PatchedCount} fields by attributes, {app.PatchedCount} by patches\n");
        }

        return text.ToString();
    }

    private static IEnumerable<ReportSection> Section(ImportResult result, ImportNoteKind kind, string title)
    {
        ImportNote[] notes = [.. result.Notes.Where(note => note.Kind == kind)];
        if (notes.Length > 0)
        {
            yield return new ReportSection(title, string.Concat(notes.Select(static note => $"- {note.Object}{(note.Path.Length == 0 ? string.Empty : $" `{note.Path}`")}: {note.Reason}\n")));
        }
    }

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? string.Empty : "s")}");
}
