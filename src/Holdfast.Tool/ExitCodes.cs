using Holdfast.Tool.Formats;

namespace Holdfast.Tool;

/// <summary>What the command's exit codes mean, for all of its parts.</summary>
internal static class ExitCodes
{
    /// <summary>Nothing was found, or what was asked for is done. Suggestions alone are no findings.</summary>
    public const int Nothing = 0;

    /// <summary>There is at least one warning or error.</summary>
    public const int Findings = 1;

    /// <summary>The arguments are wrong, or the input cannot be read.</summary>
    public const int BadInput = 2;

    /// <summary>That of a report.</summary>
    public static int Of(Report report) =>
        report.Findings.Any(static finding => finding.Severity >= FindingSeverity.Warning) ? Findings : Nothing;
}
