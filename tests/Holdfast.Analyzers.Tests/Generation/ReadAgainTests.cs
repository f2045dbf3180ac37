using Holdfast.Analyzers.Reading;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Tests.Generation;

/// <summary>
/// A declaration that says all by itself is not read again when another file changes; and whatever changes, the sources are
/// those that a run from scratch gives.
/// </summary>
public class ReadAgainTests
{
    private const string Plain = """
        using Holdfast;
        namespace Shop;
        [StatefulApp("orders", Replicas = 3, PodManagementPolicy = PodManagementPolicy.Parallel)]
        [Container("orders:1.0", Args = new[] { "--fast" })]
        [ReadinessProbe(HttpPath = "/ready", Port = nameof(Http), PeriodSeconds = 2 + 3)]
        [Label("team", "shop")]
        public sealed partial class Orders
        {
            [Port(8080)] public static partial ServicePort Http { get; }
            [Holdfast.VolumeClaim("1Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
            [ConfigFile("/conf/a")] private const string Conf = "a=1\n";
            [Sidecar("side:1")] private static partial class Side { [Port(9000)] public static partial ServicePort Status { get; } }
        }
        """;

    private static readonly string[] Others =
    [
        "namespace Shop { static class Settings { internal const int Members = 3; internal const string Port = \"http\"; } }",
        "namespace Shop.Other { class Unrelated { } }",
    ];

    public static TheoryData<string> Edits =>
    [
        // Names that take the place of Holdfast's.
        "namespace Shop { class PortAttribute : System.Attribute { public PortAttribute(int number) { } } }",
        "namespace Shop { class Port : System.Attribute { public Port(int number) { } } }",
        "class LabelAttribute : System.Attribute { public LabelAttribute(string key, string value) { } }",
        "namespace Shop { enum PodManagementPolicy { Parallel } }",
        "namespace Shop { static class PodManagementPolicy { public const Holdfast.PodManagementPolicy Parallel = Holdfast.PodManagementPolicy.OrderedReady; } }",
        "namespace Shop { class ServicePort { } }",
        "namespace Shop.Holdfast { class VolumeClaimAttribute : System.Attribute { public VolumeClaimAttribute(string size) { } public string MountPath { get; set; } } }",
        "namespace Shop { static class Holdfast { } }",
        "namespace Holdfast { class PortAttribute : System.Attribute { public PortAttribute(int number) { } } }",

        // Usings for all files.
        "global using Port = System.ObsoleteAttribute;",
        "global using Holdfast;",
        "global using static Shop.Settings;\nnamespace Shop { static class Settings { } }",

        // Further parts of the type, and what it takes over.
        "namespace Shop { partial class Orders { [Holdfast.Port(7000)] public static partial Holdfast.ServicePort More { get; } } }",
        "[Holdfast.Env(\"A\", \"b\")] partial class Unrelated { } namespace Shop { [Holdfast.Env(\"A\", \"b\")] partial class Orders { } }",
        "namespace Shop { [Holdfast.Label(\"by\", \"convention\")] interface IConvention { } partial class Orders : IConvention { } }",
        "namespace Shop { partial class Orders { static partial class Side { [Holdfast.Port(7000)] public static partial Holdfast.ServicePort More { get; } } } }",
        "namespace Shop { [Holdfast.StatefulApp(\"orders\", Replicas = 5, Environment = \"staging\")] partial class Orders { } }",
        "namespace Shop { static class Settings { internal const int Members = 5; internal const string Port = \"https\"; } }",
        "namespace @Shop { partial class @Orders { [Holdfast.Port(7000)] public static partial Holdfast.ServicePort More { get; } } }",
        "namespace Shop { file class Orders { } }",
        "namespace Shop { partial class Orders<T> { } }",

        // Every kind of thing that has a name.
        "System.Console.WriteLine(); namespace Shop { delegate void ServicePort(); }",
        "namespace Shop { record Label(string Key, string Value); interface ClaimTemplate { } }",
    ];

