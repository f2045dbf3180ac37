namespace Holdfast.Packaging.Tests;

/// <summary>A project as old as the package supports: for .NET 8, nothing of what newer templates switch on, the oldest compiler.</summary>
public class OlderConsumerTests(PackedHoldfast packed)
{
    private const string Output = "bin/Debug/net8.0/kubernetes";

    [Fact]
    public async Task Net8_NeedsNoMoreThanALanguageVersion()
    {
        // The SDK asks for one of them, the one that the library itself is compiled with.
        foreach (string version in OtherPackages.Versions("Microsoft.NETCore.App.Ref").Where(static version => version.StartsWith("8.", StringComparison.Ordinal)))
        {
            OtherPackages.Offer("Microsoft.NETCore.App.Ref", version, packed.Feed);
        }

        OtherPackages.Offer("Microsoft.Net.Compilers.Toolset", "4.14.0", packed.Feed);
        Consumer consumer = packed.NewConsumer().AddApplication(
            """
            <TargetFramework>net8.0</TargetFramework>
            <ImplicitUsings>disable</ImplicitUsings>
            <Nullable>disable</Nullable>
            <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
            """,
            """<PackageReference Include="Microsoft.Net.Compilers.Toolset" Version="4.14.0" Condition="'$(Oldest)' == 'true'" />""")
            .Add("Program.cs", "static class Program { static void Main() { System.Console.WriteLine(Shop.ZooKeeper.Manifests.Yaml); } }\n");

        // C# 12, the version of .NET 8: reported as what it is, and no errors in generated files.
        string old = await consumer.FailToBuildAsync();
        Assert.Contains("error HF9005: 'ZooKeeper' is compiled as C# 12.0, which has no partial properties, ", old, StringComparison.Ordinal);
        Assert.DoesNotContain(".g.cs(", old, StringComparison.Ordinal);
        Assert.False(Directory.Exists(consumer[Output]));

        await consumer.BuildAsync("--no-restore", "-p:LangVersion=13");
        Assert.Equal(["README.md", "kustomization.yaml", "zookeeper.yaml"], consumer.Files(Output));
        string manifest = consumer.Read($"{Output}/zookeeper.yaml");

        // The SDK would put its own compiler in the place of one from a package that is older than this property.
        string oldest = await consumer.BuildAsync("-p:LangVersion=13", "-p:Oldest=true", "-p:RoslynCompilerType=Custom", "-p:UseSharedCompilation=false", "-t:Rebuild", "-v:detailed");
        Assert.Contains("microsoft.net.compilers.toolset/4.14.0/tasks/netcore/bincore/csc.dll", oldest, StringComparison.Ordinal);
        Assert.Equal(manifest, consumer.Read($"{Output}/zookeeper.yaml"));
    }
}
