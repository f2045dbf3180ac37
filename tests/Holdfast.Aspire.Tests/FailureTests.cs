using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using LedgerApp = Holdfast.Samples.Ledger.Ledger;

namespace Holdfast.Aspire.Tests;

/// <summary>What cannot be run says why, and what waits for it fails as well.</summary>
public class FailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private sealed class NoProject : IProjectMetadata
    {
        public string ProjectPath => Path.Combine(Path.GetTempPath(), "Gone", "Gone.csproj");
    }

    [Fact]
    public async Task AProjectThatIsGoneFailsTheSet_AndWhatWaitsForIt()
    {
        IDistributedApplicationBuilder builder = ShopApp.Builder();
        IResourceBuilder<StatefulAppResource> ledger = builder.AddStatefulApp<LedgerApp, NoProject>();
        builder.AddStatefulApp(ShopApp.App()).WaitFor(ledger);
        await using DistributedApplication app = builder.Build();
        await app.StartAsync(Cancellation);

        await ShopApp.StateAsync(app, "ledger", KnownResourceStates.FailedToStart, Cancellation);
        await ShopApp.StateAsync(app, "shop", KnownResourceStates.FailedToStart, Cancellation);
        ExecuteCommandResult scaled = await app.ResourceCommands.ExecuteCommandAsync("ledger", "scale-up", Cancellation);
        Assert.False(scaled.Success);
        Assert.Contains("ledger does not run", scaled.Message, StringComparison.Ordinal);
        Assert.Contains("does not exist", await ShopApp.LogAsync(app, "ledger", "Gone.csproj", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnApplicationWithoutASetMayHaveOptionsForThem()
    {
        await using var host = new LocalClusterHost(appHost: null, environment: "Development");

        await host.OpenAsync(new ServiceCollection().BuildServiceProvider());
    }

    [Fact]
    public void APortThatTheSetDoesNotHaveIsAnError()
    {
        IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder();
        IResourceBuilder<StatefulAppResource> shop = builder.AddStatefulApp(ShopApp.App());
        IResourceBuilder<ExecutableResource> client = builder.AddExecutable("client", "client", ".");

        string message = Assert.Throws<ArgumentException>(() => client.WithPeerList("PEERS", shop, LedgerApp.Raft)).Message;

        Assert.Contains("has no port \"raft\"; it has http", message, StringComparison.Ordinal);
    }
}
