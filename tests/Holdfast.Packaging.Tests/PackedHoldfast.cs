using System.IO.Compression;
using Holdfast.Packaging.Tests;
using Holdfast.Tests.Shared;

[assembly: AssemblyFixture(typeof(PackedHoldfast))]
[assembly: Trait("Category", "Package")]

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

    /// <summary>One pack at a time, since all of them build in one clone.</summary>
    private readonly SemaphoreSlim _packing = new(1);

    /// <summary>What is in the feed already, for tests that need the same package.</summary>
    private readonly HashSet<(string Package, string? Version, string Properties)> _done = [];

    private string Clone => Path.Combine(_sources.FullName, "my clone");

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

        // One compiler for all builds of these tests, as on a developer's machine. Its name keeps it apart from those of other builds.
        Dotnet.CompilerServer = Guid.NewGuid().ToString("N");
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

    /// <summary>Packs another package, or another version of one, into the feed, once for all tests.</summary>
    /// <param name="package">The package.</param>
    /// <param name="version">Its version; null for that of all.</param>
    /// <param name="properties">Further arguments of <c>dotnet pack</c>, such as the platform of a package that has one for each.</param>
    public async Task PackAsync(string package, string? version = null, params string[] properties)
    {
        await _packing.WaitAsync();
        try
        {
            if (!_done.Add((package, version, string.Join(" ", properties))))
            {
                return;
            }

            await PackAsync(Clone, package, version, null, properties);
        }
        finally
        {
            _packing.Release();
        }
    }

    /// <summary>Packs in a clone that nothing was built in before.</summary>
    public Task PackInFreshCloneAsync(string output) => PackAsync(Path.Combine(_sources.FullName, "another", "your clone"), "Holdfast", output: output);

    private async Task PackAsync(string clone, string package, string? version = null, string? output = null, params string[] properties)
    {
        if (!Directory.Exists(clone))
        {
            RepositoryCopy.To(clone);
        }

        await Dotnet.RunAsync(
            clone,
            [
                "pack",
                Path.Combine("nuget", package, package + ".Package.csproj"),
                "-o",
                output ?? Feed,
                "-nodeReuse:false",
                $"-p:Version={version ?? Version}",

                // The analyzers have nothing new to report: the solution's build asks them.
                "-p:RunAnalyzers=false",
                "-p:EnforceCodeStyleInBuild=false",
                .. properties,
            ]);
    }

    /// <summary>A folder for one test.</summary>
    public Consumer NewConsumer(string name = "my app") =>
        new(this, _root.CreateSubdirectory(Path.Combine(Guid.NewGuid().ToString("N")[..8], name)).FullName);

    public async ValueTask DisposeAsync()
    {
        // It goes away by itself too, after ten minutes without work.
        await Dotnet.RunAsync(_root.FullName, Path.Combine(OtherPackages.Setting("SdkCompiler"), "VBCSCompiler.dll"), "-shutdown", "-pipename:" + Dotnet.CompilerServer);
        _packing.Dispose();
        _root.Delete(recursive: true);
        _sources.Delete(recursive: true);
    }

    private void WriteShared(string file, string text) => File.WriteAllText(Path.Combine(_root.FullName, file), text);
}
