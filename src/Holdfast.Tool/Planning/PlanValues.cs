using System.Globalization;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Planning;

namespace Holdfast.Tool.Planning;

/// <summary>Values of fields as a plan shows them: in one line, not too long, and without secrets.</summary>
internal static class PlanValues
{
    private const int Longest = 80;

    /// <summary>What becomes of a field: <c>`3` → `5`</c>.</summary>
    public static string Of(ObjectChange changed, FieldChange change)
    {
        bool isSecret = changed.KindName == SecretView.Kind && (change.Path.IsIn("data") || change.Path.IsIn("stringData"));
        return change.Kind switch
        {
            FieldChangeKind.Reordered => "another order: " + string.Join(", ", ((SequenceNode)change.After!).Items.Select(Flow)),
            FieldChangeKind.Added => "added" + (isSecret ? string.Empty : ": " + Code(change.After)),
            FieldChangeKind.Removed => "removed" + (isSecret ? string.Empty : ", was " + Code(change.Before)),
            _ when isSecret => "another value",
            _ => $"{Code(change.Before)} → {Code(change.After)}",
        };
    }

    /// <summary>A text between marks of code.</summary>
    public static string Code(string text) => text.Contains('`', StringComparison.Ordinal) ? $"`` {text} ``" : $"`{text}`";

    private static string Code(ManifestNode? node)
    {
        string text = Flow(node).ReplaceLineEndings("⏎");
        int length = new StringInfo(text).LengthInTextElements;
        return Code(length <= Longest ? text.Length == 0 ? "\"\"" : text : new StringInfo(text).SubstringByTextElements(0, Longest) + "…");
    }

    private static string Flow(ManifestNode? node) => node switch
    {
        ScalarNode scalar => scalar.Text,
        SequenceNode sequence => "[" + string.Join(", ", sequence.Items.Select(Flow)) + "]",
        MappingNode mapping => "{" + string.Join(", ", mapping.Entries.Select(static entry => $"{entry.Key}: {Flow(entry.Value)}")) + "}",
        _ => "?",
    };
}
