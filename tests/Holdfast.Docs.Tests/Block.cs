using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;

namespace Holdfast.Docs.Tests;

/// <summary>
/// A fenced block of a page for users: the README, the pages of <c>docs</c> and the READMEs of the packages. Its first line says
/// what it is, and a page shows nothing of that line but by colours: the language, then how the test is to take it.
/// </summary>
/// <remarks>
/// This is the one place that lists what can be there.
/// <list type="table">
/// <item><term><c>csharp</c></term><description>A whole file of a project with the SDK's implicit usings.</description></item>
/// <item><term><c>csharp more</c></term><description>One more file of the project whose first file is the page's first block.</description></item>
/// <item><term><c>csharp program</c></term><description>A whole <c>Program.cs</c>, in a project that declares <c>Orders</c>.</description></item>
/// <item><term><c>csharp statements</c></term><description>A part of a program that has <c>builder</c>, <c>host</c>, <c>stopping</c>, <c>set</c>, <c>selector</c> and <c>template</c>, and whose project uses the namespaces that it needs.</description></item>
/// <item><term><c>csharp apphost</c></term><description>A part of the program of an Aspire AppHost: it has <c>builder</c>, the projects <c>Orders</c> and <c>Shop</c>, and the declared types.</description></item>
/// <item><term><c>csharp expressions</c></term><description>One expression or statement a line, in such a program.</description></item>
/// <item><term><c>csharp members</c></term><description>Members of <c>Orders</c>.</description></item>
/// <item><term><c>csharp attributes</c></term><description>Attributes of <c>Orders</c>.</description></item>
/// <item><term><c>says=HF6005</c></term><description>After one of these: the warnings or errors that the block is there to show.</description></item>
/// <item><term><c>xml</c></term><description>Properties or items of a project file.</description></item>
/// <item><term><c>sh</c>, <c>console</c></term><description>Commands; with <c>console</c> only what follows <c>$</c> is one.</description></item>
/// <item><term><c>text</c>, <c>yaml</c>, <c>ini</c></term><description>Nothing to compile: output, drawings, manifests, settings.</description></item>
/// </list>
/// </remarks>
/// <param name="Page">The page's path in the repository.</param>
/// <param name="Line">Where it begins, counted from 1.</param>
/// <param name="Language">The first word of its first line.</param>
/// <param name="Kind">The second word; empty for a whole file.</param>
/// <param name="Says">The ids that it may say.</param>
/// <param name="Text">What is in it.</param>
public sealed partial record Block(string Page, int Line, string Language, string Kind, ImmutableArray<string> Says, string Text)
{
    public static ImmutableArray<Block> All { get; } = [.. Pages().SelectMany(static page => In(page))];

    /// <summary>A block by where it begins, as tests name it.</summary>
    public static Block At(string place) => All.Single(block => block.ToString() == place);

    public static TheoryData<string> Of(params string[] languages) => [.. All.Where(block => languages.Contains(block.Language)).Select(static block => block.ToString())];

    public override string ToString() => $"{Page}:{Line}";

    private static IEnumerable<string> Pages() => new[] { "README.md" }
        .Concat(Relative(Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "docs"), "*.md", SearchOption.AllDirectories)))
        .Concat(Relative(Directory.EnumerateDirectories(Path.Combine(RepositoryPaths.Root, "nuget")).Select(static folder => Path.Combine(folder, "README.md")).Where(File.Exists)))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Relative(IEnumerable<string> files) =>
        files.Select(static file => Path.GetRelativePath(RepositoryPaths.Root, file).Replace('\\', '/'));

    private static IEnumerable<Block> In(string page)
    {
        string text = File.ReadAllText(Path.Combine(RepositoryPaths.Root, page)).ReplaceLineEndings("\n");
        foreach (Match match in Fence().Matches(text))
        {
            string[] words = match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            yield return new Block(
                page,
                text.AsSpan(0, match.Index).Count('\n') + 1,
                words.FirstOrDefault() ?? "",
                words.Skip(1).FirstOrDefault(static word => !word.StartsWith("says=", StringComparison.Ordinal)) ?? "",
                [.. words.Where(static word => word.StartsWith("says=", StringComparison.Ordinal)).SelectMany(static word => word["says=".Length..].Split(','))],
                match.Groups[2].Value);
        }
    }

    [GeneratedRegex("^```([^\n]*)\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
