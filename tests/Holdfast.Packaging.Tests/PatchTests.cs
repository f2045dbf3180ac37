namespace Holdfast.Packaging.Tests;

/// <summary>The compiler finds the YAML library beside the analyzers.</summary>
public class PatchTests(PackedHoldfast packed)
{
    private const string Declaration = """"
        using Holdfast;

        namespace Shop
        {
            [StatefulApp("zookeeper", Replicas = 3)]
            [Container("zookeeper:3.9.4")]
            [Patch("""
                spec:
                  minReadySeconds: 10
                """)]
            public sealed partial class ZooKeeper
            {
            }
        }

        """";

    [Fact]
    public async Task APatch_IsInTheManifest_AndCheckedByTheBuild()
    {
        var consumer = packed.NewConsumer().AddApplication().Add("ZooKeeper.cs", Declaration);

        await consumer.BuildAsync();
        Assert.Contains("  minReadySeconds: 10\n", consumer.Read("bin/Debug/net10.0/kubernetes/zookeeper.yaml"), StringComparison.Ordinal);

        consumer.Add("ZooKeeper.cs", Declaration.Replace("minReadySeconds", "minReadySecond", StringComparison.Ordinal));
        var failed = await consumer.FailToBuildAsync("--no-restore");
        Assert.Contains("ZooKeeper.cs(9,11): error HF9009: ", failed, StringComparison.Ordinal);
        Assert.Contains("did you mean 'minReadySeconds'?", failed, StringComparison.Ordinal);
    }
}
