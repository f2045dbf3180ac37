using System.Collections;
using System.Reflection;
using Holdfast.Analyzers.Generation;
using Holdfast.Engine.Declarations;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Tests.Generation;

/// <summary>An edit elsewhere re-runs nothing; an edit to one declaration re-runs that declaration.</summary>
public class IncrementalTests
{
    private const string Orders = """
        using Holdfast;
        namespace Shop;
        /// <summary>Orders.</summary>
        [StatefulApp("orders", Replicas = 3)]
        [Container("orders:1.0")]
        [ReadinessProbe(Command = new[] { "ready" })]
        [Patch("spec: {minReadySeconds: 5}")]
        public sealed partial class Orders
        {
            [Port(8080)] public static partial ServicePort Http { get; }
            [VolumeClaim("1Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
            [PeerList(Env = "PEERS")] public static partial string Peers { get; }
            private static int Helper() => 1;
            [Sidecar("side:1")] [Env("A", "b")] static partial class Side { [Port(9000)] public static partial ServicePort Status { get; } }
        }
        """;

    private const string Carts = """
        using Holdfast;
        namespace Shop;
        [StatefulApp("carts")]
        [Container("carts:1.0")]
        public sealed partial class Carts
        {
            [Port(8080)] public static partial ServicePort Http { get; }
        }
        """;

    private const string Web = """
        using Holdfast;
        namespace Shop;
        [StatelessApp("web", MaxSurge = 1)]
        [Container("web:1.0")]
        public sealed partial class Web
        {
            [Port(8080)] public static partial ServicePort Http { get; }
            [VolumeClaim("1Gi")] public static partial ClaimTemplate Refused { get; }
        }
        """;

    private const string Other = "namespace Shop { class Other { int Value => 1; } }";

    [Theory]
    [InlineData(3, "Value => 1", "Value => 2")] // another file
    [InlineData(3, "class Other", "class Added { } class Other")] // a new type
    [InlineData(3, "namespace Shop", "[assembly: System.CLSCompliant(false)] namespace Shop")]
    public void AnEditElsewhereRunsNothingAgain(int file, string from, string to)
    {
        GeneratorRunResult result = RunEdited(file, from, to);
        Assert.All(Steps(result), output => Assert.True(IsReused(output.Reason)));
        Assert.All(Outputs(result), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData("namespace Shop;", "namespace Shop;\n\n\n")] // moved
    [InlineData("private static int Helper() => 1;", "private static int Helper() => 2; // body")]
    [InlineData("[Port(8080)]", "// a comment\n    [Port(8080)]")]
    [InlineData("Replicas = 3", "Replicas = 1 + 2")]
    [InlineData("/// <summary>Orders.</summary>", "/// <summary>Orders, at last.</summary>")]
    [InlineData("sealed partial", "sealed unsafe partial")]
    public void AnEditThatSaysTheSameWritesNothingAgain(string from, string to)
    {
        GeneratorRunResult result = RunEdited(0, from, to);
        Assert.All(Steps(result), output => Assert.True(IsReused(output.Reason)));
        Assert.All(Outputs(result), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData("Replicas = 3", "Replicas = 5")]
    [InlineData("8080", "8081")]
    [InlineData("9000", "9001")]
    [InlineData("\"side:1\"", "\"side:2\"")]
    [InlineData("\"1Gi\"", "\"2Gi\"")]
    [InlineData("minReadySeconds: 5", "minReadySeconds: 7")]
    [InlineData("ServicePort Http", "ServicePort Https")]
    [InlineData("public static partial string", "internal static partial string")]
    [InlineData("{ \"ready\" }", "{ \"ready\", \"now\" }")]
    [InlineData("    [Port(8080)]", "    /// <summary>The front.</summary>\n    [Port(8080)]")]
    public void AnEditOfOneDeclarationRunsThatOneAgain(string from, string to)
    {
        GeneratorRunResult result = RunEdited(0, from, to);
        Assert.Equal(
            [("carts", true), ("orders", false), ("web", true)],
            Steps(result).Select(output => (((AppDeclaration)output.Value).Name.OrDefault(""), IsReused(output.Reason))).Order());
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached], Outputs(result).OrderByDescending(reason => reason == IncrementalStepRunReason.Modified));
    }

    [Theory]
    [InlineData("MaxSurge = 1", "MaxSurge = 2")]
    [InlineData("MaxSurge = 1", "Paused = true")]
    [InlineData("8080", "8081")]
    public void AnEditOfAStatelessAppRunsThatOneAgain(string from, string to)
    {
        GeneratorRunResult result = RunEdited(2, from, to);
        Assert.Equal(
            [("carts", true), ("orders", true), ("web", false)],
            Steps(result).Select(output => (((AppDeclaration)output.Value).Name.OrDefault(""), IsReused(output.Reason))).Order());
    }

