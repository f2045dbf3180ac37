using System.Collections.Immutable;
using Holdfast.Analyzers.Overriding;
using Holdfast.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// What a reader is asked for. The generator wants values only; an analyzer also wants the place of each value and is
/// told what cannot be read. Everything else is the same, so the two cannot disagree.
/// </summary>
internal sealed class ReadContext
{
    private readonly Action<Diagnostic>? _report;

    private ReadContext(Action<Diagnostic>? report, string? environment, ProjectSettings settings, CancellationToken cancellationToken)
    {
        _report = report;
        Environment = environment;
        Settings = settings;
        CancellationToken = cancellationToken;
    }

    /// <summary>What was found of symbols so far.</summary>
    public FoundSymbols Found { get; } = new();

    /// <summary>Whether values carry the place where they stand.</summary>
    public bool KeepsOrigins => _report is not null;

    public CancellationToken CancellationToken { get; }

    /// <summary>The environment whose attributes count beside those for all; null for none.</summary>
    public string? Environment { get; }

    /// <summary>What the project says. In the generator, where they change without the type, they are applied later.</summary>
    public ProjectSettings Settings { get; }

    public static ReadContext ForGenerator(CancellationToken cancellationToken, string? environment = null) =>
        new(null, environment, ProjectSettings.None, cancellationToken);

    public static ReadContext ForAnalyzer(
        Action<Diagnostic> report,
        CancellationToken cancellationToken,
        ProjectSettings? settings = null,
        string? environment = null) => new(report, environment, settings ?? ProjectSettings.None, cancellationToken);

    /// <summary>Whether other applications that this one refers to are read; those that they refer to are not.</summary>
    public bool FollowsReferences { get; private init; } = true;

    /// <summary>For an application that another one refers to: it is judged where it is declared, and its places are not wanted.</summary>
    public ReadContext ForReferenced() => new(null, Environment, ProjectSettings.None, CancellationToken) { FollowsReferences = false };

    /// <summary>What the user asks for at a place that the compiler's own settings do not reach; null where that is nowhere.</summary>
    public Func<string, Location, ReportDiagnostic?>? SeverityAt { get; private init; }

    /// <summary>For files that are no sources.</summary>
    public static ReadContext ForFiles(Action<Diagnostic> report, Func<string, Location, ReportDiagnostic?> severityAt) =>
        new(report, null, ProjectSettings.None, CancellationToken.None) { SeverityAt = severityAt };

    /// <summary>Says that something cannot be read; nobody listens in the generator.</summary>
    public void Report(DiagnosticDescriptor descriptor, Location? location, params object[] arguments) =>
        Report(descriptor, location, ImmutableDictionary<string, string?>.Empty, arguments);

    /// <inheritdoc cref="Report(DiagnosticDescriptor, Location?, object[])"/>
    public void Report(
        DiagnosticDescriptor descriptor,
        Location? location,
        ImmutableDictionary<string, string?> properties,
        params object[] arguments)
    {
        if (_report is null)
        {
            return;
        }

        Location place = location ?? Location.None;
        ReportDiagnostic? wish = SeverityAt?.Invoke(descriptor.Id, place);
        if (wish != ReportDiagnostic.Suppress)
        {
            _report(Diagnostic.Create(descriptor, place, wish?.ToSeverity() ?? descriptor.DefaultSeverity, null, properties, arguments));
        }
    }
}
