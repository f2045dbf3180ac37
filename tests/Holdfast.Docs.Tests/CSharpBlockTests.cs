using System.Collections.Immutable;
using Holdfast.Analyzers.Generation;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Docs.Tests;

/// <summary>
/// What pages show of C# compiles, with the generator and all analyzers, in a project that has the packages: no error, no warning
/// but those that the block says it shows. The pages of rules are tried by the tests of rules, which know what each example says.
/// </summary>
public class CSharpBlockTests
{
    /// <summary>What the SDK puts into each project with implicit usings.</summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>What the SDK suppresses in each project: a library for an older framework than the project's.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> SdkNoWarn = new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    private const string MoreUsings = """
        global using Holdfast;
        global using Holdfast.Discovery;
        global using Holdfast.Local;
        global using Holdfast.Testing;
        global using k8s.Models;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        """;

    private const string AppHostUsings = """
        global using Aspire.Hosting;
        global using Aspire.Hosting.ApplicationModel;
        global using Holdfast;
        global using Holdfast.Aspire;
        global using Holdfast.Local;
        """;

    /// <summary>What Aspire generates for each project that an AppHost references, and what those declare.</summary>
    private const string Projects = """
        namespace Projects
        {
            internal sealed class Orders : global::Aspire.Hosting.IProjectMetadata { public string ProjectPath => ""; }

            internal sealed class Shop : global::Aspire.Hosting.IProjectMetadata { public string ProjectPath => ""; }
        }

        [StatelessApp("shop")]
        [Container("registry.example/shop:1.0.0")]
        public sealed partial class Shop
        {
            [AddressOf(typeof(Orders), "{Http}", Env = "ORDERS")]
            public static partial string OrdersAddress { get; }
        }
        """;

    private const string Start = """
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
        using IHost host = builder.Build();
        CancellationToken stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

