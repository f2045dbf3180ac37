using k8s;
using k8s.Models;
using Microsoft.Extensions.Logging.Abstractions;

namespace Company.Operator1.Tests;

public sealed class ReconcilerTests
{
    [Fact]
    public void TheResourceDecides()
    {
        V1StatefulSet set = Reconciler.Desired(Resource(new DemoAppSpec { Replicas = 5, Image = "registry.example/demo-app:2.0.0" })).OfType<V1StatefulSet>().Single();

        Assert.Equal(5, set.Spec.Replicas);
        Assert.Equal("registry.example/demo-app:2.0.0", set.Spec.Template.Spec.Containers[0].Image);
    }

    [Fact]
    public void WhatItLeavesOutIsAsDeclared()
    {
        V1StatefulSet set = Reconciler.Desired(Resource(new DemoAppSpec())).OfType<V1StatefulSet>().Single();

        Assert.Equal(DemoApp.Pods.Count, set.Spec.Replicas);
        Assert.Equal("registry.example/demo-app:1.0.0", set.Spec.Template.Spec.Containers[0].Image);
    }

    [Fact]
    public void EveryObjectIsOwnedByTheResource() => Assert.All(Reconciler.Desired(Resource(new DemoAppSpec())), static item =>
    {
        Assert.Equal("shop", item.Metadata.NamespaceProperty);
        Assert.Equal("42", Assert.Single(item.Metadata.OwnerReferences).Uid);
    });

    [Fact]
    public async Task EveryObjectIsApplied()
    {
        using var server = new FakeApiServer(Resource(new DemoAppSpec()));

        await ReconcileAsync(server);

        Assert.Equal(DemoApp.Manifests.All.Count, server.Applied.Count);
        Assert.Contains("/apis/apps/v1/namespaces/shop/statefulsets/demo-app?fieldManager=demo-app-operator&force=true", server.Applied);
    }

    [Fact]
    public async Task AResourceThatIsBeingDeletedIsLeftAlone()
    {
        DemoAppResource resource = Resource(new DemoAppSpec());
        resource.Metadata.DeletionTimestamp = DateTime.UtcNow;
        using var server = new FakeApiServer(resource);

        await ReconcileAsync(server);

        Assert.Empty(server.Applied);
    }

    [Fact]
    public async Task OneThatFailsDoesNotKeepTheOthersWaiting()
    {
        using var server = new FakeApiServer(Resource(new DemoAppSpec(), "broken"), Resource(new DemoAppSpec())) { Refused = "broken" };

        await ReconcileAsync(server);

        Assert.Equal(DemoApp.Manifests.All.Count, server.Applied.Count);
    }

    private static async Task ReconcileAsync(FakeApiServer server)
    {
        using IKubernetes client = server.NewClient();
        using var worker = new Worker(new Reconciler(client), NullLogger<Worker>.Instance);
        await worker.ReconcileAllAsync(TestContext.Current.CancellationToken);
    }

    private static DemoAppResource Resource(DemoAppSpec spec, string space = "shop") => new()
    {
        Metadata = new V1ObjectMeta { Name = "mine", NamespaceProperty = space, Uid = "42" },
        Spec = spec,
    };
}
