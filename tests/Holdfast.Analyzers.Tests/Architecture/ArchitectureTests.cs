using System.Collections.Immutable;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Architecture;

/// <summary>
/// The arrows between folders are those of the table of rooms in <c>docs/architecture.md</c>, and none leads back. They are
/// arrows between symbols: what a file uses, whatever it is called.
/// </summary>
public class ArchitectureTests
{
    private const string Engine = "src/Holdfast.Engine/";

    /// <summary>Attributes that newer frameworks have, which every room may use.</summary>
    private const string Polyfills = "src/Polyfills";

    private static readonly string[] Folders = ["src/Holdfast.Engine", "src/Holdfast.Analyzers", "src/Holdfast/WellKnown", Polyfills];

    /// <summary>What the engine has of the compiler: what a finding is, where it is, and texts.</summary>
    private static readonly string[] OfTheCompiler =
    [
        "Diagnostic",
        "DiagnosticDescriptor",
        "DiagnosticSeverity",
        "FileLinePositionSpan",
        "LinePosition",
        "LinePositionSpan",
        "Location",
        "LocationKind",
        "ReportDiagnostic",
        "SourceText",
        "TextLine",
        "TextLineCollection",
        "TextSpan",
        "WellKnownDiagnosticTags",
    ];

    private static readonly Lazy<SourceGraph> Sources = new(static () => new SourceGraph(Folders.SelectMany(Files)));

    private static readonly Lazy<Rooms> Table = new(static () => new Rooms(Read("docs/architecture.md")));

    private static ImmutableArray<Arrow> Arrows => [.. Sources.Value.Arrows.Where(static arrow => arrow.To != Polyfills)];

    /// <summary>Otherwise the other tests would not see what is used.</summary>
    [Fact]
    public void EveryName_IsResolved() => AssertNone(Sources.Value.Unresolved);

    [Fact]
    public void EveryFile_IsInARoom() =>
        AssertNone(Sources.Value.Files.Select(SourceGraph.Folder).Where(static folder => folder != Polyfills && Table.Value.Of(folder) is null).Distinct());

    [Fact]
    public void Arrows_AreThoseOfTheTable()
    {
        AssertNone(Table.Value.Forbidden(Arrows));
        AssertNone(Table.Value.Unused(Arrows));
    }

    [Fact]
    public void NoArrow_LeadsBack()
    {
        AssertNone(SourceGraph.Circle(Arrows).Select(static arrow => arrow.Example));
        AssertNone(Table.Value.OutOfOrder);
    }

    [Fact]
    public void Engine_UsesNothingBanned()
    {
        ImmutableHashSet<string> banned = [.. Banned("src/BannedSymbols.txt"), .. Banned("src/Holdfast.Engine/BannedSymbols.txt")];
        AssertNone(OfEngine().Where(use => use.Ids.Any(banned.Contains)).Select(static use => use.ToString()));
    }

    /// <summary>The list is complete, so the engine does not use the rest of the compiler either.</summary>
    [Fact]
    public void Engine_HasLittleOfTheCompiler()
    {
        string[] used =
        [
            .. OfEngine()
                .Where(static use => use.Symbol.ContainingAssembly?.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true)
                .Select(static use => (use.Symbol as INamedTypeSymbol ?? use.Symbol.ContainingType).Name)
                .Distinct(),
        ];
        AssertNone(used.Except(OfTheCompiler));
        AssertNone(OfTheCompiler.Except(used));
    }

    [Fact]
    public void OtherArrow_IsForbidden()
    {
        var graph = new SourceGraph(
        [
            ("src/Holdfast.Engine/Low/Thing.cs", "namespace Somewhere.Else; class Thing { public int Size => 1; public static Thing Make() => new(); }"),
            ("src/Holdfast.Engine/High/User.cs", "class User { int Size() { var thing = Somewhere.Else.Thing.Make(); return thing.Size; } }"),
        ]);
        Assert.Empty(graph.Unresolved);
        Assert.Equal(("src/Holdfast.Engine/High", "src/Holdfast.Engine/Low"), (Assert.Single(graph.Arrows).From, graph.Arrows[0].To));
        Assert.Empty(new Rooms("| `Low` | A. | – |\n| `High` | B. | `Low` |\n").Forbidden(graph.Arrows));
        Assert.Equal(
            "High may not use Low: src/Holdfast.Engine/High/User.cs → src/Holdfast.Engine/Low/Thing.cs (Thing)",
            Assert.Single(new Rooms("| `Low` | A. | – |\n| `High` | B. | – |\n").Forbidden(graph.Arrows)));
        Assert.Single(new Rooms("| `Low` | A. | – |\n").Forbidden(graph.Arrows));
        Assert.Empty(new Rooms("| `Low` | A. | – |\n| `High` | B. | `Low` |\n").OutOfOrder);
        Assert.Equal("High → Low", Assert.Single(new Rooms("| `High` | B. | `Low` |\n| `Low` | A. | – |\n").OutOfOrder));
        Assert.Equal("Low → High", Assert.Single(new Rooms("| `Low` | A. | `High` |\n| `High` | B. | `Low` |\n").Unused([.. graph.Arrows, new Arrow("src/Holdfast.Engine/Low", "src/Polyfills", "")])));
    }

    /// <summary>A value whose type is not named is a use, too.</summary>
    [Fact]
    public void Circle_IsFound()
    {
        var graph = new SourceGraph(
        [
            ("src/A/A.cs", "class A { internal B? Next; }"),
            ("src/B/B.cs", "class B { internal static C Next => new(); }"),
            ("src/C/C.cs", "class C { object Next() { A next = new(); return next; } }"),
            ("src/D/D.cs", "class D : C { }"),
        ]);
        Assert.Empty(graph.Unresolved);
        Assert.Equal(["src/A", "src/B", "src/C"], SourceGraph.Circle(graph.Arrows).Select(static arrow => arrow.From).Order(StringComparer.Ordinal));
        Assert.Empty(SourceGraph.Circle(graph.Arrows.Where(static arrow => arrow.From != "src/C")));
    }

    [Fact]
    public void Banned_IsFound()
    {
        var graph = new SourceGraph([("src/Holdfast.Engine/A.cs", "class A { string? Name(Microsoft.CodeAnalysis.Diagnostic it) => it.Location.SourceTree?.FilePath; void Do(Missing it) { } }")]);
        Assert.Contains("Missing", Assert.Single(graph.Unresolved), StringComparison.Ordinal);
        Assert.Contains(graph.Uses, use => use.Ids.Any(Banned("src/Holdfast.Engine/BannedSymbols.txt").Contains));
    }

    /// <summary>All of them in the message: xunit shortens lists.</summary>
    private static void AssertNone(IEnumerable<string> problems)
    {
        string[] found = [.. problems];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    private static IEnumerable<Use> OfEngine() => Sources.Value.Uses.Where(static use => use.File.StartsWith(Engine, StringComparison.Ordinal));

    private static ImmutableArray<string> Banned(string file) =>
    [
        .. Read(file).Split('\n')
            .Where(static line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            .Select(static line => line.Split(';')[0]),
    ];

    private static string Read(string file) => File.ReadAllText(Path.Combine(RepositoryPaths.Root, file));

    private static IEnumerable<(string Path, string Text)> Files(string folder) => Directory
        .EnumerateFiles(Path.Combine(RepositoryPaths.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(static file => Path.GetRelativePath(RepositoryPaths.Root, file).Replace('\\', '/'))
        .Where(static file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(static file => (file, Read(file)));
}
