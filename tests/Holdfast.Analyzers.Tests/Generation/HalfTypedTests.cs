using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Tests.Generation;

/// <summary>While you type, the generator emits what it can, throws nothing and reports nothing.</summary>
public class HalfTypedTests
{
    [Theory]
    [InlineData("[StatefulApp]")]
    [InlineData("[StatefulApp(")]
    [InlineData("[StatefulApp()]")]
    [InlineData("[StatefulApp(null)]")]
    [InlineData("[StatefulApp(\"\")]")]
    [InlineData("[StatefulApp(\"a b\\n\\\"\")]")]
    [InlineData("[StatefulApp(Missing.Name)]")]
    [InlineData("[StatefulApp(42)]")]
    [InlineData("[StatefulApp(\"orders\", Replicas = )]")]
    [InlineData("[StatefulApp(\"orders\", Replicas = -5)]")]
    [InlineData("[StatefulApp(\"orders\", Replicas = 2147483647, OrdinalStart = 2147483647)]")]
    [InlineData("[StatefulApp(\"orders\", Replicas = 2147483647)]")]
    [InlineData("[StatefulApp(\"orders\", OrdinalStart = -1)]")]
    [InlineData("[StatefulApp(\"orders\", PodManagementPolicy = (PodManagementPolicy)42)]")]
    [InlineData("[StatefulApp(\"orders\", Unknown = 1)]")]
    [InlineData("[StatefulApp(\"orders\")] [PodSpec(Os = )]")]
    [InlineData("[StatefulApp(\"orders\")] [PodSpec(Os = (PodOs)42, SchedulingGates = new[] { null, Missing.Gate })]")]
    [InlineData("[StatefulApp(\"orders\")] [RestartRule]")]
    [InlineData("[StatefulApp(\"orders\")] [RestartRule(Missing.Code, 1)]")]
    [InlineData("[StatefulApp(\"orders\")] [ResourceClaim]")]
    [InlineData("[StatefulApp(\"orders\")] [SecurityContext(SupplementalGroups = new long[] { 1, }, Sysctls = new[] { \"=\", \"\" })]")]
    [InlineData("[StatefulApp(\"orders\")] [Resources(Claims = new[] { \"/\" }, CpuResizePolicy = )]")]
    [InlineData("[StatefulApp(\"orders\")] [Autoscaler(1, 2)] [ObjectMetric(\"a\", Labels = new[] { \"in (\", \"a in (\", \"(\", \"\" })]")]
    [InlineData("[StatefulApp(\"orders\")] [Env(\"A\", FileVolume = nameof(Nothing))]")]
    [InlineData("[StatefulApp(\"orders\")] [Patch]")]
    [InlineData("[StatefulApp(\"orders\")] [Patch(null)]")]
    [InlineData("[StatefulApp(\"orders\")] [Patch(\"spec: {\")]")]
    [InlineData("[StatefulApp(\"orders\")] [Patch(\"spec: {replicas: })]")]
    [InlineData("[StatefulApp(\"orders\")] [Patch(Missing.Text)]")]
    [InlineData("[StatefulApp(\"orders\")] [StatefulApp(\"twice\")]")]
    public void TheOtherMembersSurvive(string attribute)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            using Holdfast;
            {{attribute}}
            public partial class Orders
            {
                [Port(8080)] public static partial ServicePort Http { get; }
                [PeerList] public static partial string Peers { get; }
            }
            """);
        Assert.Null(run.Result.Exception);
        Assert.Empty(run.Result.Diagnostics);
        INamedTypeSymbol type = run.Compilation.GetTypeByMetadataName("Orders")!;
        Assert.NotNull(((IPropertySymbol)type.GetMembers("Http").Single()).PartialImplementationPart);
        Assert.NotNull(((IPropertySymbol)type.GetMembers("Peers").Single()).PartialImplementationPart);
        Assert.NotEmpty(type.GetMembers("Pods"));
    }

    [Theory]
    [InlineData("[StatefulApp(\"orders\")]", "[StatefulApp]")]
    [InlineData("[StatefulApp(\"orders\")]", "[StatefulApp(\"orders\", Replicas = 1, Environment = \"staging\")]")]
    [InlineData("[StatefulApp(\"orders\")]", "[StatelessApp(\"orders\")]")]
    [InlineData("[StatelessApp(\"orders\")]", "[StatelessApp(\"orders\")]")]
    public void TwoHalvesInOneFileHaveOneOtherHalf(string first, string second)
    {
        GeneratorRun run = GeneratorRun.Of($"using Holdfast; {first} public partial class Orders {{ }} {second} partial class Orders {{ }}");
        Assert.Null(run.Result.Exception);
        Assert.Single(run.Sources);
    }

    [Theory]
    [InlineData("[StatelessApp]")]
    [InlineData("[StatelessApp(")]
    [InlineData("[StatelessApp(null)]")]
    [InlineData("[StatelessApp(\"a b\\n\\\"\")]")]
    [InlineData("[StatelessApp(\"web\", Replicas = -5, MaxSurge = )]")]
    [InlineData("[StatelessApp(\"web\", Strategy = (DeploymentStrategy)42)]")]
    [InlineData("[StatelessApp(\"web\")] [StatelessApp(\"twice\")]")]
    [InlineData("[StatelessApp(\"web\")] [StatefulApp(\"both\")]")]
    [InlineData("[StatelessApp(\"web\")] [VolumeClaim] [ClaimRetention(")]
    public void TheMembersOfAStatelessAppSurvive(string attribute)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            using Holdfast;
            {{attribute}}
            public partial class Web
            {
                [Port(8080)] public static partial ServicePort Http { get; }
                [ClientService] public static partial Service Front { get; }
                [VolumeClaim("1Gi")] public static partial ClaimTemplate Data { get; }
            }
            """);
        Assert.Null(run.Result.Exception);
        Assert.Empty(run.Result.Diagnostics);
        INamedTypeSymbol type = run.Compilation.GetTypeByMetadataName("Web")!;
        Assert.All(["Http", "Front", "Data"], name => Assert.NotNull(((IPropertySymbol)type.GetMembers(name).Single()).PartialImplementationPart));
        Assert.NotEmpty(type.GetMembers("Manifests"));
    }

    [Theory]
    [InlineData("[Port] public static partial ServicePort Other { get; }")]
    [InlineData("[Port(")]
    [InlineData("[Port(1)] public static partial")]
    [InlineData("[Port(1)] public static partial ServicePort")]
    [InlineData("[Port(1)] public static partial ServicePort Other")]
    [InlineData("[Port(1)] public static partial ServicePort Other {")]
    [InlineData("[Port(1)] public static partial ServicePort Other { get; set; }")]
    [InlineData("[Port(1)] public static partial Servic Other { get; }")]
    [InlineData("[Port(1)] public static partial string Other { get; }")]
    [InlineData("[Port(1)] public partial ServicePort Other { get; }")]
    [InlineData("[Port(1)] public static ServicePort Other { get; }")]
    [InlineData("[Port(1)] [VolumeClaim(\"1Gi\")] public static partial ServicePort Other { get; }")]
    [InlineData("[Port(99999999999)] public static partial ServicePort Other { get; }")]
    [InlineData("[Port(1, Name = null)] public static partial ServicePort Other { get; }")]
    [InlineData("[Port(1)] public static partial ServicePort Http { get; }")]
    [InlineData("[VolumeClaim] public static partial ClaimTemplate Other { get; }")]
    [InlineData("[VolumeClaim(null, MountPath = )] public static partial ClaimTemplate Other { get; }")]
    [InlineData("[PeerList(Each = \"{host\")] public static partial string Other { get; }")]
    [InlineData("[PeerList(Each = \"{ordinal+99999999999}{}{{}{x}\")] public static partial string Other { get; }")]
    [InlineData("[PeerList(Each = null, Separator = null)] public static partial string Other { get; }")]
    [InlineData("[ClientService(Ports = new[] { \"Nope\", null })] public static partial Service Other { get; }")]
    [InlineData("[ClientService(Ports = null)] public static partial Service Other { get; }")]
    [InlineData("[ExistingClaim] public static partial ExistingClaim Other { get; }")]
    [InlineData("[AddressOf] public static partial string Other { get; }")]
    [InlineData("[AddressOf(null, null)] public static partial string Other { get; }")]
    [InlineData("[AddressOf(typeof(), \"{x\")] public static partial string Other { get; }")]
    [InlineData("[AddressOf(typeof(Orders), \"{Other}{Http:Http}{:}{}}\")] public static partial string Other { get; }")]
    [InlineData("public static int Pods => 1;")]
    [InlineData("public class Manifests { }")]
    [InlineData("private int _Made;")]
    public void TheRestOfTheTypeSurvives(string member)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            using Holdfast;
            [StatefulApp("orders")]
            [Container("orders:1.0")]
            public partial class Orders
            {
                [Port(8080)] public static partial ServicePort Http { get; }
                {{member}}
            }
            """);
        Assert.Null(run.Result.Exception);
        Assert.All(run.Result.Diagnostics, static diagnostic => Assert.Equal("HF9002", diagnostic.Id));
        string text = Assert.Single(run.Sources).SourceText.ToString();
        Assert.Contains("public static partial global::Holdfast.ServicePort Http =>", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("partial class Orders<T>")]
    [InlineData("static partial class Orders")]
    [InlineData("class Orders")]
    [InlineData("file partial class Orders")]
    public void NothingIsGeneratedForATypeThatCannotBeOpened(string header)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            using Holdfast;
            [StatefulApp("orders")]
            [Container("orders:1.0")]
            {{header}}
            {
            }
            """);
        Assert.Null(run.Result.Exception);
        Assert.Empty(run.Sources);
    }

    /// <summary>A real declaration as it is while it is being typed: cut off anywhere, and with any token missing.</summary>
    [Fact]
    public async Task NothingFailsWhereverTheSourceEnds()
    {
        string source = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "samples/ZooKeeper/ZooKeeper.cs"));
        for (int length = 0; length < source.Length; length += 13)
        {
            await Survives(source[..length], length);
        }

        foreach (SyntaxToken token in CSharpSyntaxTree.ParseText(source, Compilations.ParseOptions).GetRoot().DescendantTokens().Where((_, index) => index % 5 == 0))
        {
            await Survives(source.Remove(token.SpanStart, token.Span.Length), token.SpanStart);
        }
    }

    private static async Task Survives(string source, int position)
    {
        GeneratorRun run = GeneratorRun.Of(source);
        Assert.True(run.Result.Exception is null, $"At {position}: {run.Result.Exception}");
        if (position % 5 == 0)
        {
            var failures = new List<string>();
            var options = new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]),
                (exception, _, _) => failures.Add(exception.ToString()),
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: false);
            await new CompilationWithAnalyzers(run.Compilation, [.. RuleTest.Analyzers], options).GetAnalyzerDiagnosticsAsync();
            Assert.True(failures.Count == 0, $"At {position}: {string.Join("\n", failures)}");
        }
    }
}
