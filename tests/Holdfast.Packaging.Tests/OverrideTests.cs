using System.Diagnostics;
using System.Text.Json;

namespace Holdfast.Packaging.Tests;

/// <summary>MSBuild properties reach the manifest, also in a build that has nothing else to do.</summary>
public class OverrideTests(PackedHoldfast packed)
{
    private const string Manifest = "bin/Debug/net10.0/kubernetes/zookeeper.yaml";

    private const string WithoutImage = """
        using Holdfast;

        namespace Shop
        {
            [StatefulApp("zookeeper", Replicas = 3)]
            [StatefulApp("zookeeper", Replicas = 1, Environment = "staging")]
            public sealed partial class ZooKeeper
            {
            }
        }

        """;

    [Fact]
    public async Task Properties_TakeThePlaceOfAttributes()
    {
        var consumer = packed.NewConsumer().AddApplication();

        await consumer.BuildAsync("-p:HoldfastImageTag=2.0", "-p:HoldfastReplicas=zookeeper=5 ");
        Assert.Contains("image: zookeeper:2.0\n", consumer.Read(Manifest), StringComparison.Ordinal);
        Assert.Contains("  replicas: 5\n", consumer.Read(Manifest), StringComparison.Ordinal);

        // Nothing but a property differs, and it is written again.
        await consumer.BuildAsync("--no-restore", "-p:HoldfastNamespace=staging");
        Assert.Contains("image: zookeeper:1.0.0\n", consumer.Read(Manifest), StringComparison.Ordinal);
        Assert.Contains("  namespace: staging\n", consumer.Read(Manifest), StringComparison.Ordinal);

        var failed = await consumer.FailToBuildAsync("--no-restore", "-p:HoldfastReplicas=many");
        Assert.Contains("ZooKeeper.cs(6,18): error HF9017: ", failed, StringComparison.Ordinal);

        failed = await consumer.FailToBuildAsync("--no-restore", "-p:HoldfastKubernetesVersion=latest");
        Assert.Contains("error HF9017: The build property HoldfastKubernetesVersion is 'latest'", failed, StringComparison.Ordinal);

        // The project treats warnings as errors.
        failed = await consumer.FailToBuildAsync("--no-restore", "-p:HoldfastReplicas=zookeper=5");
        Assert.Contains("error HF9019: ", failed, StringComparison.Ordinal);
        Assert.Contains("did you mean 'zookeeper'?", failed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<AssemblyName>Shop.ZooKeeper</AssemblyName><ContainerImageTags>1.2;latest</ContainerImageTags>", "shop-zookeeper:1.2")]
    [InlineData("<ContainerRegistry>ghcr.io</ContainerRegistry><ContainerRepository>Shop/Zoo Keeper</ContainerRepository>", "ghcr.io/shop/zoo-keeper:latest")]
    public async Task WithoutAnImage_ItIsWhatPublishContainerMakes(string properties, string expected)
    {
        var consumer = packed.NewConsumer().AddApplication(properties).Add("ZooKeeper.cs", WithoutImage);

        // The tag "latest" gets its own warning.
        await consumer.BuildAsync("-p:HoldfastEnvironment=staging", "-p:TreatWarningsAsErrors=false");
        Assert.Contains($"image: {expected}\n", consumer.Read(Manifest), StringComparison.Ordinal);
        Assert.Contains("  replicas: 1\n", consumer.Read(Manifest), StringComparison.Ordinal);

        // What the SDK itself would push.
        var output = await consumer.DotnetAsync(
            "msbuild",
            "-nodeReuse:false",
            "-t:ComputeContainerConfig",
            "-getProperty:ContainerRegistry",
            "-getProperty:ContainerRepository",
            "-getItem:ContainerImageTags");
        using var config = JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]);
        var registry = config.RootElement.GetProperty("Properties").GetProperty("ContainerRegistry").GetString();
        var repository = config.RootElement.GetProperty("Properties").GetProperty("ContainerRepository").GetString();
        var tag = config.RootElement.GetProperty("Items").GetProperty("ContainerImageTags")[0].GetProperty("Identity").GetString();
        Assert.Equal(expected, (string.IsNullOrEmpty(registry) ? "" : registry + "/") + repository + ":" + tag);
    }

    [Fact]
    public async Task TheFolder_IsABaseForOverlays()
    {
        Assert.SkipUnless(HasKubectl(), "kubectl is not on this machine.");
        var consumer = packed.NewConsumer().AddApplication().Add(
            "overlays/staging/kustomization.yaml",
            """
            resources: [../../bin/Debug/net10.0/kubernetes]
            namespace: staging
            images: [{name: zookeeper, newName: mirror.example.com/zookeeper, newTag: "2.0"}]
            replicas: [{name: zookeeper, count: 7}]
            patches:
              - patch: |
                  kind: StatefulSet
                  apiVersion: apps/v1
                  metadata: {name: zookeeper}
                  spec: {minReadySeconds: 11}
            """);
        await consumer.BuildAsync();

        using var kubectl = Process.Start(new ProcessStartInfo("kubectl", ["kustomize", consumer["overlays/staging"]]) { RedirectStandardOutput = true })!;
        var objects = await kubectl.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await kubectl.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, kubectl.ExitCode);
        Assert.Contains("  namespace: staging\n", objects, StringComparison.Ordinal);
        Assert.Contains("image: mirror.example.com/zookeeper:2.0\n", objects, StringComparison.Ordinal);
        Assert.Contains("  replicas: 7\n", objects, StringComparison.Ordinal);
        Assert.Contains("  minReadySeconds: 11\n", objects, StringComparison.Ordinal);
        Assert.Contains("  serviceName: zookeeper\n", objects, StringComparison.Ordinal);
    }

    private static bool HasKubectl() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(static folder => File.Exists(Path.Combine(folder, "kubectl")) || File.Exists(Path.Combine(folder, "kubectl.exe")));
}
