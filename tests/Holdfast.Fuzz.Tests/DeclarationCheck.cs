using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Holdfast.Engine.Yaml;
using Holdfast.Tests.Shared;
using k8s;
using k8s.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Fuzz.Tests;

/// <summary>What holds of every declaration that has no error.</summary>
internal static class DeclarationCheck
{
    private const int Repairs = 12;

    private static readonly CSharpCompilation Empty = Compilations.Create();

    private static readonly ImmutableArray<CultureInfo> Cultures = [Odd(), .. new[] { "tr-TR", "ar-SA", "fa-IR", "sv-SE", "th-TH" }.Select(Named).OfType<CultureInfo>()];

    private static int AcceptedCount;

    private static int LineCount;

    /// <summary>How many declarations had no error, at the latest after some lines were left out.</summary>
    public static int Accepted => AcceptedCount;

    /// <summary>How many attributes and members those had.</summary>
    public static int Lines => LineCount;

    public static async Task RunAsync(RandomDeclaration declaration, CancellationToken cancellationToken)
    {
        for (int i = 0; i < Repairs; i++)
        {
            (GeneratorRun run, ImmutableArray<Diagnostic> errors) = await JudgeAsync(declaration, ProjectProperties.None, cancellationToken);
            if (errors.IsEmpty)
            {
                Interlocked.Increment(ref AcceptedCount);
                Interlocked.Add(ref LineCount, declaration.Lines.Count(static line => line.Group != SourceLine.Fixed));
                try
                {
                    CheckManifest(run);
                    CheckSameEverywhere(declaration, run, ProjectProperties.None);
                    WrittenDeclaration.Check(declaration, run, RandomDeclaration.Others);
                }
                catch (Exception exception)
                {
                    throw new InvalidOperationException("Of:\n" + declaration.Text, exception);
                }

                var staging = new Dictionary<string, string> { ["HoldfastEnvironment"] = "staging" };
                (GeneratorRun other, ImmutableArray<Diagnostic> otherErrors) = await JudgeAsync(declaration, staging, cancellationToken);
                if (otherErrors.IsEmpty)
                {
                    CheckManifest(other);
                    CheckSameEverywhere(declaration, other, staging);
                }

                return;
            }

            if (declaration.Without([.. errors.Select(static error => error.Location.GetLineSpan().StartLinePosition.Line)]) is not { } repaired)
            {
                return;
            }

            declaration = repaired;
        }
    }

    /// <summary>Runs, and sees that nothing throws and that generated code is at fault never.</summary>
    private static async Task<(GeneratorRun Run, ImmutableArray<Diagnostic> Errors)> JudgeAsync(RandomDeclaration declaration, IReadOnlyDictionary<string, string> properties, CancellationToken cancellationToken)
    {
        GeneratorRun run = Run(declaration.Text, properties);
        Assert.Null(run.Result.Exception);
        var exceptions = new List<Exception>();
        CompilationWithAnalyzers analysis = run.Compilation.WithAnalyzers(
            Catalogue.Analyzers,
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([], new ProjectProperties(properties)), (thrown, _, _) => exceptions.Add(thrown), concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        ImmutableArray<Diagnostic> found = await analysis.GetAnalyzerDiagnosticsAsync(cancellationToken);
        Assert.Empty(exceptions);
        Diagnostic[] compiler = [.. run.Compilation.GetDiagnostics(cancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        ImmutableArray<Diagnostic> errors = [.. found.Concat(run.Result.Diagnostics).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), .. compiler];
        if (errors.All(static error => error.Location.SourceTree is { } tree && tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)) && !errors.IsEmpty)
        {
            Assert.Fail("Only generated code does not compile: " + string.Join('\n', errors) + "\n" + declaration.Text);
        }

        return (run, [.. errors.Where(static error => error.Location.GetLineSpan().Path == SourcePath || error.Location == Location.None)]);
    }

    private const string SourcePath = "/src/Source.cs";

    private static GeneratorRun Run(string text, IReadOnlyDictionary<string, string> properties) =>
        GeneratorRun.Of(Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, Compilations.ParseOptions, SourcePath)), properties);

    /// <summary>Other cultures and other line ends give the same bytes.</summary>
    private static void CheckSameEverywhere(RandomDeclaration declaration, GeneratorRun run, IReadOnlyDictionary<string, string> properties)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Cultures[declaration.Lines.Length % Cultures.Length];
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
            AssertSame(run, Run(declaration.Text, properties), CultureInfo.CurrentCulture.Name);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = before;
        }

        AssertSame(run, Run(declaration.Text.Replace("\n", "\r\n", StringComparison.Ordinal), properties), "CRLF");
    }

    private static void AssertSame(GeneratorRun expected, GeneratorRun actual, string where)
    {
        Assert.Equal(expected.Sources.Select(static source => source.HintName), actual.Sources.Select(static source => source.HintName));
        foreach ((GeneratedSourceResult first, GeneratedSourceResult second) in expected.Sources.Zip(actual.Sources))
        {
            Assert.True(first.SourceText.ContentEquals(second.SourceText), $"{first.HintName} is another one with {where}:\n{second.SourceText}");
        }
    }

    private static void CheckManifest(GeneratorRun run)
    {
        using var image = new MemoryStream();
        Assert.True(run.Compilation.Emit(image).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext("Consumer", isCollectible: true);
        try
        {
            Type app = context.LoadFromStream(image).GetType(RandomDeclaration.TypeName, throwOnError: true)!;

            // A type whose own attribute was left out is not an application any more.
            if (app.GetNestedType("Manifests")?.GetField("Yaml")?.GetRawConstantValue() is string yaml)
            {
                CheckText(yaml);

                // The library below the models takes this text for a merge key even in quotes and where it is a value.
                if (!yaml.Contains("\"<<\"", StringComparison.Ordinal))
                {
                    NameAgreement.Check(app, KubernetesYaml.LoadAllFromString(yaml, strict: true));
                }
            }
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>What is read and written again is the same text.</summary>
    private static void CheckText(string yaml)
    {
        YamlReading reading = YamlReader.Read(yaml);
        Assert.Empty(reading.Problems);
        Assert.DoesNotContain("\r", yaml, StringComparison.Ordinal);
        string written = YamlWriter.Write(reading.Documents);
        if (yaml.Contains('\uFFFD', StringComparison.Ordinal))
        {
            // It may stand for half of a character, which is written in another form than a whole one; stable from then on.
            Assert.Equal(reading.Documents, YamlReader.Read(written).Documents);
            Assert.Equal(written, YamlWriter.Write(YamlReader.Read(written).Documents));
            return;
        }

        Assert.Equal(yaml[yaml.IndexOf("apiVersion", StringComparison.Ordinal)..], written);
    }

    /// <summary>Made by hand, since tests run without the machine's culture data.</summary>
    private static CultureInfo Odd()
    {
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat = new NumberFormatInfo { NegativeSign = "~", PositiveSign = "?", NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
        odd.DateTimeFormat = new DateTimeFormatInfo { DateSeparator = "!", TimeSeparator = "!" };
        return odd;
    }

    /// <summary>A culture of the machine's; null where it has none.</summary>
    private static CultureInfo? Named(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
