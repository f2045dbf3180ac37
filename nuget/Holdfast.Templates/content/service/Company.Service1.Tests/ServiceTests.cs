using System.Net;
using System.Net.Http.Json;
using Holdfast;
using Holdfast.Discovery;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Company.Service1.Tests;

public sealed class ServiceTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("demo-app-");

    [Fact]
    public async Task StateSurvivesARestart()
    {
        Assert.Equal(1, (await StartAndAskAsync()).Starts);
        Assert.Equal(2, (await StartAndAskAsync()).Starts);
    }

    [Fact]
    public async Task TheProcessIsAReplicaOfTheSet() =>
        Assert.Contains((await StartAndAskAsync()).Name, DemoApp.Pods.Select(pod => pod.Name));

    [Fact]
    public async Task TheOtherReplicasAreKnownByName()
    {
        await using WebApplicationFactory<DemoApp> service = NewService();
        IPeerDirectory<DemoApp> directory = service.Services.GetRequiredService<IPeerDirectory<DemoApp>>();

        Assert.Equal(DemoApp.Pods.Count - 1, directory.Seeds(DemoApp.Http).Count);
    }

    [Theory]
    [InlineData("/live")]
    [InlineData("/ready")]
    public async Task ProbesOfTheManifestAreAnswered(string path)
    {
        Assert.Contains($"path: {path}\n", DemoApp.Manifests.Yaml, StringComparison.Ordinal);

        await using WebApplicationFactory<DemoApp> service = NewService();
        using HttpClient client = service.CreateClient();
        using HttpResponseMessage response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    public void Dispose() => _data.Delete(recursive: true);

    private WebApplicationFactory<DemoApp> NewService() =>
        new WebApplicationFactory<DemoApp>().WithWebHostBuilder(host => host.UseSetting("DataDirectory", _data.FullName));

    private async Task<Answer> StartAndAskAsync()
    {
        await using WebApplicationFactory<DemoApp> service = NewService();
        using HttpClient client = service.CreateClient();
        Answer? answer = await client.GetFromJsonAsync<Answer>("/", TestContext.Current.CancellationToken);
        Assert.Equal(service.Services.GetRequiredService<PodIdentity>().Name, answer?.Name);
        return answer!;
    }

    private sealed record Answer(string Name, int Ordinal, int Starts);
}
