using Holdfast;

namespace Company.Manifests1.Tests;

public sealed class ManifestTests
{
    /// <summary>Renaming the set or its claim template loses the volumes of what runs.</summary>
    [Fact]
    public void NamesOfVolumesStayTheSame() => Assert.Equal(
        ["data-demo-app-0", "data-demo-app-1", "data-demo-app-2"],
        DemoApp.Pods.Select(pod => DemoApp.Data.ClaimName(pod)));

    [Fact]
    public void EveryReplicaIsInTheListOfPeers() => Assert.Equal(
        DemoApp.Pods.Select(pod => $"{pod.HostName}:{DemoApp.Main.Number}"),
        DemoApp.Peers.Split(','));

    [Fact]
    public void ManifestsHaveTheImage() =>
        Assert.Contains("image: registry.example/demo-app:1.0.0\n", DemoApp.Manifests.Yaml, StringComparison.Ordinal);
}