    /// <summary>Declarations whose meaning depends on other files in one way or another.</summary>
    private static readonly (string From, string To)[] Dependent =
    [
        ("Replicas = 3", "Replicas = Settings.Members"),
        ("nameof(Http)", "Settings.Port"),
        ("nameof(Http)", "nameof(Settings)"),
        ("using Holdfast;", "using Holdfast; using P = Holdfast.PortAttribute;"),
        ("namespace Shop;", "namespace Shop; using Holdfast;"),
        ("partial class Orders", "partial class Orders : IConvention"),
        ("partial class Orders", "partial class Orders : System.IDisposable"),
        ("static partial class Side", "partial class Side : BaseSide"),
        ("public sealed partial class Orders", "public partial class Orders<T>"),
        ("\"a=1\\n\"", "Settings.Port"),
        ("[Label(\"team\", \"shop\")]", "[PodAffinity(App = typeof(Unknown))]"),
        ("\"1Gi\"", "\"1\" + \"Gi\""),
    ];

    [Theory]
    [MemberData(nameof(Edits))]
    public void WhateverAnotherFileSaysTheSourcesAreThoseOfARunFromScratch(string text)
    {
        AssertLikeFromScratch(Plain, text);
        foreach ((string from, string to) in Dependent)
        {
            Assert.Contains(from, Plain, StringComparison.Ordinal);
            AssertLikeFromScratch(Plain.Replace(from, to, StringComparison.Ordinal), text);
        }
    }

    /// <summary>A type of the same name elsewhere becomes a part of this one, so that there are as many of the name as before.</summary>
    [Fact]
    public void APartThatTakesThePlaceOfAnotherTypeOfItsNameCounts()
    {
        const string Part = "partial class Orders { [Holdfast.Port(7000)] public static partial Holdfast.ServicePort More { get; } }";
        CSharpCompilation compilation = Compilations.Create(Plain, "namespace Elsewhere { " + Part + " }");
        GeneratorDriver driver = GeneratorRun.Driver(Compilations.ParseOptions).RunGenerators(compilation, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("7000", SourcesOf(driver).Single().Text, StringComparison.Ordinal);
        SyntaxTree old = compilation.SyntaxTrees[1];
        driver = driver.RunGenerators(
            compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText("namespace Shop { " + Part + " }", Compilations.ParseOptions, old.FilePath, cancellationToken: TestContext.Current.CancellationToken)),
            TestContext.Current.CancellationToken);
        Assert.Contains("7000", SourcesOf(driver).Single().Text, StringComparison.Ordinal);
    }

