using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Fuzz.Tests;

/// <summary>A source of the repository: a sample, a declaration of the corpus, or an example of a rule's page.</summary>
/// <param name="Name">Where it is from.</param>
/// <param name="Text">Its text.</param>
/// <param name="Further">The other sources of its project.</param>
internal sealed partial record RealSource(string Name, string Text, ImmutableArray<string> Further)
{
    private const string Corpus = "tests/Holdfast.Analyzers.Tests/Corpus/Declarations";

    private ImmutableArray<string>? _tokens;

    /// <summary>All, in the order of their names.</summary>
    public static ImmutableArray<RealSource> All { get; } = [.. Samples(), .. Declarations(), .. Examples()];

    /// <summary>Its tokens, each with what is around it.</summary>
    public ImmutableArray<string> Tokens => _tokens ??=
        [.. CSharpSyntaxTree.ParseText(Text, Compilations.ParseOptions).GetRoot().DescendantTokens().Select(static token => token.ToFullString())];

    public override string ToString() => Name;

    private static IEnumerable<RealSource> Samples()
    {
        foreach (string folder in Directory.EnumerateDirectories(Path.Combine(RepositoryPaths.Root, "samples")).Order(StringComparer.Ordinal))
        {
            string[] files = [.. Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal)];
            foreach (string file in files)
            {
                // The files of Mistakes are each a project with the shop that they are about.
                IEnumerable<string> others = Path.GetFileName(folder) == "Mistakes"
                    ? files.Where(other => other != file && Path.GetFileName(other) == "Shop.cs")
                    : files.Where(other => other != file);
                yield return new RealSource($"samples/{Path.GetFileName(folder)}/{Path.GetFileName(file)}", Read(file), [.. others.Select(Read)]);
            }
        }
    }

    private static IEnumerable<RealSource> Declarations() => Directory
        .EnumerateFiles(Path.Combine(RepositoryPaths.Root, Corpus), "*.cs.txt")
        .Order(StringComparer.Ordinal)
        .Select(static file => new RealSource(Path.GetFileName(file), Read(file), []));

    private static IEnumerable<RealSource> Examples() =>
        from file in Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "docs/rules"), "HF*.md").Order(StringComparer.Ordinal)
        from block in CodeBlock().Matches(Read(file)).Index()
        select new RealSource($"{Path.GetFileName(file)}#{block.Index}", block.Item.Groups[1].Value, []);

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
