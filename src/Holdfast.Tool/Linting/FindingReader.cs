using System.Globalization;
using Holdfast.Tool.Files;
using Holdfast.Tool.Formats;
using Microsoft.CodeAnalysis;

namespace Holdfast.Tool.Linting;

/// <summary>Findings as the rules report them become those of a report.</summary>
internal static class FindingReader
{
    /// <param name="diagnostic">What was reported.</param>
    /// <param name="severity">How grave it is to the user.</param>
    /// <param name="directory">The folder that paths are relative to.</param>
    public static Finding Read(Diagnostic diagnostic, DiagnosticSeverity severity, string directory) =>
        new(
            diagnostic.Id,
            diagnostic.Descriptor.Title.ToString(CultureInfo.InvariantCulture),
            severity switch
            {
                DiagnosticSeverity.Error => FindingSeverity.Error,
                DiagnosticSeverity.Warning => FindingSeverity.Warning,
                _ => FindingSeverity.Info,
            },
            diagnostic.GetMessage(CultureInfo.InvariantCulture))
        {
            HelpLink = diagnostic.Descriptor.HelpLinkUri,
            Place = PlaceOf(diagnostic.Location, directory),
        };

    /// <summary>A place as reports show it; null where it is in no file.</summary>
    public static FindingPlace? PlaceOf(Location? location, string directory) =>
        location?.GetLineSpan() is { Path: { Length: > 0 } path } span
            ? new FindingPlace(
                ShownPaths.Of(path, directory),
                span.StartLinePosition.Line + 1,
                span.StartLinePosition.Character + 1,
                span.EndLinePosition.Line + 1,
                span.EndLinePosition.Character + 1)
            : null;
}
