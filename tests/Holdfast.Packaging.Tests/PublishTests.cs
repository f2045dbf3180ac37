namespace Holdfast.Packaging.Tests;

[Trait("Category", "Publish")]
public class PublishTests(PackedHoldfast packed)
{
    private const string Published = "bin/Release/net10.0/publish/kubernetes";

    [Fact]
    public async Task Publish_BringsTheManifests_AndTakesThemAway()
    {
        var consumer = packed.NewConsumer().AddApplication().Add("Kafka.cs", Source.App("Kafka", "kafka"));

        await consumer.DotnetAsync("publish", "-nodeReuse:false");
        Assert.Equal(["README.md", "kafka.yaml", "kustomization.yaml", "zookeeper.yaml"], consumer.Files(Published));

        consumer.Delete("Kafka.cs").Add("ZooKeeper.cs", Source.App("ZooKeeper", "zookeeper", replicas: 5));
        await consumer.DotnetAsync("publish", "--no-restore", "-nodeReuse:false");
        Assert.Equal(["README.md", "kustomization.yaml", "zookeeper.yaml"], consumer.Files(Published));
        Assert.Contains("replicas: 5", consumer.Read($"{Published}/zookeeper.yaml"), StringComparison.Ordinal);

        await consumer.DotnetAsync("publish", "--no-build", "-o", "out put", "-nodeReuse:false");
        Assert.Equal(["README.md", "kustomization.yaml", "zookeeper.yaml"], consumer.Files("out put/kubernetes"));

        await consumer.DotnetAsync("publish", "--no-build", "-o", "without", "-p:HoldfastPublishManifests=false", "-nodeReuse:false");
        Assert.False(Directory.Exists(consumer["without/kubernetes"]));
    }

    [Fact]
    public async Task ChosenFolder_IsPublishedToTheSamePlace()
    {
        var consumer = packed.NewConsumer().AddApplication("<HoldfastManifestsDirectory>deploy</HoldfastManifestsDirectory>");

        await consumer.DotnetAsync("publish", "-nodeReuse:false");

        Assert.Equal(["README.md", "kustomization.yaml", "zookeeper.yaml"], consumer.Files("deploy"));
        Assert.Equal(["README.md", "kustomization.yaml", "zookeeper.yaml"], consumer.Files(Published));
    }
}
