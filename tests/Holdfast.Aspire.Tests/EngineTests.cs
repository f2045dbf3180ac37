using Holdfast.Local;
using Microsoft.Extensions.Configuration;

namespace Holdfast.Aspire.Tests;

/// <summary>Which container engine runs applications that are images. How it is called, the tests of Holdfast.Local say.</summary>
public sealed class EngineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aspire-engine-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task WhereNoEngineIsInstalledTheErrorNamesTheContainerTheImageAndWhatToDo()
    {
        string message = (await Assert.ThrowsAsync<LocalClusterException>(() => FindAsync("/nowhere/docker"))).Message;

        Assert.Contains("Container \"shop\" of StatefulSet \"shop\" (the manifest) is the image shop:1", message, StringComparison.Ordinal);
        Assert.Contains("/nowhere/docker: it is not installed", message, StringComparison.Ordinal);
        Assert.Contains("Start Docker or Podman, or name a program", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEngineThatDoesNotAnswerIsQuoted() =>
        Assert.Contains("Is the daemon running?", (await Assert.ThrowsAsync<LocalClusterException>(() => FindAsync(Script("echo 'Is the daemon running?' >&2; exit 1")))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task AnEngineThatAnswersIsTaken()
    {
        string script = Script("exit 0");

        Assert.Equal(script, await FindAsync(script));
    }

    private static Task<string> FindAsync(string engine) => ContainerEngine.FindAsync(
        LocalApp.FromYaml(ShopApp.Manifest, ContainerEngine.Unknown),
        new ConfigurationBuilder().AddInMemoryCollection([new("ASPIRE_CONTAINER_RUNTIME", engine)]).Build(),
        Cancellation);

    private string Script(string text)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a shell script plays the engine");
        string path = Path.Combine(_folder.FullName, "engine");
        File.WriteAllText(path, $"#!/bin/sh\n{text}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }

        return path;
    }
}
