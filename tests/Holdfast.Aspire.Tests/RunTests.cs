using System.Net;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace Holdfast.Aspire.Tests;

/// <summary>A set that runs under Aspire: what its resources show, and what they give to others.</summary>
[Collection(nameof(RunningShop))]
public class RunTests(RunningShop shop)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void ReplicasStartInTheControllersOrder()
    {
        string[] states = [.. shop.States];

        int previous = -1;
        foreach (string state in new[] { "shop-0 Starting", "shop-0 Running", "shop-1 Starting", "shop-1 Running", "shop-2 Starting", "shop-2 Running", "shop Running" })
        {
            int found = Array.IndexOf(states, state);
            Assert.True(found > previous, $"{state} is out of order:\n{string.Join('\n', states)}");
            previous = found;
        }
    }

    [Fact]
    public void WhatRefersToASetWaitsUntilItIsReady()
    {
        string[] states = [.. shop.States];

        Assert.Contains("client Waiting", states);
        Assert.True(Array.IndexOf(states, "client Finished") > Array.IndexOf(states, "shop Running"), string.Join('\n', states));
    }

    [Fact]
    public async Task AReplicaHasWhatTheManifestAndTheAppHostGiveIt()
    {
        string environment = await ShopApp.AskAsync(shop.Set[1].EndPoint(ShopApp.Http), "/env", Cancellation);
        string[] variables = environment.Split('\n');

        Assert.Contains("POD_NAME=shop-1", variables);
        Assert.Contains("COLOUR=green", variables);
        Assert.Contains("FLAVOUR=vanilla", variables);
        Assert.Contains("OTEL_SERVICE_NAME=shop", variables);
        Assert.Contains("OTEL_RESOURCE_ATTRIBUTES=service.instance.id=1,k8s.pod.name=shop-1,k8s.statefulset.name=shop", variables);
        Assert.Contains(variables, variable => variable.StartsWith("OTEL_EXPORTER_OTLP_ENDPOINT=http", StringComparison.Ordinal));
        Assert.Contains(variables, variable => variable.StartsWith("ASPNETCORE_ENVIRONMENT=", StringComparison.Ordinal));
        Assert.Contains($"ASPNETCORE_URLS=http://{shop.Set[1].EndPoint(ShopApp.Http)}", variables);
    }

    [Fact]
    public async Task AReplicaShowsItsAddressItsClaimAndItsProcess()
    {
        CustomResourceSnapshot replica = await ShopApp.StateAsync(shop.App, "shop-1", KnownResourceStates.Running, Cancellation);

        UrlSnapshot url = Assert.Single(replica.Urls);
        Assert.Equal($"http://{shop.Set[1].EndPoint(ShopApp.Http)}", url.Url);
        Assert.False(url.IsInactive);
        Assert.Equal("Pod", replica.ResourceType);
        Assert.Equal("shop", Property(replica, "resource.parentName"));
        Assert.EndsWith("data-shop-1", (string)Property(replica, "Claim data")!, StringComparison.Ordinal);
        Assert.Equal(shop.Set[1].ProcessId, Property(replica, "Process"));
    }

    [Fact]
    public async Task EndpointsOfASetLeadToReplicasThatAreReady()
    {
        string name = await ShopApp.AskAsync(Address(shop.App.GetEndpoint("shop", "http")), "/name", Cancellation);
        string first = await ShopApp.AskAsync(Address(shop.App.GetEndpoint("shop-0", "http")), "/name", Cancellation);

        Assert.StartsWith("shop-", name, StringComparison.Ordinal);
        Assert.Equal("shop-0", first);
    }

    [Fact]
    public async Task WhatAReplicaWritesIsInItsLog()
    {
        string log = await ShopApp.LogAsync(shop.App, "shop-2", "listens on", Cancellation);

        Assert.Contains("shop-2 begins with", log, StringComparison.Ordinal);
        Assert.DoesNotContain("shop-1", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLogOfASetHasThePlanAndWhatHappens()
    {
        string log = await ShopApp.LogAsync(shop.App, "shop", "shop-2 starts", Cancellation);

        Assert.Contains("StatefulSet shop", log, StringComparison.Ordinal);
        Assert.Contains("shop-0 starts", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReferenceGivesTheAddressesOfTheSetAndOfEachReplica()
    {
        // The orchestrator writes to the log under the process's own name.
        ResourceEvent client = await shop.App.ResourceNotifications.WaitForResourceAsync("client", _ => true, Cancellation);
        string log = await ShopApp.LogAsync(shop.App, client.ResourceId, "no more variables", Cancellation);
        string[] variables = [.. log.Split('\n').Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..])];
        string[] replicas = [.. shop.Set.Set.Pods.Select(pod => shop.Set[pod.Ordinal].EndPoint(ShopApp.Http).ToString())];

        string service = Assert.Single(variables, variable => variable.StartsWith("services__shop__http__0=", StringComparison.Ordinal)).Split('=')[1];
        Assert.DoesNotContain(replicas, replica => service.EndsWith(replica, StringComparison.Ordinal));
        Assert.StartsWith("shop-", await ShopApp.AskAsync(Address(new Uri(service)), "/name", Cancellation), StringComparison.Ordinal);
        Assert.Contains($"SHOP_HTTP={service}", variables);
        Assert.Contains($"services__shop-1__http__0=http://{replicas[1]}", variables);
        Assert.Contains($"SHOP_URL={new UriBuilder(service) { Path = "/api" }.Uri.AbsoluteUri}", variables);
        Assert.Contains($"SHOP_FIRST={replicas[0]}", variables);
        Assert.DoesNotContain(variables, variable => variable.StartsWith("TITLE=", StringComparison.Ordinal));
        Assert.Contains($"SHOP_PEERS={string.Join(',', replicas)}", variables);
        Assert.Contains(variables, variable => variable.StartsWith("HOLDFAST_DNS=127.", StringComparison.Ordinal));
        Assert.Contains(variables, variable => variable.StartsWith("HOLDFAST_MEMBERS=", StringComparison.Ordinal) && variable.Contains(replicas[2], StringComparison.Ordinal));
    }

    private static IPEndPoint Address(Uri uri) => new(IPAddress.Parse(uri.Host), uri.Port);

    private static object? Property(CustomResourceSnapshot snapshot, string name) => snapshot.Properties.FirstOrDefault(property => property.Name == name)?.Value;
}

/// <summary>The application of these tests, started once.</summary>
[CollectionDefinition(nameof(RunningShop))]
public sealed class RunningShopTests : ICollectionFixture<RunningShop>;
