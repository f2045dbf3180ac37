namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>More replicas than are written out one by one.</summary>
public class ManyMembersTests
{
    [Fact]
    public void CodeKnowsAsManyAsTheManifest()
    {
        EmittedManifest manifest = EmittedManifest.Of("Shop.Orders", """
            using Holdfast;

            namespace Shop;

            [StatefulApp("orders", Replicas = 10_001)]
            [Container("orders:1.0")]
            public sealed partial class Orders
            {
                [Port(8080)]
                public static partial ServicePort Http { get; }
            }
            """);
        PodSet pods = manifest.Member<PodSet>("Pods");
        Assert.Equal(manifest.StatefulSet.Spec.Replicas, pods.Count);
        Assert.Equal("orders-10000", pods.Last.Name);
    }
}
