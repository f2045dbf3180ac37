using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>What MSBuild properties put in the place of attributes, in the manifest and in code.</summary>
public class OverrideTests
{
    private const string Orders = """
        using Holdfast;
        [StatefulApp("orders", Replicas = 3, Namespace = "shop")]
        [Container("registry.example.com:5000/team/orders:1.0")]
        public sealed partial class Orders
        {
            [Port(8080)] public static partial ServicePort Http { get; }
            [VolumeClaim("1Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
            [VolumeClaim("1Gi", MountPath = "/log", StorageClass = "slow")] public static partial ClaimTemplate Log { get; }
            [PeerList] public static partial string Peers { get; }
            [Sidecar("shipper:2.0")] partial class Shipper
            {
                [VolumeClaim("1Gi", MountPath = "/buffer")] public static partial ClaimTemplate Buffer { get; }
            }
        }
        """;

    private const string NoImage = """
        using Holdfast;
        [StatefulApp("orders")]
        public sealed partial class Orders { }
        """;

    [Fact]
    public void ReplicasAndNamespace_CountInCodeToo()
    {
        EmittedManifest app = Orders_With(("HoldfastReplicas", "5"), ("HoldfastNamespace", "staging"));
        Assert.Equal(5, app.StatefulSet.Spec.Replicas);
        Assert.Equal("staging", app.StatefulSet.Metadata.NamespaceProperty);
        Assert.Equal("staging", app.Service("orders").Metadata.NamespaceProperty);
        string peers = app.Member<string>("Peers");
        Assert.Equal(5, peers.Split(',').Length);
        Assert.Contains("orders-4.orders.staging", peers, StringComparison.Ordinal);
        Assert.Equal(5, app.Member<PodSet>("Pods").Count);
    }

    /// <summary>Plans are for one version: the newest that the project names, and the newest released one where all to come are named.</summary>
    [Theory]
    [InlineData("1.37", "1.37")]
    [InlineData("1.35.2", "1.35.2")]
    [InlineData("1.33-1.35", "1.35")]
    [InlineData("1.33..", "1.37")]
    [InlineData("1.40..", "1.40")]
    [InlineData("latest", null)]
    [InlineData("", null)]
    public void KubernetesVersion_IsThatOfScalePlans(string value, string? expected)
    {
        StatefulSetInfo set = Orders_With(("HoldfastKubernetesVersion", value)).Member<PodSet>("Pods").Set;
        Assert.Equal(expected, set.Kubernetes?.ToString());
    }

    [Fact]
    public void StorageClass_IsThatOfEveryClaim()
    {
        EmittedManifest app = Orders_With(("HoldfastStorageClass", "fast-ssd"));
        Assert.Equal(["fast-ssd", "fast-ssd", "fast-ssd"], app.StatefulSet.Spec.VolumeClaimTemplates.Select(claim => claim.Spec.StorageClassName));
    }

    [Theory]
    [InlineData("HoldfastImage", "other:2", "other:2", "shipper:2.0")]
    [InlineData("HoldfastImageTag", "1.1", "registry.example.com:5000/team/orders:1.1", "shipper:2.0")]
    [InlineData("HoldfastImageTag", Digest, "registry.example.com:5000/team/orders@" + Digest, "shipper:2.0")]
    [InlineData("HoldfastImageRegistry", "mirror.local/cache", "mirror.local/cache/team/orders:1.0", "mirror.local/cache/shipper:2.0")]
    public void Images(string property, string value, string own, string sidecar)
    {
        EmittedManifest app = Orders_With((property, value));
        Assert.Equal(own, app.Container.Image);
        Assert.Equal(sidecar, app.StatefulSet.Spec.Template.Spec.InitContainers.Single().Image);
    }

    [Fact]
    public void ImageTagAndRegistry_Together()
    {
        EmittedManifest app = Orders_With(("HoldfastImage", "orders@" + Digest), ("HoldfastImageTag", "2"), ("HoldfastImageRegistry", "reg:5000"));
        Assert.Equal("reg:5000/orders:2", app.Container.Image);
    }

