using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Docs.Tests;

/// <summary>Tests are named in one style, which CONTRIBUTING.md describes.</summary>
public partial class TestNamesTests
{
    private static readonly string[] TestAttributes = ["Fact", "Theory"];

    [Fact]
    public void Names_ArePascalCase_WithAnUnderscoreBetweenTheirPartsAtMost()
    {
        string[] names = [.. Directory
            .EnumerateFiles(Path.Combine(RepositoryPaths.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"))
            .SelectMany(TestsIn)];
        Assert.True(names.Length > 500, $"Only {names.Length} tests were found.");
        Assert.DoesNotContain(names, static name => !Style().IsMatch(name[(name.LastIndexOf('.') + 1)..]));
    }

    private static IEnumerable<string> TestsIn(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file), cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .Where(static method => method.AttributeLists.SelectMany(static list => list.Attributes)
                .Any(static attribute => TestAttributes.Contains(attribute.Name.ToString())))
            .Select(method => $"{Path.GetFileNameWithoutExtension(file)}.{method.Identifier.Text}");

    /// <summary>Subject_DoesSomething_WhenSomething: each part begins with a capital or a digit.</summary>
    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*(_[A-Z0-9][A-Za-z0-9]*){0,3}$")]
    private static partial Regex Style();
}
