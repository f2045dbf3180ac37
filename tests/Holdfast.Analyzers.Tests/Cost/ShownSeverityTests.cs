using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Holdfast.Analyzers.Analysis;
using Holdfast.Engine.Rules;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Tests.Cost;

/// <summary>
/// A build that shows warnings and errors is not handed suggestions, unless a setting may make more of them. Only the compiler's own program
/// says that it drops them, so this asks for what the analyzer asks it.
/// </summary>
public sealed class ShownSeverityTests
{
    private static readonly DiagnosticDescriptor Suggestion = RuleCatalog.All.Single(static rule => rule.Descriptor.Id == "HF5004").Descriptor;

    private static readonly CSharpCompilation Compilation = Compilations.Create("class A { }");

    private static readonly Location Place = Location.Create(Compilation.SyntaxTrees[0], new(0, 5));

    [Fact]
    public void AHostThatShowsAllIsNotAsked() => Assert.Null(ShownSeverities.Of(DiagnosticSeverity.Hidden, Compilation, new AnalyzerOptions([])));

    [Theory]
    [InlineData(DiagnosticSeverity.Info, DiagnosticSeverity.Warning, false)]
    [InlineData(DiagnosticSeverity.Warning, DiagnosticSeverity.Warning, true)]
    [InlineData(DiagnosticSeverity.Error, DiagnosticSeverity.Warning, true)]
    [InlineData(DiagnosticSeverity.Info, DiagnosticSeverity.Info, true)]
    public void WhatIsLessThanTheHostShowsIsNotShown(DiagnosticSeverity severity, DiagnosticSeverity least, bool isShown)
    {
        Assert.Equal(isShown, ShownSeverities.Of(least, Compilation, new AnalyzerOptions([]))!(Suggestion, severity, Place));
        Assert.Equal(isShown, ShownSeverities.Of(least, Compilation, new AnalyzerOptions([]))!(Suggestion, severity, Location.None));
    }

    [Theory]
    [InlineData("dotnet_analyzer_diagnostic.severity", true)]
    [InlineData("DOTNET_ANALYZER_DIAGNOSTIC.SEVERITY", true)]
    [InlineData("dotnet_analyzer_diagnostic.category-Holdfast.Availability.severity", true)]
    [InlineData("dotnet_analyzer_diagnostic.category-Style.severity", false)]
    [InlineData("dotnet_diagnostic.severity", false)]
    public void ASettingForManyRulesCounts(string key, bool isShown)
    {
        Assert.Equal("Holdfast.Availability", Suggestion.Category);
        Assert.Equal(isShown, IsShown(Compilation, (key, "warning")));
    }

    [Fact]
    public void ASettingForTheRuleCounts()
    {
        Assert.False(IsShown(Compilation));
        Assert.True(IsShown(With(Compilation.Options.WithSpecificDiagnosticOptions([new("HF5004", ReportDiagnostic.Warn)]))));
        Assert.False(IsShown(With(Compilation.Options.WithSpecificDiagnosticOptions([new("HF5005", ReportDiagnostic.Warn)]))));
        Assert.True(IsShown(With(Compilation.Options.WithSyntaxTreeOptionsProvider(new Asked("HF5004", isGlobal: false)))));
        Assert.True(IsShown(With(Compilation.Options.WithSyntaxTreeOptionsProvider(new Asked("HF5004", isGlobal: true)))));
        Assert.False(IsShown(With(Compilation.Options.WithSyntaxTreeOptionsProvider(new Asked("HF5005", isGlobal: true)))));
    }

    private static CSharpCompilation With(CSharpCompilationOptions options) => Compilation.WithOptions(options);

    private static bool IsShown(Compilation compilation, params (string Key, string Value)[] settings) =>
        ShownSeverities.Of(DiagnosticSeverity.Warning, compilation, new AnalyzerOptions([], new Settings(settings)))!(Suggestion, DiagnosticSeverity.Info, Place);

    private sealed class Settings((string Key, string Value)[] settings) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(settings);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options((string Key, string Value)[] values) : AnalyzerConfigOptions
        {
            private readonly ImmutableDictionary<string, string> _values = values.ToImmutableDictionary(static one => one.Key, static one => one.Value, KeyComparer);

            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _values.TryGetValue(key, out value);
        }
    }

    private sealed class Asked(string id, bool isGlobal) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            TryGet(diagnosticId, !isGlobal, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            TryGet(diagnosticId, isGlobal, out severity);

        private bool TryGet(string diagnosticId, bool isHere, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Warn;
            return isHere && diagnosticId == id;
        }
    }
}
