namespace Holdfast.Packaging.Tests;

public class MultiTargetTests(PackedHoldfast packed)
{
    // The platform needs no reference pack, so two frameworks build where only one can be restored.
    private const string TwoFrameworks =
        """
        <TargetFramework />
        <TargetFrameworks>
          net10.0;
          net10.0-windows
        </TargetFrameworks>
        <EnableWindowsTargeting>true</EnableWindowsTargeting>
        <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
        """;

    [Fact]
    public async Task DefaultFolder_IsBelowEachOutputFolder()
    {
        var consumer = packed.NewConsumer().AddApplication(TwoFrameworks);

        await consumer.BuildAsync();

        Assert.Equal(["README.md", "kustomization.yaml", "zookeeper.yaml"], consumer.Files("bin/Debug/net10.0/kubernetes"));
        Assert.Equal(["README.md", "kustomization.yaml", "zookeeper.yaml"], consumer.Files("bin/Debug/net10.0-windows/kubernetes"));
    }

    [Fact]
    public async Task ChosenFolder_IsWrittenByTheFirstFramework()
    {
        var consumer = packed.NewConsumer().AddApplication(TwoFrameworks + "<HoldfastManifestsDirectory>deploy</HoldfastManifestsDirectory>");

        await consumer.BuildAsync();

        Assert.Equal(["README.md", "kustomization.yaml", "zookeeper.yaml"], consumer.Files("deploy"));
        Assert.True(File.Exists(consumer["obj/Debug/net10.0/holdfast.manifests.txt"]));
        Assert.False(File.Exists(consumer["obj/Debug/net10.0-windows/holdfast.manifests.txt"]));
        Assert.False(Directory.Exists(consumer["bin/Debug/net10.0-windows/kubernetes"]));
    }
}
