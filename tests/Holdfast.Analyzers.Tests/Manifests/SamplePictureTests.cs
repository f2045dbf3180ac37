using Holdfast.Engine.Manifests;
using Holdfast.Tests.Shared;
using Holdfast.Tool.Graphing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>The pictures of docs/samples.md are the graphs of what the samples declare.</summary>
public class SamplePictureTests
{
    [Theory]
    [InlineData("AkkaCluster", "Workers.cs")]
    [InlineData("Kafka", "Kafka.cs")]
    [InlineData("Ledger", "Ledger.cs")]
    [InlineData("Nats", "Nats.cs")]
    [InlineData("PostgreSql", "PostgreSql.cs")]
    [InlineData("RabbitMq", "RabbitMq.cs")]
    [InlineData("Redis", "Redis.cs")]
    [InlineData("ZooKeeper", "ZooKeeper.cs")]
    public void Picture_IsTheGraphOfTheManifests(string sample, string file)
    {
        GeneratorRun run = GeneratorRun.Of(File.ReadAllText(Path.Combine(RepositoryPaths.Root, "samples", sample, file)));
        string[] manifests = [.. run.Compilation.GetSymbolsWithName("Manifests", SymbolFilter.Type, TestContext.Current.CancellationToken)
            .OfType<INamedTypeSymbol>()
            .SelectMany(static type => type.GetMembers("Yaml"))
            .OfType<IFieldSymbol>()
            .Select(static yaml => (string)yaml.ConstantValue!)];
        Assert.NotEmpty(manifests);
        string picture = GraphText.Of(
            GraphReader.Read(ProjectManifests.Of(manifests.Select(static (text, index) => ManifestFileReader.Read($"/manifests/{index}.yaml", SourceText.From(text))))),
            GraphFormat.Svg);
        string path = Path.Combine(RepositoryPaths.Root, "docs", "images", $"sample-{sample.ToLowerInvariant()}.svg");
        if (Environment.GetEnvironmentVariable("HOLDFAST_ACCEPT_SNAPSHOTS") == "true")
        {
            File.WriteAllText(path, picture);
        }

        Assert.True(picture == File.ReadAllText(path), path + " is out of date; run this test with HOLDFAST_ACCEPT_SNAPSHOTS=true.");
        Assert.Contains(sample.ToLowerInvariant(), File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "samples.md")), StringComparison.Ordinal);
    }
}