    private const string Reader = """
        using Holdfast;
        namespace Shop;
        [StatelessApp("reader")]
        [Container("reader:1.0")]
        public sealed partial class Reader
        {
            [AddressOf(typeof(Orders), "{first:Http}")] public static partial string Address { get; }
        }
        """;

    private const string PlaceholderReader = """
        using Holdfast;
        namespace Shop;
        [StatelessApp("reader")]
        [Container("reader:1.0")]
        [ConfigMapEntry("address", "{Orders.first:Http}", Braces = 1, Applications = new[] { typeof(Orders) })]
        public sealed partial class Reader
        {
        }
        """;

    [Theory]
    [InlineData("8080", "8081", true)]
    [InlineData("\"orders\"", "\"others\"", true)]
    [InlineData("Replicas = 3", "Replicas = 3, Namespace = \"data\"", true)]
    [InlineData("\"1Gi\"", "\"2Gi\"", false)] // which no address is made of
    [InlineData("orders:1.0", "orders:1.1", false)]
    [InlineData("[Port(8080)]", "/// <summary>The front.</summary>\n    [Port(8080)]", false)]
    [InlineData("class Side {", "class Side { // a comment\n", false)]
    public void AnEditOfWhatIsReferredToRunsTheReferenceAgain(string from, string to, bool runs)
    {
        GeneratorRunResult result = RunEdited([Orders, Reader], 0, from, to);
        Assert.Equal(!runs, Steps(result).Where(output => ((AppDeclaration)output.Value).Name.OrDefault("") == "reader").All(output => IsReused(output.Reason)));
        Assert.NotEmpty(result.TrackedSteps[StatefulAppGenerator.DeclarationStep]);
        string text = result.GeneratedSources.Single(source => source.HintName.StartsWith("Shop.Reader", StringComparison.Ordinal)).SourceText.ToString();
        Assert.Contains(
            from == "8080" ? "\"orders-0.orders:8081\"" : from == "\"orders\"" ? "\"others-0.others:8080\"" : runs ? "\"orders-0.orders.data.svc.cluster.local:8080\"" : "\"orders-0.orders:8080\"",
            text,
            StringComparison.Ordinal);
    }

