using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Holdfast.Local;
using LedgerApp = Holdfast.Samples.Ledger.Ledger;

namespace Holdfast.Aspire.Tests;

/// <summary>What Aspire publishes of an application with a set.</summary>
public sealed class PublishTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aspire-publish-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("publish-manifest")]
    [InlineData("publish")]
    public async Task TheManifestsAreWrittenBesideAspiresOutput_AndTheSetIsNotWrittenTwice(string step)
    {
        IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder(
            ["--operation", "publish", "--step", step, "--output-path", _folder.FullName]);
        IResourceBuilder<StatefulAppResource> ledger = builder.AddStatefulApp<LedgerApp>(LocalCommand.Dotnet("Ledger.dll"));
        IResourceBuilder<StatefulAppResource> shop = builder.AddStatefulManifest(ShopApp.Manifest);
        builder.AddExecutable("client", "client", ".").WithDeclaredAddresses(typeof(ShopApp.Front), shop).WithReference(ledger).WithPeerList("PEERS", ledger, LedgerApp.Raft).WaitFor(ledger);
        await using DistributedApplication app = builder.Build();

        await app.RunAsync(Cancellation);

        string folder = Path.Combine(_folder.FullName, "kubernetes");
        Assert.Equal(LedgerApp.Manifests.Yaml, await File.ReadAllTextAsync(Path.Combine(folder, "ledger.yaml"), Cancellation));
        Assert.Contains("  - ledger.yaml\n", await File.ReadAllTextAsync(Path.Combine(folder, "kustomization.yaml"), Cancellation), StringComparison.Ordinal);
        if (step == "publish")
        {
            return;
        }

        using JsonDocument manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "aspire-manifest.json"), Cancellation));
        JsonProperty resource = Assert.Single(manifest.RootElement.GetProperty("resources").EnumerateObject());
        Assert.Equal("client", resource.Name);
        JsonElement variables = resource.Value.GetProperty("env");
        Assert.Equal("http://ledger-client:8080", variables.GetProperty("services__ledger__http__0").GetString());
        Assert.Equal("http://ledger-1.ledger:8080", variables.GetProperty("services__ledger-1__http__0").GetString());
        Assert.Equal("ledger-0.ledger:3262,ledger-1.ledger:3262,ledger-2.ledger:3262", variables.GetProperty("PEERS").GetString());
        Assert.Equal("http://shop-client/api", variables.GetProperty("SHOP_URL").GetString());
        Assert.False(variables.TryGetProperty("TITLE", out _));
        Assert.False(variables.TryGetProperty("HOLDFAST_DNS", out _));
    }
}
