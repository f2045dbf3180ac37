using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Tests.Shared;

/// <summary>The page of a rule in <c>docs/rules</c>, and its examples.</summary>
internal static partial class RulePage
{
    /// <summary>The files of the project that the examples are of.</summary>
    private static readonly ImmutableArray<ProjectText> Files =
    [
        new("conf/orders.conf", "mode=on\n"),
        new("conf/logo.png", "\u0089PNG\r\n\u001a\n\0"),
        new("conf/dictionary.txt", new string('x', KubernetesLimits.ConfigMapBytes + 1)),
    ];

    public static string Text(string id) => File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs/rules", id + ".md"));

    /// <summary>Of C#, or of YAML where no attribute can say what a rule is about.</summary>
    public static (string Language, string Text) Example(string id, string heading)
    {
        Match match = CodeBlock().Match(Text(id), Text(id).IndexOf($"## {heading}\n", StringComparison.Ordinal));
        Assert.True(match.Success, $"{id} has no example under '{heading}'.");
        return (match.Groups[1].Value, match.Groups[2].Value);
    }

    /// <summary>The manifest of the last release that the examples are compared with; null where they are compared with none.</summary>
    public static string? Shipped(string id) =>
        Text(id).Contains("\n## Shipped\n", StringComparison.Ordinal) ? Example(id, "Shipped").Text : null;

    /// <summary>An example in the project that its comments mention.</summary>
    /// <param name="source">The example.</param>
    /// <param name="shipped">A manifest of the last release.</param>
    public static (Compilation Compilation, CompilationWithAnalyzers Analysis) Analyze(string source, string? shipped = null)
    {
        ImmutableArray<ProjectText> files = shipped is null ? Files : Files.Add(ProjectText.Shipped("shipped.yaml", shipped));
        Match version = LanguageVersionComment().Match(source);
        CSharpParseOptions options = version.Success && LanguageVersionFacts.TryParse(version.Groups[1].Value, out LanguageVersion language)
            ? Compilations.ParseOptions.WithLanguageVersion(language)
            : Compilations.ParseOptions;
        var properties = BuildPropertyComment().Matches(source).ToDictionary(static match => match.Groups[1].Value, static match => match.Groups[2].Value);
        CSharpCompilation written = Compilations.Create(options, NullableContextOptions.Enable, source).WithReferences(Compilations.ReferencesFor(source));
        GeneratorRun run = GeneratorRun.Of(written, properties, files);
        return (run.Compilation, run.Compilation.WithAnalyzers([.. RuleTest.Analyzers], new AnalyzerOptions([.. files], new ProjectProperties(properties))));
    }

    [GeneratedRegex("```(csharp|yaml)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("<LangVersion>(.*?)</LangVersion>")]
    private static partial Regex LanguageVersionComment();

    [GeneratedRegex("-p:([A-Za-z]+)=([^\"\n ]+)")]
    private static partial Regex BuildPropertyComment();
}
