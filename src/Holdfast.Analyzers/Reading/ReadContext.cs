using System.Collections.Immutable;
using Holdfast.Analyzers.Settings;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// What a reader is asked for. The generator wants values only; an analyzer also wants the place of each value and is
/// told what cannot be read. Everything else is the same, so the two cannot disagree. The compiler does not ask analyzers where
/// declarations have errors, so what leaves such an error is for the generator to say, and for it alone.
/// </summary>
internal sealed class ReadContext : Reporter
{
    /// <summary>Whether the problems that stop the compiler are asked for, and not the others.</summary>
    private readonly bool _saysStops;

    private ReadContext(Action<Diagnostic>? report, bool saysStops, string? environment, ProjectSettings settings, CancellationToken cancellationToken)
        : base(report)
    {
        _saysStops = saysStops;
        Environment = environment;
        Settings = settings;
        CancellationToken = cancellationToken;
    }

    /// <summary>What was found of symbols so far.</summary>
    public FoundSymbols Found { get; } = new();

    /// <summary>Whether there was a problem that stops the compiler before it asks an analyzer, whether it is asked for or not.</summary>
    public bool StopsCompiler { get; private set; }

    public CancellationToken CancellationToken { get; }

    /// <summary>The environment whose attributes count beside those for all; null for none.</summary>
    public string? Environment { get; }

    /// <summary>What the project says. In the generator, where they change without the type, they are applied later.</summary>
    public ProjectSettings Settings { get; }

    public static ReadContext ForGenerator(CancellationToken cancellationToken, string? environment = null) =>
        new(null, saysStops: false, environment, ProjectSettings.None, cancellationToken);

    /// <summary>For the generator where it has to say what an analyzer is not asked for: problems that stop the compiler, and no others.</summary>
    public static ReadContext ForStops(Action<Diagnostic> report, CancellationToken cancellationToken) =>
        new(report, saysStops: true, environment: null, ProjectSettings.None, cancellationToken);

    public static ReadContext ForAnalyzer(
        Action<Diagnostic> report,
        CancellationToken cancellationToken,
        ProjectSettings? settings = null,
        string? environment = null) => new(report, saysStops: false, environment, settings ?? ProjectSettings.None, cancellationToken);

    /// <summary>Whether other applications that this one refers to are read; those that they refer to are not.</summary>
    public bool FollowsReferences { get; private init; } = true;

    /// <summary>For an application that another one refers to: it is judged where it is declared, and its places are not wanted.</summary>
    public ReadContext ForReferenced() => new(null, saysStops: false, Environment, ProjectSettings.None, CancellationToken) { FollowsReferences = false };

    /// <summary>For a Job that another application starts after, of which everything counts.</summary>
    public ReadContext ForAwaited() => new(null, saysStops: false, Environment, ProjectSettings.None, CancellationToken);

    /// <inheritdoc/>
    public override Func<TextSpan, Location?> PlacesIn(Location location, string text)
    {
        if (location.Kind != LocationKind.ExternalFile)
        {
            return LiteralLocations.In(location, text, CancellationToken);
        }

        // All of a file.
        string path = location.GetLineSpan().Path;
        TextLineCollection lines = SourceText.From(text).Lines;
        return span => Location.Create(path, span, lines.GetLinePositionSpan(span));
    }

    /// <inheritdoc/>
    public override void Report(
        DiagnosticDescriptor descriptor,
        Location? location,
        ImmutableDictionary<string, string?> properties,
        params object[] arguments) => Report(stopsCompiler: false, descriptor, location, properties, arguments);

    /// <summary>Says what to do beside an error of the compiler, which stops at it and asks no analyzer. It is a warning, so that the error stays the only one.</summary>
    /// <inheritdoc cref="Reporter.Report(DiagnosticDescriptor, Location?, object[])"/>
    public void Advise(DiagnosticDescriptor descriptor, Location? location, ImmutableDictionary<string, string?> properties, params object[] arguments)
    {
        StopsCompiler = true;
        if (_saysStops)
        {
            Report(DiagnosticSeverity.Warning, descriptor, location, properties, arguments);
        }
    }

    /// <summary>Says that something cannot be read, where that may stop the compiler.</summary>
    /// <param name="stopsCompiler">Whether the compiler ends with an error in the declaration, and so asks no analyzer.</param>
    /// <inheritdoc cref="Reporter.Report(DiagnosticDescriptor, Location?, object[])"/>
    public void Report(
        bool stopsCompiler,
        DiagnosticDescriptor descriptor,
        Location? location,
        ImmutableDictionary<string, string?> properties,
        params object[] arguments)
    {
        StopsCompiler |= stopsCompiler;
        if (stopsCompiler == _saysStops)
        {
            base.Report(descriptor, location, properties, arguments);
        }
    }
}
