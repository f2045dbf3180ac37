using System.Collections.Immutable;
using Holdfast.Analyzers.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Tests.Shared;

/// <summary>One run of the generator.</summary>
/// <param name="Compilation">The compilation with the generated sources.</param>
/// <param name="Result">What the generator did.</param>
internal sealed record GeneratorRun(Compilation Compilation, GeneratorRunResult Result)
{
    /// <summary>The generated sources.</summary>
    public ImmutableArray<GeneratedSourceResult> Sources => Result.GeneratedSources;

    /// <summary>Errors and warnings of the compiler.</summary>
    public ImmutableArray<Diagnostic> Problems =>
    [
        .. Compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning),
    ];

    public static GeneratorRun Of(params string[] sources) => Of(Compilations.Create(sources));

    /// <summary>A run in a project with these MSBuild properties.</summary>
    public static GeneratorRun Of(IReadOnlyDictionary<string, string> properties, params string[] sources) =>
        Of(Compilations.Create(sources), properties);

    public static GeneratorRun Of(CSharpCompilation compilation, params ImmutableArray<ProjectText> files) => Of(compilation, ProjectProperties.None, files);

    public static GeneratorRun Of(CSharpCompilation compilation, IReadOnlyDictionary<string, string> properties, params ImmutableArray<ProjectText> files)
    {
        CSharpParseOptions options = compilation.SyntaxTrees.Length > 0
            ? (CSharpParseOptions)compilation.SyntaxTrees[0].Options
            : Compilations.ParseOptions;
        GeneratorDriver driver = Driver(options, properties, files).RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out _);
        return new GeneratorRun(updated, driver.GetRunResult().Results.Single());
    }

    public static GeneratorDriver Driver(CSharpParseOptions options, params ImmutableArray<ProjectText> files) => Driver(options, ProjectProperties.None, files);

    public static GeneratorDriver Driver(CSharpParseOptions options, IReadOnlyDictionary<string, string> properties, params ImmutableArray<ProjectText> files) => CSharpGeneratorDriver.Create(
        [new StatefulAppGenerator().AsSourceGenerator()],
        additionalTexts: files,
        parseOptions: options,
        optionsProvider: new ProjectProperties(properties),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