    /// <summary>What depends on constants, base types or conventions in other files follows them, also where only the value there changes.</summary>
    [Theory]
    [InlineData("Replicas = 3", "Replicas = Settings.Members", "Members = 3", "Members = 7", "replicas: 7")]
    [InlineData("\"a=1\\n\"", "Settings.Port", "\"http\"", "\"other\"", "a: other")]
    [InlineData("partial class Orders", "partial class Orders : IConvention", "\"by\"", "\"through\"", "through: convention")]
    [InlineData("partial class Orders", "partial class Orders : Base", "\"base\"", "\"basis\"", "of: basis")]
    public void AValueInAnotherFileCounts(string from, string to, string value, string changed, string expected)
    {
        const string Other = """
            namespace Shop
            {
                static class Settings { internal const int Members = 3; internal const string Port = "http"; }
                [Holdfast.Label("by", "convention")] interface IConvention { }
                [Holdfast.Label("of", "base")] public abstract class Base { }
            }
            """;
        Assert.Contains(from, Plain, StringComparison.Ordinal);
        Assert.Contains(value, Other, StringComparison.Ordinal);
        CSharpCompilation compilation = Compilations.Create(Plain.Replace(from, to, StringComparison.Ordinal), Other);
        GeneratorDriver driver = GeneratorRun.Driver(Compilations.ParseOptions).RunGenerators(compilation, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(expected, SourcesOf(driver).Single().Text, StringComparison.Ordinal);
        SyntaxTree old = compilation.SyntaxTrees[1];
        driver = driver.RunGenerators(
            compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(Other.Replace(value, changed, StringComparison.Ordinal), Compilations.ParseOptions, old.FilePath, cancellationToken: TestContext.Current.CancellationToken)),
            TestContext.Current.CancellationToken);
        Assert.Contains(expected, SourcesOf(driver).Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ADifferentReferenceCounts()
    {
        CSharpCompilation before = Compilations.Create([Plain, .. Others]);
        CSharpCompilation library = CSharpCompilation.Create(
            "Library",
            [CSharpSyntaxTree.ParseText("namespace Shop { public class PortAttribute : System.Attribute { public PortAttribute(int number) { } } }", cancellationToken: TestContext.Current.CancellationToken)],
            Compilations.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        GeneratorDriver driver = GeneratorRun.Driver(Compilations.ParseOptions).RunGenerators(before, TestContext.Current.CancellationToken);
        CSharpCompilation after = before.AddReferences(library.ToMetadataReference());
        driver = driver.RunGenerators(after, TestContext.Current.CancellationToken);
        Assert.Equal(SourcesOf(GeneratorRun.Driver(Compilations.ParseOptions).RunGenerators(after, TestContext.Current.CancellationToken)), SourcesOf(driver));
        Assert.DoesNotContain("ServicePort", SourcesOf(driver).Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ADeclarationThatSaysAllIsNotReadAgain() => Assert.True(IsKept(Plain, Others[0], "namespace Shop { class Anything { int x = 1; } }"));

    [Theory]
    [InlineData("using Holdfast;", "using H = Holdfast; using Holdfast;")]
    [InlineData("Replicas = 3", "Replicas = (3)")]
    [InlineData("Args = new[] { \"--fast\" }", "Args = [\"--fast\", \"-1\"]")]
    [InlineData("PodManagementPolicy.Parallel", "global::Holdfast.PodManagementPolicy.Parallel")]
    [InlineData("[Label(\"team\", \"shop\")]", "[System.Obsolete(\"x\", false)] [Label(\"team\", \"shop\")]")]
    public void OtherFormsOfTheSameAreNotReadAgainEither(string from, string to)
    {
        Assert.Contains(from, Plain, StringComparison.Ordinal);
        Assert.True(IsKept(Plain.Replace(from, to, StringComparison.Ordinal), Others[0], "class Anything { }"));
    }

    [Theory]
    [InlineData("Replicas = 3", "Replicas = Settings.Members")]
    [InlineData("partial class Orders", "partial class Orders : System.IDisposable")]
    [InlineData("[Label(\"team\", \"shop\")]", "[PodAffinity(App = typeof(Orders))]")]
    public void ADeclarationThatOtherFilesMayChangeIsReadAgain(string from, string to)
    {
        Assert.Contains(from, Plain, StringComparison.Ordinal);
        Assert.False(IsKept(Plain.Replace(from, to, StringComparison.Ordinal), Others[1], "class Anything { }"));
    }

    private static void AssertLikeFromScratch(string declaration, string text)
    {
        CSharpCompilation compilation = Compilations.Create([declaration, .. Others]);
        GeneratorDriver driver = GeneratorRun.Driver(Compilations.ParseOptions);
        driver = driver.RunGenerators(compilation, TestContext.Current.CancellationToken);

        // There, and back again: what was read in between must not be taken for what counts now.
        foreach (string edit in (string[])[text, Others[0], text, Others[0]])
        {
            SyntaxTree old = compilation.SyntaxTrees[1];
            compilation = compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(edit, Compilations.ParseOptions, old.FilePath, cancellationToken: TestContext.Current.CancellationToken));
            driver = driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
            GeneratorDriver fresh = GeneratorRun.Driver(Compilations.ParseOptions).RunGenerators(compilation, TestContext.Current.CancellationToken);
            Assert.Equal(SourcesOf(fresh), SourcesOf(driver));
        }
    }

    private static (string Hint, string Text)[] SourcesOf(GeneratorDriver driver) =>
        [.. driver.GetRunResult().Results.Single().GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString()))];

    /// <summary>The pipeline keeps an old object where a new one is equal, so the step itself is asked.</summary>
    private static bool IsKept(string declaration, string other, string edited)
    {
        var read = new ReadDeclarations();
        CSharpCompilation compilation = Compilations.Create(declaration, Others[0], other);
        AppVariants before = Read(compilation);
        SyntaxTree old = compilation.SyntaxTrees[2];
        return ReferenceEquals(before, Read(compilation.ReplaceSyntaxTree(
            old,
            CSharpSyntaxTree.ParseText(edited, Compilations.ParseOptions, old.FilePath, cancellationToken: TestContext.Current.CancellationToken))));

        AppVariants Read(CSharpCompilation of)
        {
            AppCandidate candidate = TreeTypes.Of(of.SyntaxTrees[0], TestContext.Current.CancellationToken).Candidates.First();
            return read.Read(candidate, of, TestContext.Current.CancellationToken)!;
        }
    }
}
