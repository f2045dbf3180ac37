using System.Collections.Concurrent;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Holdfast.Local;

namespace Holdfast.Aspire.Tests;

/// <summary>One application that most tests look at: a set, and a process that waits for it and writes what it is given.</summary>
public sealed class RunningShop : IAsyncLifetime
{
    private readonly CancellationTokenSource _end = new();

    internal DistributedApplication App { get; private set; } = null!;

    internal StatefulAppResource Shop { get; private set; } = null!;

    internal LocalSet Set => Shop.Running!;

    /// <summary>The states until all was ready.</summary>
    internal ConcurrentQueue<string> States { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        IDistributedApplicationBuilder builder = ShopApp.Builder();
        IResourceBuilder<StatefulAppResource> shop = builder
            .AddStatefulApp(ShopApp.App())
            .WithEnvironment("FLAVOUR", "vanilla");
        LocalCommand client = ShopApp.Command("env");
        builder.AddExecutable("client", client.FileName, ".", [.. client.Arguments])
            .WithReference(shop)
            .WithDeclaredAddresses(typeof(ShopApp.Front), shop)
            .WithPeerList("SHOP_PEERS", shop, ShopApp.Http)
            .WaitFor(shop);
        App = builder.Build();
        States = ShopApp.States(App, _end.Token);
        Shop = shop.Resource;
        await App.StartAsync();
        await ShopApp.StateAsync(App, "shop", KnownResourceStates.Running, CancellationToken.None);
        await ShopApp.StateAsync(App, "client", KnownResourceStates.Finished, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await App.DisposeAsync();
    }
}
