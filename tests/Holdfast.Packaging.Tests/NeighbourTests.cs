using System.Text.RegularExpressions;
using Holdfast.Packaging.Tests.Hosts;

namespace Holdfast.Packaging.Tests;

/// <summary>What else is loaded into the same compiler and the same MSBuild: another version of this package, another YamlDotNet.</summary>
public class NeighbourTests(PackedHoldfast packed)
{
    private const string Patched = """
        [Holdfast.Patch("spec: {minReadySeconds: 10}")]
        public sealed partial class ZooKeeper { }
        """;

    private static readonly Regex Analyzer = new("/analyzer:\"?([^\"]+?\\.dll)\"?(?: |$)", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    [Fact]
    public async Task TwoVersionsInASolution_AndAGeneratorWithAnotherYamlDotNet_KeepApart()
    {
        await packed.PackAsync("Holdfast", packed.NextVersion);
        OtherGenerator.Pack(packed.Feed);
        const string Generated = "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>";
        Consumer consumer = packed.NewConsumer("my solution")
            .Add("Shop.slnx", "<Solution><Project Path=\"App/App.csproj\" /><Project Path=\"Library/Library.csproj\" /></Solution>")
            .Add("Library/Library.csproj", Source.Project(Generated, Consumer.ReferenceTo(packed.Version)))
            .Add("Library/Kafka.cs", Source.App("Kafka", "kafka"))
            .Add("App/App.csproj", Source.Project(
                Consumer.Exe + Generated,
                Consumer.ReferenceTo(packed.NextVersion)
                    + $"<PackageReference Include=\"{OtherGenerator.Id}\" Version=\"1.0.0\" /><ProjectReference Include=\"../Library/Library.csproj\" />"))
            .Add("App/ZooKeeper.cs", Source.App("ZooKeeper", "zookeeper"))
            .Add("App/Patched.cs", "namespace Shop { " + Patched + " }\n")
            .Add("App/Program.cs", "System.Console.WriteLine(string.Join(' ', Others.Yaml.Is, Shop.Kafka.Pods.First, Shop.ZooKeeper.Pods.First));\n");

        string first = await consumer.BuildAsync("-v:detailed");
        Assert.Equal(2, Count(first, "CompilerServer: server - server processed compilation"));
        await AssertApartAsync(consumer, "kafka-0 zookeeper-0");
        Assert.All(CommandLines(first), AssertReadsAhead);

        // Once more in the same server, which has both in memory now.
        consumer
            .Add("Library/Kafka.cs", Source.App("Kafka", "events"))
            .Add("App/ZooKeeper.cs", Source.App("ZooKeeper", "locks"));
        string second = await consumer.BuildAsync("--no-restore", "-v:detailed");
        Assert.Equal(2, Count(second, "CompilerServer: server - server processed compilation"));
        await AssertApartAsync(consumer, "events-0 locks-0");
    }

    /// <summary>The compiler runs generators in the order of their assemblies: those of others run while the first declaration is worked on.</summary>
    private static void AssertReadsAhead(string commandLine)
    {
        string[] analyzers = [.. Analyzer.Matches(commandLine).Select(static match => match.Groups[1].Value)];
        Assert.Equal("Holdfast.ReadAhead.dll", Path.GetFileName(analyzers[0]));
        Assert.Equal("Holdfast.Analyzers.dll", Path.GetFileName(analyzers[^1]));
        Assert.Contains(analyzers, static analyzer => Path.GetFileName(analyzer) == "System.Text.Json.SourceGeneration.dll");
        Assert.Equal(analyzers.Distinct(), analyzers);
    }

    private static string[] CommandLines(string output)
    {
        string[] lines = [.. output.Split('\n').Where(static line => line.Contains(" /noconfig ", StringComparison.Ordinal) && line.Contains("/analyzer:", StringComparison.Ordinal))];
        Assert.Equal(2, lines.Length);
        return lines;
    }

    private async Task AssertApartAsync(Consumer consumer, string names)
    {
        string[] apps = [.. names.Split(' ').Select(static pod => pod[..^2])];
        Assert.Equal(["README.md", $"{apps[0]}.yaml", "kustomization.yaml"], consumer.Files("Library/bin/Debug/net10.0/kubernetes").Order(StringComparer.Ordinal));
        Assert.Equal(["README.md", "kustomization.yaml", $"{apps[1]}.yaml"], consumer.Files("App/bin/Debug/net10.0/kubernetes").Order(StringComparer.Ordinal));
        Assert.Contains("(\"Holdfast\", \"0.0.1\")]", Generated(consumer, "Library", "Kafka"), StringComparison.Ordinal);
        Assert.Contains("(\"Holdfast\", \"0.0.2\")]", Generated(consumer, "App", "ZooKeeper"), StringComparison.Ordinal);
        Assert.Contains("  minReadySeconds: 10\n", consumer.Read($"App/bin/Debug/net10.0/kubernetes/{apps[1]}.yaml"), StringComparison.Ordinal);

        string output = await consumer.DotnetAsync("exec", "App/bin/Debug/net10.0/App.dll");
        Assert.Contains($"by YamlDotNet 16.0.0 {names}", output, StringComparison.Ordinal);
    }

    private static string Generated(Consumer consumer, string project, string type) => consumer.Read(
        $"{project}/obj/Debug/net10.0/generated/Holdfast.Analyzers/Holdfast.Analyzers.Generation.StatefulAppGenerator/Shop.{type}.Holdfast.g.cs");

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
