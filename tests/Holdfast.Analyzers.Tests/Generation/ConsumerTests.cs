using System.Globalization;
using Holdfast.Analyzers.Tests.Typed;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Tests.Generation;

/// <summary>What is generated compiles in any project that the declaration compiles in.</summary>
public class ConsumerTests
{
    private const string Declaration = """
        /// <summary>Orders.</summary>
        [Holdfast.StatefulApp("orders", Replicas = 3)]
        [Holdfast.Container("orders:1.0")]
        public sealed partial class Orders
        {
            /// <summary>The front; see <see cref="Data"/> &amp; more.</summary>
            [Holdfast.Port(8080)] public static partial Holdfast.ServicePort Http { get; }
            /// <summary>Data.</summary>
            [Holdfast.VolumeClaim("1Gi", MountPath = "/data")] public static partial Holdfast.ClaimTemplate Data { get; }
            /// <summary>Peers.</summary>
            [Holdfast.PeerList(Env = "PEERS")] public static partial string Peers { get; }
        }
        """;

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Enable)]
    public void NullableContext(NullableContextOptions nullable)
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Create(Compilations.ParseOptions, nullable, Declaration));
        Assert.Empty(run.Problems);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.Preview)]
    public void LanguageVersions(LanguageVersion version)
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Create(
            Compilations.ParseOptions.WithLanguageVersion(version), NullableContextOptions.Enable, Declaration));
        Assert.Empty(run.Problems);
    }

    /// <summary>The compiler stops at partial properties before it asks an analyzer, so the generator says what is wrong, and adds no further errors.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp12, "12.0")]
    [InlineData(LanguageVersion.CSharp11, "11.0")]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    public void AnOlderLanguageIsSaidByTheGenerator(LanguageVersion version, string text)
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Create(
            Compilations.ParseOptions.WithLanguageVersion(version), NullableContextOptions.Disable, Declaration));
        Diagnostic problem = Assert.Single(run.Result.Diagnostics);
        Assert.Equal("HF9005", problem.Id);
        Assert.StartsWith($"'Orders' is compiled as C# {text}, which has no partial properties, ", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(run.Sources);
        Assert.Null(run.Result.Exception);
        Assert.Equal(["CS8703", "CS9248"], run.Problems.Select(static error => error.Id).Distinct().Order());
    }

    /// <summary>Where the compiler does not stop, the analyzers report, and code that names the members gets no further errors.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp12, true)]
    [InlineData(LanguageVersion.CSharp11, true)]
    [InlineData(LanguageVersion.CSharp10, false)]
    [InlineData(LanguageVersion.CSharp7_3, false)]
    public void AnApplicationWithoutMembersCompilesInALanguageThatHasAllItNeeds(LanguageVersion version, bool compiles)
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Create(
            Compilations.ParseOptions.WithLanguageVersion(version),
            NullableContextOptions.Disable,
            "[Holdfast.StatefulApp(\"a\")] [Holdfast.Container(\"a:1\")] partial class A { }"));
        Assert.Empty(run.Problems);
        Assert.Equal(compiles ? 1 : 0, run.Sources.Length);
        Assert.Empty(run.Result.Diagnostics);
    }

    [Fact]
    public void NamesOfTheUsersOwnDoNotGetInTheWay()
    {
        GeneratorRun run = GeneratorRun.Of(
            """
            namespace Shop
            {
                class System { }
                class Holdfast { }
                class StatefulSetInfo { }
                class Pods { }
                class _H { }
                class _K { }

                [global::Holdfast.StatefulApp("orders")]
                [global::Holdfast.Container("orders:1.0")]
                partial class Orders
                {
                    class Manifest { }
                    class ServicePort { }
                    [global::Holdfast.Port(8080)] public static partial global::Holdfast.ServicePort Http { get; }
                }
            }
            """,
            "class _H { } class _K { } class _L { } class _Made { }");
        Assert.Empty(run.Problems);
    }

    /// <summary>What files with objects of KubernetesClient call namespaces is taken there; the same names with a number are not, or the next number is not.</summary>
    [Theory]
    [InlineData("class _L { }")]
    [InlineData("namespace _L { class A { } }")]
    [InlineData("namespace Shop { class _L { } }")]
    [InlineData("namespace Shop { partial class Orders { class _L { } } }")]
    [InlineData("global using _K = System.Text;")]
    [InlineData("global using _L = System.Int32;")]
    [InlineData("global using _L = System.Int32; namespace Shop { class _L1 { } delegate void _K2(); }")]
    public void NamesOfTheUsersThatGeneratedFilesHaveAsWellAreLeftToTheUser(string taken)
    {
        GeneratorRun run = ClientReference.Run(
            """
            namespace Shop
            {
                /// <summary>Says "_K::" and _L.</summary>
                [global::Holdfast.StatefulApp("orders")]
                [global::Holdfast.Container("orders:1.0")]
                [global::Holdfast.Env("_K::", "_K::X _L::Y")]
                partial class Orders
                {
                    [global::Holdfast.Port(8080)] public static partial global::Holdfast.ServicePort Http { get; }
                    [global::Holdfast.PeerList(Env = "_K")] public static partial string _K { get; }
                }
            }
            """,
            taken);
        Assert.Empty(run.Problems);
        string text = Assert.Single(run.Sources).SourceText.ToString();
        Assert.Contains("V1Service HeadlessService", text, StringComparison.Ordinal);
        Assert.Contains("_K::X _L::Y", text, StringComparison.Ordinal);
        Assert.Contains("partial string _K =>", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    [InlineData(DocumentationMode.Diagnose)]
    public void DocumentationIsWrittenWhateverTheCompilerDoesWithIt(DocumentationMode mode)
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Create(
            Compilations.ParseOptions.WithDocumentationMode(mode), NullableContextOptions.Enable, Declaration));
        Assert.Empty(run.Problems);
        string text = Assert.Single(run.Sources).SourceText.ToString();
        Assert.Contains(
            "\t/// <summary>The front; see <see cref=\"Data\"/> &amp; more.</summary>\n\t/// <remarks>Port http, number 8080.<para>",
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void DocumentationIsShownWithTheUsersWordsAndTheNames()
    {
        GeneratorRun run = GeneratorRun.Of(Declaration);
        INamedTypeSymbol type = run.Compilation.GetTypeByMetadataName("Orders")!;
        string documentation = type.GetMembers("Http").Single().GetDocumentationCommentXml()!;
        Assert.Contains("The front; see", documentation, StringComparison.Ordinal);
        Assert.Contains("_http._tcp.orders", documentation, StringComparison.Ordinal);
        Assert.Contains("orders-0.orders:8080", documentation, StringComparison.Ordinal);
        foreach (string member in new[] { "Data", "Peers", "Pods", "Manifests" })
        {
            Assert.Contains("orders", type.GetMembers(member).Single().GetDocumentationCommentXml()!, StringComparison.Ordinal);
        }
    }

    /// <summary>Found by declaring at random: whatever ends a line in C# ended the comment, and what was behind it was code.</summary>
    [Theory]
    [InlineData("\\r")]
    [InlineData("\\n")]
    [InlineData("\\u0085")]
    [InlineData("\\u2028")]
    [InlineData("\\u2029")]
    public void ALineEndInATextStaysInItsComment(string escape)
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Create(
            Compilations.ParseOptions,
            NullableContextOptions.Enable,
            Declaration.Replace("Env = \"PEERS\"", $"Each = \"{{host}}{escape}x\"", StringComparison.Ordinal)));
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void TwoTypesWhoseNamesDifferByCaseOnly()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using Holdfast;
            [StatefulApp("a")] [Container("a:1")] partial class Cache { }
            [StatefulApp("b")] [Container("b:1")] partial class CACHE { }
            """);
        Assert.Empty(run.Problems);
        Assert.Null(run.Result.Exception);
        Assert.Equal(2, run.Sources.Length);
    }

    [Fact]
    public void TwoKindsOfApplicationsWhoseNamesDifferByCaseOnly()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using Holdfast;
            [StatefulApp("a")] [Container("a:1")] partial class Cache { }
            [StatelessApp("b")] [Container("b:1")] partial class CACHE { }
            """);
        Assert.Empty(run.Problems);
        Assert.Null(run.Result.Exception);
        Assert.Equal(2, run.Sources.Length);
    }

    [Theory]
    [InlineData("StatefulApp")]
    [InlineData("StatelessApp")]
    public void MembersMayBeCalledWhatGeneratedCodeCallsItsOwn(string attribute)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            using Holdfast;
            [{{attribute}}("a")] [Container("a:1")] partial class A
            {
                [Port(1)] public static partial ServicePort Set { get; }
                [Port(2)] public static partial ServicePort Workload { get; }
            }
            """);
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void AStatelessAppIsATypeArgument()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using Holdfast;
            [StatelessApp("web")] [Container("web:1")] partial class Web { }
            static class Uses
            {
                public static string Name => NameOf<Web>();
                private static string NameOf<TApp>() where TApp : IStatelessApp => TApp.Deployment.In("shop").Name;
            }
            """);
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void TheSameNameInTwoNamespacesAndTypes()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using Holdfast;
            namespace A { [StatefulApp("a")] [Container("a:1")] partial class Cache { } }
            namespace B { partial class Outer { [StatefulApp("b")] [Container("b:1")] partial class Cache { } } }
            """);
        Assert.Empty(run.Problems);
        Assert.Equal(["A.Cache.Holdfast.g.cs", "B.Outer+Cache.Holdfast.g.cs"], run.Sources.Select(source => source.HintName).Order());
    }

    [Fact]
    public void ADeclarationInSeveralFiles()
    {
        GeneratorRun run = GeneratorRun.Of(
            "using Holdfast; [StatefulApp(\"a\")] partial class A { [Port(1)] public static partial ServicePort One { get; } }",
            "using Holdfast; [Container(\"a:1\")] partial class A { [Port(2)] public static partial ServicePort Two { get; } }");
        Assert.Empty(run.Problems);
        string text = Assert.Single(run.Sources).SourceText.ToString();
        Assert.Contains("image: a:1", text, StringComparison.Ordinal);
        Assert.Contains("containerPort: 2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ConstantsAliasesAndNameofAreFollowed()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using App = Holdfast.StatefulAppAttribute;
            using static Names;
            [App(Prefix + "-db", Replicas = Count * 3)]
            [Holdfast.Container(image: "db:" + Tag)]
            partial class Db { }
            """,
            "static class Names { public const string Prefix = \"shop\"; public const int Count = 1; public const string Tag = \"2\"; }");
        Assert.Empty(run.Problems);
        string text = Assert.Single(run.Sources).SourceText.ToString();
        Assert.Contains("serviceName: shop-db", text, StringComparison.Ordinal);
        Assert.Contains("replicas: 3", text, StringComparison.Ordinal);
        Assert.Contains("image: db:2", text, StringComparison.Ordinal);
    }
}