        """;

    /// <summary>The README's first block: what pages mean where they say Orders.</summary>
    private static string Orders => Block.All.First(static block => block is { Page: "README.md", Language: "csharp" }).Text;

    private static string Postgres => """
        using Holdfast;
        [StatefulApp("postgres")]
        [Container("postgres:17.0")]
        public sealed partial class Postgres
        {
            [Port(5432)] public static partial ServicePort Sql { get; }
            [ClientService] public static partial Service Primary { get; }
        }
        """;

    /// <summary>The framework, Holdfast, its discovery, hosting and KubernetesClient: what this project itself has.</summary>
    private static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("Holdfast.Docs.Tests", StringComparison.Ordinal)
                && !Path.GetFileName(path).StartsWith("Holdfast.Analyzers", StringComparison.Ordinal)
                && !Path.GetFileName(path).StartsWith("Holdfast.Engine", StringComparison.Ordinal)
                && !Path.GetFileName(path).StartsWith("Holdfast.CodeFixes", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static TheoryData<string> Blocks =>
        [.. Block.All.Where(static block => block.Language == "csharp" && !block.Page.StartsWith("docs/rules/HF", StringComparison.Ordinal)).Select(static block => block.ToString())];

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Compiles(string place)
    {
        Block block = Block.At(place);
        ImmutableArray<Diagnostic> said = await JudgeAsync(Sources(block), block.Kind is "program" or "statements" or "expressions" or "apphost");
        Diagnostic[] others = [.. said.Where(diagnostic => !block.Says.Contains(diagnostic.Id))];
        Assert.True(others.Length == 0, string.Join("\n", others.Select(static diagnostic => diagnostic.ToString())) + "\n" + string.Join("\n---\n", Sources(block)));
        Assert.All(block.Says, id => Assert.Contains(said, diagnostic => diagnostic.Id == id));
    }

    /// <summary>A test that could not fail would say nothing about the pages.</summary>
    [Theory]
    [InlineData("statements", "Orders.Nothing();")]
    [InlineData("statements", "IPeerDirectory orders = PeerDirectory.Create(Orders.StatefulSet, PodIdentity.Current<Orders>());")]
    [InlineData("expressions", "Orders.Pods[0].Nothing   // orders-0")]
    [InlineData("members", "[Port(81)] public static ServicePort Admin => null!;")]
    [InlineData("attributes", "[Patch(\"spec: {nothing: 1}\")]")]
    [InlineData("", "using Holdfast; [StatefulApp(\"Orders\")] [Container(\"o:1\")] public sealed partial class Orders { }")]
    public async Task FindsWhatIsWrong(string kind, string text) =>
        Assert.NotEmpty(await JudgeAsync(Sources(new Block("README.md", 0, "csharp", kind, [], text)), kind is "statements" or "expressions"));

    private static string[] Sources(Block block)
    {
        switch (block.Kind)
        {
            case "":
                return [ImplicitUsings, block.Text];
            case "more":
                return [ImplicitUsings, Block.All.First(first => first.Page == block.Page && first.Language == "csharp").Text, block.Text];
            case "program":
                return [ImplicitUsings, Orders, block.Text];
            case "statements":
                return [ImplicitUsings, MoreUsings, Orders, Program(block.Text, block.Text)];
            case "apphost":
                return [ImplicitUsings, AppHostUsings, Orders, Projects, "IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder(args);\n" + block.Text];
            case "expressions":
                return [ImplicitUsings, MoreUsings, Orders, Program(string.Join("\n", block.Text.Split('\n').Select(Statement)), block.Text)];
            case "members":
                return [ImplicitUsings, Postgres, Orders, "using Holdfast;\npublic sealed partial class Orders\n{\n" + block.Text + "}\n"];
            case "attributes":
                return [ImplicitUsings, Orders, "using Holdfast;\n" + block.Text + "public sealed partial class Orders;\n"];
            default:
                throw new InvalidOperationException($"{block} says '{block.Kind}', and no test knows what that is.");
        }
    }

    /// <summary>What the block declares itself comes from it.</summary>
    private static string Program(string statements, string block) =>
        (block.Contains("HostApplicationBuilder builder", StringComparison.Ordinal) ? "CancellationToken stopping = default;\n" : Start)
        + (block.Contains("var set =", StringComparison.Ordinal) ? "" : "StatefulSetInfo set = Orders.Pods.Set;\nset.ToString();\n")
        + (block.Contains("template", StringComparison.Ordinal) ? "V1PodTemplateSpec template = Orders.Manifests.StatefulSet.Spec.Template;\nV1LabelSelector selector = Orders.Manifests.StatefulSet.Spec.Selector;\nselector.ToString();\n" : "")
        + "stopping.ThrowIfCancellationRequested();\n"
        + statements;

    /// <summary>An expression with a comment behind it becomes a statement; a line of a longer one stays.</summary>
    private static string Statement(string line)
    {
        int comment = line.IndexOf("  //", StringComparison.Ordinal);
        string code = (comment < 0 ? line : line[..comment]).TrimEnd();
        bool isWhole = code.Length > 0 && !code.StartsWith(' ') && code[^1] is not (';' or '{' or '}' or '(' or ',') && code.Count(static c => c == '(') == code.Count(static c => c == ')');
        return isWhole ? $"_ = {code};"
            : code.EndsWith("})", StringComparison.Ordinal) ? code + ";"
            : code;
    }

    private static async Task<ImmutableArray<Diagnostic>> JudgeAsync(string[] sources, bool isProgram)
    {
        CSharpParseOptions options = Compilations.ParseOptions;
        var compilation = CSharpCompilation.Create(
            "Consumer",
            sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, options, $"/src/File{index}.cs")),
            References,
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions(SdkNoWarn));
        CSharpGeneratorDriver.Create([new StatefulAppGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out ImmutableArray<Diagnostic> generated, TestContext.Current.CancellationToken);
        ImmutableArray<Diagnostic> analyzed = await updated
            .WithAnalyzers([.. RuleTest.Analyzers])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return
        [
            .. updated.GetDiagnostics(TestContext.Current.CancellationToken).Concat(generated).Concat(analyzed)
                .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning),
        ];
    }
}
