using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Xml.Linq;
using Holdfast.Tests.Shared;

namespace Holdfast.Packaging.Tests;

/// <summary>
/// The command as a user gets it: packed, installed with the SDK and run as a process. The gate runs it with the native package of this
/// platform, which needs a linker; without <see cref="Thorough.IsWanted"/> it is the one for every platform.
/// </summary>
[Trait("Category", Thorough.Category)]
public class ToolPackageTests(PackedHoldfast packed)
{
    private const string Set = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: orders
        spec:
          serviceName: orders
          replicas: 3
          selector:
            matchLabels: {app: orders}
          template:
            metadata:
              labels: {app: orders}
            spec:
              terminationGracePeriod: 30
              containers:
              - name: orders
                image: registry.example/orders:1.0

        """;

    [Fact]
    public async Task TheInstalledCommand_Runs()
    {
        string platform = Thorough.IsWanted ? RuntimeInformation.RuntimeIdentifier : "any";

        // The package that names the others names this one alone, so that the SDK looks for no other.
        await packed.PackAsync("Holdfast.Tool", properties: $"-p:ToolPackageRuntimeIdentifiers={platform}");
        await packed.PackAsync("Holdfast.Tool", properties: ["-r", platform]);
        Assert.True(File.Exists(Path.Combine(packed.Feed, $"Holdfast.Tool.{platform}.{packed.Version}.nupkg")), $"There is no package for {platform}.");

        Consumer folder = packed.NewConsumer("manifests").Add("k8s/orders.yaml", Set);
        await folder.DotnetAsync("tool", "install", "Holdfast.Tool", "--version", packed.Version, "--tool-path", "tools", "--source", packed.Feed);
        string command = folder[OperatingSystem.IsWindows() ? "tools/holdfast.exe" : "tools/holdfast"];

        Assert.Equal((0, packed.Version + "\n"), await RunAsync(folder, command, "--version"));
        (int code, string found) = await RunAsync(folder, command, "lint", "k8s");
        Assert.Equal(1, code);
        Assert.Contains("k8s/orders.yaml(14,7): error HF9009: ", found, StringComparison.Ordinal);

        // Rules, pages and the table of fields are all inside.
        Assert.Equal(0, (await RunAsync(folder, command, "explain", "HF9009")).Code);
        Assert.Contains("HF1001", (await RunAsync(folder, command, "rules")).Output, StringComparison.Ordinal);
        Assert.StartsWith("<svg ", (await RunAsync(folder, command, "graph", "k8s", "--format", "svg")).Output, StringComparison.Ordinal);

        // A build draws with it, again where a type is gone, and not where nothing changed.
        const string Graph = "bin/Debug/net10.0/kubernetes/graph.md";
        Consumer app = packed.NewConsumer().AddApplication($"<HoldfastGraph>true</HoldfastGraph><HoldfastToolCommand>{command}</HoldfastToolCommand>").Add("Kafka.cs", Source.App("Kafka", "kafka"));
        await app.BuildAsync();
        Assert.Contains("StatefulSet kafka", app.Read(Graph), StringComparison.Ordinal);
        DateTime drawn = File.GetLastWriteTimeUtc(app[Graph]);
        await app.BuildAsync("--no-restore");
        Assert.Equal(drawn, File.GetLastWriteTimeUtc(app[Graph]));
        app.Delete("Kafka.cs");
        await app.BuildAsync("--no-restore");
        Assert.DoesNotContain("kafka", app.Read(Graph), StringComparison.Ordinal);
        Assert.Contains("StatefulSet zookeeper", app.Read(Graph), StringComparison.Ordinal);
    }

    /// <summary>What is inside of the program is listed, with its version, since no file shows it.</summary>
    [Fact]
    public void TheNoticesNameEachPackage()
    {
        string notices = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "nuget/Holdfast.Tool/THIRD-PARTY-NOTICES.txt"));
        Dictionary<string, string> versions = XDocument.Load(Path.Combine(RepositoryPaths.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(static package => package.Attribute("Include")!.Value, static package => package.Attribute("Version")!.Value);
        string[] packages = [.. XDocument.Load(Path.Combine(RepositoryPaths.Root, "src/Holdfast.Tool/Program.props")).Descendants("PackageReference").Select(static package => package.Attribute("Include")!.Value)];

        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.Contains($"\n{package} {versions[package]} ", notices, StringComparison.Ordinal));
    }

    private static async Task<(int Code, string Output)> RunAsync(Consumer folder, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = folder.Path, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
