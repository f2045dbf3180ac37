using System.Collections.Immutable;
using Holdfast.Analyzers.Generation;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.CodeFixes.Tests;

/// <summary>Fix-all as <c>dotnet format</c> asks for it: with all diagnostics of a project, and perhaps without an equivalence key.</summary>
public class FixAllTests
{
    private const string Several = """
        using Holdfast;

        [StatefulApp("Orders", Replicas = 3)]
        [Container("orders:1.0")]
        [ReadinessProbe(HttpPath = "/ready", Port = "http")]
        public sealed class Orders
        {
            [Port(8080)]
            public static int Http => 8080;
        }

        [StatefulApp("carts", Replicas = 2)]
        [Container("carts:1.0")]
        [Quorum]
        [DisruptionBudget(MinAvailable = 2)]
        public static partial class Carts
        {
        }
        """;

    public static TheoryData<string> Fixers => [.. All.Select(static fix => fix.GetType().Name)];

    private static ImmutableArray<DiagnosticCodeFix> All { get; } =
    [
        .. typeof(DiagnosticCodeFix).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(DiagnosticCodeFix).IsAssignableFrom(type))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (DiagnosticCodeFix)Activator.CreateInstance(type)!),
    ];

    /// <summary>Whatever is asked for, there is an action that can be applied.</summary>
    [Theory]
    [MemberData(nameof(Fixers))]
    public async Task TakesAnyIdAndAnyKey(string name)
    {
        DiagnosticCodeFix fix = All.Single(fix => fix.GetType().Name == name);
        using var workspace = new AdhocWorkspace();
        Document document = await AddAsync(workspace, Several);
        ImmutableArray<Diagnostic> found = await JudgeAsync(document);
        Assert.Contains(found, static diagnostic => diagnostic.Id == "HF9004");
        foreach (string id in fix.FixableDiagnosticIds)
        {
            foreach (string? key in new[] { null, "Nonsense", name, name + id })
            {
                foreach (FixAllScope scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
                {
                    Assert.NotNull(await ApplyAsync(document, fix, id, key, scope, found));
                }
            }
        }

        // And each diagnostic that there is, whether it is the fixer's or not.
        foreach (Diagnostic diagnostic in found)
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, static (_, _) => { }, TestContext.Current.CancellationToken));
        }
    }

    /// <summary>Of all that is handed over only what is asked for is fixed.</summary>
    [Theory]
    [InlineData("HF9002", nameof(MemberFormCodeFix))]
    [InlineData("HF9002", null)]
    public async Task MendsOneIdOnly(string id, string? key)
    {
        using var workspace = new AdhocWorkspace();
        Document document = await AddAsync(workspace, Several);
        Document corrected = (await ApplyAsync(document, new MemberFormCodeFix(), id, key, FixAllScope.Solution, await JudgeAsync(document))).GetDocument(document.Id)!;
        Assert.Equal(
            Several.Replace("public static int Http => 8080;", "public static partial ServicePort Http { get; }", StringComparison.Ordinal),
            (await corrected.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
    }

    /// <summary>Types that lack a modifier and types that have one too much are one fix.</summary>
    [Fact]
    public async Task MendsEveryForm()
    {
        using var workspace = new AdhocWorkspace();
        Document document = await AddAsync(workspace, Several);
        Document corrected = (await ApplyAsync(document, new TypeFormCodeFix(), "HF9001", null, FixAllScope.Solution, await JudgeAsync(document))).GetDocument(document.Id)!;
        string text = (await corrected.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
        Assert.Contains("public sealed partial class Orders", text, StringComparison.Ordinal);
        Assert.Contains("public sealed partial class Carts", text, StringComparison.Ordinal);
    }

    /// <summary>
    /// <c>dotnet format</c> asks for one id and names what fixes the first of all diagnostics, which may be one of another id. Which
    /// one is first differs from run to run, and the result must not.
    /// </summary>
    [Theory]
    [InlineData(nameof(HeadlessServiceCodeFix), "HF1001", ", ServiceName = \"\"", "")]
    [InlineData(nameof(HeadlessServiceCodeFix), "HF1002", "ServiceName = \"own\")]", "ServiceName = \"own\")]\n[HeadlessService]", ", ServiceName = \"other\"", "")]
    [InlineData(nameof(AttributeArgumentCodeFix), "HF5001", "[StatefulApp(\"meals\", Replicas = 3)]", "[StatefulApp(\"meals\", Replicas = 3, PodManagementPolicy = PodManagementPolicy.Parallel)]")]
    [InlineData(nameof(AttributeArgumentCodeFix), "HF5002", "PodManagementPolicy.Parallel", "PodManagementPolicy.OrderedReady")]
    [InlineData(nameof(AttributeArgumentCodeFix), "HF5003", "Replicas = 4", "Replicas = 5")]
    public async Task MendsTheIdWhicheverDiagnosticIsFirst(string name, string id, params string[] changes)
    {
        const string OfSeveralIds = """
            using Holdfast;

            [StatefulApp("markets", Replicas = 3, ServiceName = "")]
            [Container("markets:1.0")]
            public sealed partial class Markets
            {
                [PeerList(Env = "PEERS")]
                public static partial string Peers { get; }
            }

            [StatefulApp("meals", Replicas = 3)]
            [Container("meals:1.0")]
            [Quorum(ReadinessNeedsPeers = true)]
            public sealed partial class Meals
            {
            }

            [StatefulApp("meetings", Replicas = 3, PodManagementPolicy = PodManagementPolicy.Parallel)]
            [Container("meetings:1.0")]
            [Quorum(Bootstrap = Bootstrap.FirstReplica)]
            public sealed partial class Meetings
            {
            }

            [StatefulApp("menus", Replicas = 4)]
            [Container("menus:1.0")]
            [Quorum]
            public sealed partial class Menus
            {
            }

            [StatefulApp("movies", ServiceName = "own")]
            [Container("movies:1.0")]
            public sealed partial class Movies
            {
                [Port(8080)]
                public static partial ServicePort Http { get; }

                [PeerList(Env = "PEERS")]
                public static partial string Peers { get; }
            }

            [StatefulApp("notices", Replicas = 3, ServiceName = "other")]
            [HeadlessService("peers")]
            [Container("notices:1.0")]
            public sealed partial class Notices
            {
                [Port(8080)]
                public static partial ServicePort Http { get; }

                [PeerList(Env = "PEERS")]
                public static partial string Peers { get; }
            }

            """;
        string expected = OfSeveralIds;
        foreach (string[] change in changes.Chunk(2))
        {
            Assert.Contains(change[0], expected, StringComparison.Ordinal);
            expected = expected.Replace(change[0], change[1], StringComparison.Ordinal);
        }

        using var workspace = new AdhocWorkspace();
        Document document = await AddAsync(workspace, OfSeveralIds);
        ImmutableArray<Diagnostic> found = await JudgeAsync(document);
        DiagnosticCodeFix fix = All.Single(fix => fix.GetType().Name == name);
        foreach (Diagnostic first in found)
        {
            string? key = null;
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, first, (action, _) => key ??= action.EquivalenceKey, TestContext.Current.CancellationToken));
            Document corrected = (await ApplyAsync(document, fix, id, key, FixAllScope.Solution, [first, .. found.Where(other => other != first)])).GetDocument(document.Id)!;
            Assert.Equal(expected, (await corrected.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
        }
    }

    /// <summary>What the generator says in an editor, where the compiler stops, has the same fix.</summary>
    [Fact]
    public async Task MendsWhatTheGeneratorSays()
    {
        const string Source = "using Holdfast; [StatefulApp(\"orders\")] [Container(\"o:1\")] sealed class Orders { [Port(80)] public partial int Http { get; } }";
        using var workspace = new AdhocWorkspace();
        Document document = await AddAsync(workspace, Source);
        Compilation compilation = (await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        CSharpGeneratorDriver.Create(new StatefulAppGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out _, out ImmutableArray<Diagnostic> said, TestContext.Current.CancellationToken);
        Assert.Equal(["HF9001", "HF9002"], said.Select(static diagnostic => diagnostic.Id).Order());

        Document typed = (await ApplyAsync(document, new TypeFormCodeFix(), "HF9001", null, FixAllScope.Document, said)).GetDocument(document.Id)!;
        Assert.Contains("sealed partial class Orders", (await typed.GetTextAsync(TestContext.Current.CancellationToken)).ToString(), StringComparison.Ordinal);
        Document formed = (await ApplyAsync(document, new MemberFormCodeFix(), "HF9002", null, FixAllScope.Document, said)).GetDocument(document.Id)!;
        Assert.Contains("public static partial ServicePort Http { get; }", (await formed.GetTextAsync(TestContext.Current.CancellationToken)).ToString(), StringComparison.Ordinal);
    }

    private static async Task<Solution> ApplyAsync(Document document, CodeFixProvider fix, string id, string? key, FixAllScope scope, ImmutableArray<Diagnostic> found)
    {
        var context = new FixAllContext(document, fix, scope, key!, [id], new Unfiltered(found), TestContext.Current.CancellationToken);
        CodeAction? action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(action);
        return Assert.Single((await action.GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>()).ChangedSolution;
    }

    private static async Task<ImmutableArray<Diagnostic>> JudgeAsync(Document document) =>
    [
        .. (await GeneratorRun.Of((CSharpCompilation)(await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!).Compilation
            .WithAnalyzers([.. RuleTest.Analyzers])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken)).Where(static diagnostic => diagnostic.Location.IsInSource),
    ];

    private static async Task<Document> AddAsync(AdhocWorkspace workspace, string source)
    {
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Consumer",
            "Consumer",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: Compilations.ParseOptions,
            metadataReferences: Compilations.References));
        Document document = workspace.AddDocument(project.Id, "Source.cs", Microsoft.CodeAnalysis.Text.SourceText.From(source));
        await document.GetSyntaxRootAsync(TestContext.Current.CancellationToken);
        return document;
    }

    /// <summary>All diagnostics, whatever is asked for.</summary>
    private sealed class Unfiltered(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
