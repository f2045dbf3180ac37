using System.Text;
using Holdfast.Analyzers.Analysis;
using Holdfast.Analyzers.Generation;
using Holdfast.Analyzers.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Tests.Shared;

/// <summary>
/// Source in, diagnostics out: all analyzers and the generator run together as they do in a project. What is expected is
/// marked in the source as <c>{|HF3001:place|}</c>; anything else, a compiler's error too, fails the test.
/// </summary>
internal sealed class RuleTest : CSharpAnalyzerTest<DeclarationAnalyzer, DefaultVerifier>
{
    public RuleTest() => Prepare(this);

    private readonly List<(string Path, string Text)> _shipped = [];

    private bool _hasOtherProperties;

    /// <summary>Suggestions that the test is about though none is marked.</summary>
    public List<string> Watched { get; } = [];

    public static Task VerifyAsync(params string[] sources) => VerifyAsync([], sources);

    /// <summary>A source that a suggestion could be made about, and is not.</summary>
    public static Task VerifyWatchingAsync(string id, params string[] sources) => VerifyAsync([id], sources);

    /// <summary>With files of the project, each a path and its text.</summary>
    public static Task VerifyWithFilesAsync(IReadOnlyDictionary<string, string> files, params string[] sources)
    {
        var test = new RuleTest();
        test.TestState.Sources.AddRange(sources.Select(static (source, index) => ($"/0/Test{index}.cs", SourceText.From(source))));
        test.AddFiles(files);
        return test.RunAsync();
    }

    /// <summary>Hands files of the project over, as the package's targets do.</summary>
    public void AddFiles(IReadOnlyDictionary<string, string> files)
    {
        var options = new StringBuilder("is_global = true\n");
        foreach ((string path, string text) in files)
        {
            TestState.AdditionalFiles.Add(("/0/" + path, text));
            options.Append("[/0/").Append(path).Append("]\n").Append(ProjectFile.Metadata).Append(" = ").Append(path).Append('\n');
        }

        TestState.AnalyzerConfigFiles.Add(("/.globalconfig", options.ToString()));
    }

    /// <summary>Hands manifests of the last release over, each by its path below the folder of those.</summary>
    public RuleTest AddShipped(params (string Path, string Text)[] files)
    {
        AddShipped(this, files);
        _shipped.AddRange(files);
        return this;
    }

    /// <inheritdoc cref="AddShipped(ValueTuple{string, string}[])"/>
    public static void AddShipped(AnalyzerTest<DefaultVerifier> test, params (string Path, string Text)[] files)
    {
        var options = new StringBuilder("is_global = true\n");
        foreach ((string path, string text) in files)
        {
            string full = "/0/kubernetes.shipped/" + path;
            test.TestState.AdditionalFiles.Add((full, text));
            options.Append('[').Append(full).Append("]\n").Append(ShippedFiles.Metadata).Append(" = ").Append(path).Append('\n');
        }

        test.TestState.AnalyzerConfigFiles.Add(("/.shipped.globalconfig", options.ToString()));
    }

    /// <summary>A declaration that is compared with a manifest of the last release.</summary>
    public static Task VerifyAgainstAsync(string shipped, params string[] sources)
    {
        RuleTest test = new RuleTest().AddShipped(("shipped.yaml", shipped));
        foreach (string source in sources)
        {
            test.TestState.Sources.Add(source);
        }

        return test.RunAsync();
    }

    /// <summary>A project with these MSBuild properties.</summary>
    public static Task VerifyAsync(IReadOnlyDictionary<string, string> properties, params string[] sources) =>
        With(properties, sources).RunAsync();

    /// <inheritdoc cref="VerifyAsync(IReadOnlyDictionary{string, string}, string[])"/>
    public static RuleTest With(IReadOnlyDictionary<string, string> properties, params string[] sources)
    {
        var test = new RuleTest
        {
            _hasOtherProperties = properties.Keys.Any(static name => name != "HoldfastEnvironment"),
        };
        foreach (string source in sources)
        {
            test.TestState.Sources.Add(source);
        }

        test.TestState.AnalyzerConfigFiles.Add((
            "/.globalconfig",
            "is_global = true\n" + string.Concat(properties.Select(static property => $"{ProjectProperties.Prefix}{property.Key} = {property.Value}\n"))));
        return test;
    }

    /// <summary>Half-typed code: whatever the compiler says about it, the analyzers say nothing and do not fail.</summary>
    public static Task SurvivesAsync(string source)
    {
        var test = new RuleTest { CompilerDiagnostics = CompilerDiagnostics.None };
        test.TestState.Sources.Add(source);
        return test.RunAsync();
    }

    public static void Prepare(AnalyzerTest<DefaultVerifier> test)
    {
        // The framework that the tests run on: reference packages need not be restored.
        test.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        test.TestState.AdditionalReferences.AddRange(Compilations.References);
        test.MarkupOptions |= MarkupOptions.UseFirstDescriptor;
        // SuppressionTests has what "#pragma warning disable" does; here it would run all analyzers once more for each test.
        test.TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck | TestBehaviors.SkipSuppressionCheck;
        test.SolutionTransforms.Add(static (solution, project) => solution.WithProjectParseOptions(project, Compilations.ParseOptions));
    }

    public static IEnumerable<DiagnosticAnalyzer> Analyzers =>
    [
        new DeclarationAnalyzer(),
        new PodNameUseAnalyzer(),
        new ProjectSettingsAnalyzer(),
        new ManifestAnalyzer(),
        new ObjectCodeAnalyzer(),
        new NameLiteralAnalyzer(),
    ];

    public static IEnumerable<Type> Generators => [typeof(StatefulAppGenerator)];

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => Analyzers;

    protected override IEnumerable<Type> GetSourceGenerators() => Generators;

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        string[] sources = [.. TestState.Sources.Select(static source => source.content.ToString())];
        string[] expected = [.. ExpectedDiagnostics.Select(static diagnostic => diagnostic.Id)];
        Suggestions.KeepOut(this, Watched);
        await base.RunImplAsync(cancellationToken);

        // What a property changes elsewhere, no manifest says.
        if (_shipped.Count > 0 && CompilerDiagnostics != CompilerDiagnostics.None && !_hasOtherProperties)
        {
            PlanLaw.AssertOfTypes(_shipped, environment => Released.Manifests(environment, sources), [.. PlanLaw.MarkedIn(sources).Union(expected, StringComparer.Ordinal)]);
        }
    }

    private static Task VerifyAsync(string[] watched, string[] sources)
    {
        var test = new RuleTest();
        test.Watched.AddRange(watched);
        foreach (string source in sources)
        {
            test.TestState.Sources.Add(source);
        }

        return test.RunAsync();
    }
}
