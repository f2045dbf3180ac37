using System.IO.Compression;
using Holdfast.Packaging.Tests;
using Holdfast.Tests.Shared;

[assembly: AssemblyFixture(typeof(PackedHoldfast))]

namespace Holdfast.Packaging.Tests;

/// <summary>
/// The package as a user gets it: packed once for all tests, into a feed that holds nothing else, with a version that no
/// cache has seen. Everything is in a temporary folder with a space in its name, outside of the repository and of its
/// Directory.Build files.
/// </summary>
public sealed class PackedHoldfast : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("holdfast packaging ");
    private readonly DirectoryInfo _sources = Directory.CreateTempSubdirectory("holdfast sources ");

    public string Version { get; } = $"0.0.1-test.{DateTime.UtcNow:yyyyMMddHHmmss}.{Environment.ProcessId}";

    /// <summary>Another version, newer than the first, for a test that packs it.</summary>
    public string NextVersion => Version.Replace("0.0.1", "0.0.2", StringComparison.Ordinal);

    public string Feed => Path.Combine(_root.FullName, "feed");

    public string Package => Path.Combine(Feed, $"Holdfast.{Version}.nupkg");

    public string SymbolPackage => Path.Combine(Feed, $"Holdfast.{Version}.snupkg");

    /// <summary>The folder with the package's files.</summary>
    public string Unpacked => Path.Combine(_root.FullName, "unpacked");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Feed);

        await PackAsync("Holdfast");
        ZipFile.ExtractToDirectory(Package, Unpacked);

        // The settings of the machine and of the repository end here.
        WriteShared("Directory.Build.props", "<Project />\n");
        WriteShared("Directory.Build.targets", "<Project />\n");
        WriteShared("Directory.Packages.props", "<Project />\n");
        WriteShared("global.json", await File.ReadAllTextAsync(Path.Combine(RepositoryPaths.Root, "global.json")));
        WriteShared(
            "nuget.config",
            """
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <packageSources>
                <clear />
                <add key="packed" value="feed" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
              </fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <summary>Packs the project of that name in the folder nuget, into the feed unless told otherwise.</summary>
    // In a copy of its own, so that this is the pack of a fresh clone and disturbs no other that runs at the same time.
    public async Task PackAsync(string package, string? version = null, string? output = null)
    {
        string copy = Path.Combine(_sources.FullName, Guid.NewGuid().ToString("N")[..8], "my clone");
        RepositoryCopy.To(copy);
        await Dotnet.RunAsync(
            copy,
            "pack",
            Path.Combine("nuget", package, package + ".Package.csproj"),
            "-o",
            output ?? Feed,
            "-nodeReuse:false",
            $"-p:Version={version ?? Version}");
    }

    /// <summary>A folder for one test.</summary>
    public Consumer NewConsumer(string name = "my app") =>
        new(this, _root.CreateSubdirectory(Path.Combine(Guid.NewGuid().ToString("N")[..8], name)).FullName);

    public ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        _sources.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private void WriteShared(string file, string text) => File.WriteAllText(Path.Combine(_root.FullName, file), text);
}
