namespace Holdfast.Packaging.Tests;

/// <summary>"dotnet build -t:HoldfastShip" keeps the manifests of a release, and later builds compare with them.</summary>
public class ShippedTests(PackedHoldfast packed)
{
    private const string ByHand = """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: archive
        spec:
          accessModes: [ReadWriteOnce]
          resources:
            requests:
              storage: 20Gi

        """;

    [Fact]
    public async Task WhatWasShippedIsComparedWith()
    {
        Consumer consumer = packed.NewConsumer().AddApplication().Add("k8s/claim.yaml", ByHand).Add("Kafka.cs", Source.App("Kafka", "kafka"));
        string shipped = await consumer.BuildAsync("-t:HoldfastShip");
        Assert.Contains("-> Holdfast shipped 4 files in kubernetes.shipped/; later builds compare with them", shipped.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Equal(["by-hand", "kafka.yaml", "kustomization.yaml", "zookeeper.yaml"], consumer.Files("kubernetes.shipped"));
        Assert.Equal(consumer.Read("bin/Debug/net10.0/kubernetes/zookeeper.yaml"), consumer.Read("kubernetes.shipped/zookeeper.yaml"));
        Assert.Equal(ByHand, consumer.Read("kubernetes.shipped/by-hand/k8s/claim.yaml"));

        // Nothing has changed, and nothing is done twice.
        Assert.DoesNotContain("HF", await consumer.BuildAsync("--no-restore"), StringComparison.Ordinal);
        Assert.DoesNotContain("Task \"Csc\"", await consumer.BuildAsync("--no-restore", "-v:detailed"), StringComparison.Ordinal);

        // What shrinks, in C# and in YAML.
        consumer.Add("ZooKeeper.cs", Source.App("ZooKeeper", "zookeeper", size: "512Mi")).Add("k8s/claim.yaml", ByHand.Replace("20Gi", "10Gi", StringComparison.Ordinal));
        string failed = (await consumer.FailToBuildAsync("--no-restore")).Replace('\\', '/');
        Assert.Contains("ZooKeeper.cs(14,22): error HF4003: The claim template 'data' of 'zookeeper' requested 1Gi in the last release and requests 512Mi now", failed, StringComparison.Ordinal);
        Assert.Contains("k8s/claim.yaml(9,16): error HF4003: The PersistentVolumeClaim 'archive' requested 20Gi in the last release and requests 10Gi now", failed, StringComparison.Ordinal);

        // It is meant: the build that ships does not compare, and what is gone goes.
        consumer.Delete("Kafka.cs").Delete("k8s/claim.yaml").Add("k8s/other.yaml", ByHand.Replace("archive", "other", StringComparison.Ordinal));
        await consumer.BuildAsync("--no-restore", "-t:HoldfastShip");
        Assert.Equal(["by-hand", "kustomization.yaml", "zookeeper.yaml"], consumer.Files("kubernetes.shipped"));
        Assert.Equal(["other.yaml"], consumer.Files("kubernetes.shipped/by-hand/k8s"));
        Assert.Contains("storage: 512Mi", consumer.Read("kubernetes.shipped/zookeeper.yaml"), StringComparison.Ordinal);
        Assert.DoesNotContain("HF", await consumer.BuildAsync("--no-restore"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEnvironmentHasItsOwnFolder_WhichMayLieElsewhere_AndKeepsWhatOthersPutThere()
    {
        const string Staging = "[StatefulApp(\"zookeeper\", Replicas = 1, Environment = \"staging\")]\n";
        string source = Source.App("ZooKeeper", "zookeeper").Replace("[Container", Staging + "[Container", StringComparison.Ordinal);
        Consumer consumer = packed.NewConsumer()
            .AddApplication("<HoldfastShippedDirectory>the cluster/released</HoldfastShippedDirectory>")
            .Add("ZooKeeper.cs", source)
            .Add("the cluster/released/notes.yaml", "made: by hand\n");
        await consumer.BuildAsync("-t:HoldfastShip");
        await consumer.BuildAsync("--no-restore", "-t:HoldfastShip", "-p:HoldfastEnvironment=staging");
        Assert.Equal(["kustomization.yaml", "notes.yaml", "staging", "zookeeper.yaml"], consumer.Files("the cluster/released"));
        Assert.Contains("replicas: 3", consumer.Read("the cluster/released/zookeeper.yaml"), StringComparison.Ordinal);
        Assert.Contains("replicas: 1", consumer.Read("the cluster/released/staging/zookeeper.yaml"), StringComparison.Ordinal);

        consumer.Add("ZooKeeper.cs", source.Replace("Replicas = 1", "Replicas = 1, PodManagementPolicy = PodManagementPolicy.Parallel", StringComparison.Ordinal));
        Assert.Contains("error HF4001: PodManagementPolicy in [StatefulApp] of 'zookeeper'", await consumer.FailToBuildAsync("--no-restore"), StringComparison.Ordinal);
    }
}
