using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Reporting;

/// <summary>Takes what cannot be read, or what is wrong beside the rules over objects.</summary>
/// <param name="report">Takes the findings; null where none are wanted.</param>
/// <param name="severityAt">What the user asks for at a place that the compiler's own settings do not reach; null where that is nowhere.</param>
internal class Reporter(Action<Diagnostic>? report, Func<string, Location, ReportDiagnostic?>? severityAt = null)
{
    /// <summary>For callers that want objects only.</summary>
    public static Reporter None { get; } = new(null);

    /// <summary>Whether values carry the place where they stand.</summary>
    public bool KeepsLocations => report is not null;

    /// <summary>From a part of a text to its place, as near as the reader that the text is from knows it.</summary>
    /// <param name="location">The place of all of the text.</param>
    /// <param name="text">The text.</param>
    public virtual Func<TextSpan, Location?> PlacesIn(Location location, string text) => _ => location;

    /// <summary>Reports that something cannot be read; ignored where no findings are wanted.</summary>
    public void Report(DiagnosticDescriptor descriptor, Location? location, params object[] arguments) =>
        Report(descriptor, location, ImmutableDictionary<string, string?>.Empty, arguments);

    /// <inheritdoc cref="Report(DiagnosticDescriptor, Location?, object[])"/>
    public virtual void Report(
        DiagnosticDescriptor descriptor,
        Location? location,
        ImmutableDictionary<string, string?> properties,
        params object[] arguments) => Report(descriptor.DefaultSeverity, descriptor, location, properties, arguments);

    /// <summary>Reports it with another severity than it mostly has.</summary>
    protected void Report(
        DiagnosticSeverity severity,
        DiagnosticDescriptor descriptor,
        Location? location,
        ImmutableDictionary<string, string?> properties,
        object[] arguments)
    {
        if (report is null)
        {
            return;
        }

        Location place = location ?? Location.None;
        ReportDiagnostic? wish = severityAt?.Invoke(descriptor.Id, place);
        if (wish != ReportDiagnostic.Suppress)
        {
            report(Diagnostic.Create(descriptor, place, wish?.ToSeverity() ?? severity, null, properties, arguments));
        }
    }
}
