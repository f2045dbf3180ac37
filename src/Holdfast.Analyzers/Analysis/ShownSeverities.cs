using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// Which findings a host shows. The compiler of a build drops suggestions when it gets them, and a suggestion that is put into words and handed
/// over for that costs as much as some ten rules.
/// </summary>
internal static class ShownSeverities
{
    /// <summary>Whether a finding may be shown; null where all are.</summary>
    /// <param name="least">The least severity that the host shows.</param>
    /// <param name="compilation">Has the compiler's settings.</param>
    /// <param name="options">Have those for all analyzers, and for those of a category.</param>
    public static Func<DiagnosticDescriptor, DiagnosticSeverity, Location, bool>? Of(DiagnosticSeverity least, Compilation compilation, AnalyzerOptions options)
    {
        if (least == DiagnosticSeverity.Hidden)
        {
            return null;
        }

        var asked = new GlobalSeverities(compilation);
        AnalyzerConfigOptionsProvider all = options.AnalyzerConfigOptionsProvider;
        return (descriptor, severity, place) => severity >= least || asked.At(descriptor.Id, place) is not null || IsAskedForAll(descriptor, place);

        // What a setting makes of it is the compiler's to say.
        bool IsAskedForAll(DiagnosticDescriptor descriptor, Location place)
        {
            AnalyzerConfigOptions own = place.SourceTree is { } tree ? all.GetOptions(tree) : all.GlobalOptions;
            return own.TryGetValue("dotnet_analyzer_diagnostic.severity", out _)
                || own.TryGetValue($"dotnet_analyzer_diagnostic.category-{descriptor.Category}.severity", out _);
        }
    }
}