    [Theory]
    [InlineData("orders=5,ledger=7", 5)]
    [InlineData("ledger=7 orders=4", 4)]
    [InlineData("ledger=7", 3)]
    [InlineData("", 3)]
    [InlineData(" 6 ", 6)]
    public void AValueForEachApplication(string replicas, int expected) =>
        Assert.Equal(expected, Orders_With(("HoldfastReplicas", replicas)).StatefulSet.Spec.Replicas);

    [Theory]
    [InlineData("HoldfastReplicas", "many")]
    [InlineData("HoldfastReplicas", "-1")]
    [InlineData("HoldfastReplicas", "99999999999")]
    [InlineData("HoldfastNamespace", "Shop_1")]
    [InlineData("HoldfastStorageClass", "Fast Disks!")]
    [InlineData("HoldfastImage", "https://example.com/orders")]
    [InlineData("HoldfastImageTag", "a b")]
    [InlineData("HoldfastImageRegistry", "https://mirror")]
    public async Task AWrongValue_IsSaid_AndChangesNothing(string property, string value)
    {
        Assert.Equal(EmittedManifest.Of("Orders", Orders).Yaml, Orders_With((property, value)).Yaml);
        await RuleTest.VerifyAsync(
            new Dictionary<string, string> { [property] = value },
            Orders.Replace("\"orders\"", "{|HF9017:\"orders\"|}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Shop.Orders", "ContainerImageTag", "1.2", "shop-orders:1.2")]
    [InlineData("shop.orders", "ContainerImageTag", "1.2", "shop.orders:1.2")]
    [InlineData("Orders", "_HoldfastFirstContainerImageTag", "7", "orders:7")]
    [InlineData("Orders", "ContainerRepository", "team/shop", "team/shop:latest")]
    [InlineData("Orders", "ContainerRepository", "Team A/My App", "team-a/my-app:latest")]
    [InlineData("Orders", "ContainerImageName", "old", "old:latest")]
    [InlineData("Orders", "PublishImageTag", "9", "orders:9")]
    public void WithoutAnImage_ItIsTheOneThatTheProjectPublishes(string assembly, string property, string value, string image)
    {
        var properties = new Dictionary<string, string> { ["AssemblyName"] = assembly, [property] = value };
        Assert.Equal(image, EmittedManifest.Of("Orders", properties, NoImage).Container.Image);

        properties["ContainerRegistry"] = "ghcr.io";
        string withArguments = NoImage.Replace("[StatefulApp", "[Container(Args = new[] { \"serve\" })] [StatefulApp", StringComparison.Ordinal);
        EmittedManifest app = EmittedManifest.Of("Orders", properties, withArguments);
        Assert.Equal("ghcr.io/" + image, app.Container.Image);
        Assert.Equal(["serve"], app.Container.Args);
        Assert.Equal("orders", app.Container.Name);

        // An image of one's own stays.
        Assert.Equal("registry.example.com:5000/team/orders:1.0", EmittedManifest.Of("Orders", properties, Orders).Container.Image);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("ContainerRegistry", "ghcr.io")]
    [InlineData("ContainerRepository", "_x")]
    public async Task WithoutAnyImage_ItIsSaid(string property, string value)
    {
        var properties = new Dictionary<string, string> { ["AssemblyName"] = "Orders" };
        if (property.Length > 0)
        {
            properties[property] = value;
        }

        await RuleTest.VerifyAsync(properties, NoImage.Replace("class Orders", "class {|HF9006:Orders|}", StringComparison.Ordinal));
        await RuleTest.VerifyAsync(properties, NoImage.Replace("class Orders", "class {|HF9006:Orders|}", StringComparison.Ordinal)
            .Replace("[StatefulApp", "[Container] [StatefulApp", StringComparison.Ordinal));
    }

    [Fact]
    public Task WithAnImageOfTheProject_NothingIsSaid() => RuleTest.VerifyAsync(
        new Dictionary<string, string> { ["AssemblyName"] = "Orders", ["ContainerImageTag"] = "1" },
        NoImage);

    private const string Digest = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static EmittedManifest Orders_With(params (string Name, string Value)[] properties) => EmittedManifest.Of(
        "Orders",
        properties.ToDictionary(static property => property.Name, static property => property.Value),
        Orders);
}