    /// <summary>The same of placeholders, whose texts are in the manifest alone.</summary>
    [Theory]
    [InlineData("8080", "8081", true, "orders-0.orders:8081")]
    [InlineData("\"orders\"", "\"others\"", true, "others-0.others:8080")]
    [InlineData("\"1Gi\"", "\"2Gi\"", false, "orders-0.orders:8080")]
    [InlineData("orders:1.0", "orders:1.1", false, "orders-0.orders:8080")]
    public void AnEditOfWhatAPlaceholderNamesRunsItAgain(string from, string to, bool runs, string expected)
    {
        GeneratorRunResult result = RunEdited([Orders, PlaceholderReader], 0, from, to);
        Assert.Equal(!runs, Steps(result).Where(output => ((AppDeclaration)output.Value).Name.OrDefault("") == "reader").All(output => IsReused(output.Reason)));
        string text = result.GeneratedSources.Single(source => source.HintName.StartsWith("Shop.Reader", StringComparison.Ordinal)).SourceText.ToString();
        Assert.Contains($"address: {expected}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEditOfAFileRunsWhatNamesItAgain()
    {
        ProjectText[] files = [new("orders.conf", "a"), new("carts.conf", "a"), new("other.conf", "a")];
        GeneratorRunResult orders = RunEdited(files, files[0], new ProjectText("orders.conf", "b"));
        Assert.Equal([("carts", true), ("orders", false)], Reused(orders));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Outputs(orders).OrderByDescending(reason => reason == IncrementalStepRunReason.Modified));
        Assert.Contains("b", orders.GeneratedSources.Single(source => source.HintName.Contains("Orders", StringComparison.Ordinal)).SourceText.ToString(), StringComparison.Ordinal);

        // Another instance with the same text, and a file without a reference.
        GeneratorRunResult same = RunEdited(files, files[0], new ProjectText("orders.conf", "a"));
        Assert.Equal([("carts", true), ("orders", true)], Reused(same));
        Assert.All(Outputs(same), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        GeneratorRunResult other = RunEdited(files, files[2], new ProjectText("other.conf", "b"));
        Assert.Equal([("carts", true), ("orders", true)], Reused(other));
        Assert.All(Outputs(other), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void OnlyFilesThatAreNamedAreRead()
    {
        var file = new ProjectText("orders.conf", "a");
        Assert.Equal(2, GeneratorRun.Of(Compilations.Create(Orders, Carts), file).Sources.Length);
        Assert.Equal(0, file.Reads);
        GeneratorRun.Of(Compilations.Create(WithFile(Orders, "orders.conf"), Carts), file);
        Assert.Equal(1, file.Reads);
    }

    [Theory]
    [InlineData("HoldfastReplicas", "orders=5", "orders")]
    [InlineData("HoldfastNamespace", "staging", "carts orders")]
    [InlineData("HoldfastImageRegistry", "mirror", "carts orders")]
    [InlineData("HoldfastEnvironment", "staging", "orders")]
    [InlineData("HoldfastEnvironment", "production", "")]
    [InlineData("HoldfastReplicas", "orders=3", "")]
    [InlineData("RootNamespace", "Shop", "")]
    public void AChangedPropertyRunsWhatItChangesAgain(string property, string value, string changed)
    {
        string orders = Orders.Replace("[Container", "[StatefulApp(\"orders\", Replicas = 1, Environment = \"staging\")] [Container", StringComparison.Ordinal);
        CSharpCompilation compilation = Compilations.Create(orders, Carts, Other);
        GeneratorDriver driver = GeneratorRun.Driver(Compilations.ParseOptions).RunGenerators(compilation);
        GeneratorRunResult result = driver
            .WithUpdatedAnalyzerConfigOptions(new ProjectProperties(new Dictionary<string, string> { [property] = value }))
            .RunGenerators(compilation)
            .GetRunResult().Results.Single();
        string again = string.Join(" ", Steps(result)
            .Where(static output => !IsReused(output.Reason))
            .Select(static output => ((AppDeclaration)output.Value).Name.OrDefault(""))
            .Order());
        Assert.Equal(changed, again);
        Assert.Equal(changed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, Outputs(result).Count(static reason => reason == IncrementalStepRunReason.Modified));
    }

    [Fact]
    public void NothingOfTheCompilerIsKept()
    {
        GeneratorRunResult result = GeneratorRun.Of(
            Compilations.Create(WithFile(Orders, "orders.conf"), Carts, Web, Reader),
            new Dictionary<string, string> { ["HoldfastReplicas"] = "2" },
            new ProjectText("orders.conf", "a")).Result;
        object[] models = [.. Steps(result).Select(output => output.Value)];
        Assert.Equal(4, models.Length);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        int visited = models.Sum(model => Walk(model, "app", seen));
        Assert.True(visited > 100, $"The walk saw {visited} values only.");
    }

    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> Steps(GeneratorRunResult result) =>
        result.TrackedSteps[StatefulAppGenerator.DeclarationStep].SelectMany(static step => step.Outputs);

    /// <summary>Not computed again, or computed with the same result, so that what follows is not.</summary>
    private static bool IsReused(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    private static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static step => step.Outputs).Select(static output => output.Reason);

    /// <summary>Runs twice, the second time with one file's text edited, as an editor does it.</summary>
    private static GeneratorRunResult RunEdited(int file, string from, string to) => RunEdited([Orders, Carts, Web, Other], file, from, to);

    private static GeneratorRunResult RunEdited(string[] sources, int file, string from, string to)
    {
        CSharpCompilation compilation = Compilations.Create(sources);
        GeneratorDriver driver = GeneratorRun.Driver(Compilations.ParseOptions).RunGenerators(compilation);

        SyntaxTree tree = compilation.SyntaxTrees[file];
        SourceText text = tree.GetText();
        int position = text.ToString().IndexOf(from, StringComparison.Ordinal);
        Assert.True(position >= 0, $"'{from}' is not in the source.");
        SyntaxTree edited = tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(position, from.Length), to)));
        return driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, edited)).GetRunResult().Results.Single();
    }

    private static IEnumerable<(string, bool)> Reused(GeneratorRunResult result) =>
        Steps(result).Select(output => (((AppDeclaration)output.Value).Name.OrDefault(""), IsReused(output.Reason))).Order();

    private static string WithFile(string source, string file) =>
        source.Replace("public sealed", $"[ConfigFile(\"/conf/{file}\", File = \"{file}\")] public sealed", StringComparison.Ordinal);

    /// <summary>Runs twice, the second time with another file in the place of one.</summary>
    private static GeneratorRunResult RunEdited(ProjectText[] files, ProjectText from, ProjectText to)
    {
        CSharpCompilation compilation = Compilations.Create(WithFile(Orders, "orders.conf"), WithFile(Carts, "carts.conf"), Other);
        GeneratorDriver driver = GeneratorRun.Driver(Compilations.ParseOptions, [.. files]).RunGenerators(compilation);
        return driver.ReplaceAdditionalText(from, to).RunGenerators(compilation).GetRunResult().Results.Single();
    }

    /// <summary>Looks at every field and item, and counts them.</summary>
    private static int Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || value is Type or Pointer)
        {
            return 1;
        }

        if (!value.GetType().IsValueType && !seen.Add(value))
        {
            return 0;
        }

        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxTree or Compilation or Location or SyntaxReference or SemanticModel or SourceText,
            $"{path} is a {value.GetType()}");
        if (value is IEnumerable items)
        {
            return items.Cast<object?>().Select((item, index) => Walk(item, $"{path}[{index}]", seen)).Sum();
        }

        int visited = 1;
        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                visited += Walk(field.GetValue(value), path + "." + field.Name, seen);
            }
        }

        return visited;
    }
}
