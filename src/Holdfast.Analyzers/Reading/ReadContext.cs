using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// What a reader is asked for. The generator wants values only; an analyzer also wants the place of each value and is
/// told what cannot be read. Everything else is the same, so the two cannot disagree.
/// </summary>
internal sealed class ReadContext
{
    private readonly Action<Diagnostic>? _report;

    private ReadContext(Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        _report = report;
        CancellationToken = cancellationToken;
    }

    /// <summary>Whether values carry the place where they stand.</summary>
    public bool KeepsOrigins => _report is not null;

    public CancellationToken CancellationToken { get; }

    public static ReadContext ForGenerator(CancellationToken cancellationToken) => new(null, cancellationToken);

    public static ReadContext ForAnalyzer(Action<Diagnostic> report, CancellationToken cancellationToken) =>
        new(report, cancellationToken);

    /// <summary>Whether other applications that this one refers to are read; those that they refer to are not.</summary>
    public bool FollowsReferences { get; private init; } = true;

    /// <summary>For an application that another one refers to: it is judged where it is declared, and its places are not wanted.</summary>
    public ReadContext ForReferenced() => new(null, CancellationToken) { FollowsReferences = false };

    /// <summary>Says that something cannot be read; nobody listens in the generator.</summary>
    public void Report(DiagnosticDescriptor descriptor, Location? location, params object[] arguments) =>
        _report?.Invoke(Diagnostic.Create(descriptor, location ?? Location.None, arguments));

    /// <inheritdoc cref="Report(DiagnosticDescriptor, Location?, object[])"/>
    public void Report(
        DiagnosticDescriptor descriptor,
        Location? location,
        System.Collections.Immutable.ImmutableDictionary<string, string?> properties,
        params object[] arguments) =>
        _report?.Invoke(Diagnostic.Create(descriptor, location ?? Location.None, properties, arguments));
}
