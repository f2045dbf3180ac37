using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary><c>[Selector]</c>: the labels that select the replicas of a set that runs already.</summary>
public class SelectorTests
{
    private const string Source = """
        using Holdfast;
        [StatefulApp("kafka", Replicas = 3)]
        [Container("kafka:4.0")]
        [Selector("app", "kafka")]
        [Selector("tier", "broker")]
        [Label("app", "other")]
        [Label("team", "data")]
        [DisruptionBudget(MaxUnavailable = 1, Name = "kafka-pdb")]
        public sealed partial class Kafka
        {
            [Port(9092)] public static partial ServicePort Client { get; }
        }

        [StatelessApp("front")]
        [Container("front:1")]
        [PodAffinity(typeof(Kafka))]
        public sealed partial class Front { }
        """;

    [Fact]
    public void SelectorsSpreadAndReplicasHaveTheLabels()
    {
        string yaml = Yaml("Kafka");
        Assert.Equal(5, Count(yaml, "app: kafka\n"));
        Assert.Equal(5, Count(yaml, "tier: broker\n"));
        Assert.DoesNotContain("app.kubernetes.io", yaml, StringComparison.Ordinal);
    }

    /// <summary>No label of the user's takes the place of what selectors ask for, where they ask for it.</summary>
    [Fact]
    public void OtherObjectsHaveTheLabelsOfTheUser()
    {
        string yaml = Yaml("Kafka");
        Assert.Equal(3, Count(yaml, "app: other\n"));
        Assert.Equal(4, Count(yaml, "team: data\n"));
    }

    [Fact]
    public void TheBudgetHasItsName() => Assert.Contains("kind: PodDisruptionBudget\nmetadata:\n  name: kafka-pdb\n", Yaml("Kafka"), StringComparison.Ordinal);

    [Fact]
    public void AnAffinityOfAnotherApplicationAsksForThem() =>
        Assert.Contains("labelSelector:\n                matchLabels:\n                  app: kafka\n                  tier: broker\n", Yaml("Front"), StringComparison.Ordinal);

    private static string Yaml(string type)
    {
        GeneratorRun run = GeneratorRun.Of(Source);
        Assert.Empty(run.Problems);
        return (string)run.Compilation.GetTypeByMetadataName(type)!.GetTypeMembers("Manifests").Single().GetMembers("Yaml")
            .OfType<Microsoft.CodeAnalysis.IFieldSymbol>().Single().ConstantValue!;
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
