namespace Holdfast.Packaging.Tests;

public class ReferenceTests(PackedHoldfast packed)
{
    private const string AppOutput = "App/bin/Debug/net10.0/kubernetes";
    private const string LibraryOutput = "Library/bin/Debug/net10.0/kubernetes";

    [Fact]
    public async Task LibraryInTheSolution_WritesItsOwn_UnlessTheApplicationAsksForIt()
    {
        var consumer = packed.NewConsumer("my solution");
        AddLibrary(consumer);
        AddApplication(consumer, "<ProjectReference Include=\"../Library/Library.csproj\" />");

        await consumer.BuildAsync("App");
        Assert.Equal(["README.md", "kustomization.yaml", "zookeeper.yaml"], consumer.Files(AppOutput));
        Assert.Equal(["README.md", "kafka.yaml", "kustomization.yaml"], consumer.Files(LibraryOutput));

        var included = await consumer.BuildAsync("App", "--no-restore", "-p:HoldfastIncludeReferences=true");
        Assert.Equal(["README.md", "kafka.yaml", "kustomization.yaml", "zookeeper.yaml"], consumer.Files(AppOutput));
        Assert.Contains($"wrote kafka.yaml; apply with: kubectl apply -k {AppOutput}", included, StringComparison.Ordinal);

        // Only the library changes.
        consumer.Add("Library/Kafka.cs", Source.App("Kafka", "kafka", replicas: 5));
        await consumer.BuildAsync("App", "--no-restore", "-p:HoldfastIncludeReferences=true");
        Assert.Contains("replicas: 5", consumer.Read($"{AppOutput}/kafka.yaml"), StringComparison.Ordinal);

        await consumer.BuildAsync("App", "--no-restore");
        Assert.Equal(["README.md", "kustomization.yaml", "zookeeper.yaml"], consumer.Files(AppOutput));
    }

    [Fact]
    public async Task LibraryInAPackage_IsIncludedOnRequest_AndRunsNothingInItsConsumers()
    {
        var consumer = packed.NewConsumer("my packages");
        AddLibrary(consumer, "<PackageId>Shop.Library</PackageId><Version>1.0.0-test</Version>");
        await consumer.DotnetAsync("pack", "Library", "-o", packed.Feed, "-nodeReuse:false");
        const string Reference = "<PackageReference Include=\"Shop.Library\" Version=\"1.0.0-test\" />";

        AddApplication(consumer, Reference);
        await consumer.BuildAsync("App", "-p:HoldfastIncludeReferences=true");
        Assert.Equal(["README.md", "kafka.yaml", "kustomization.yaml", "zookeeper.yaml"], consumer.Files(AppOutput));

        // Holdfast comes along with the library here, and may do nothing but offer its names.
        consumer
            .Add("Indirect/Indirect.csproj", Source.Project(Consumer.Exe, Reference))
            .Add("Indirect/Program.cs", "System.Console.WriteLine(Shop.Kafka.Manifests.Yaml);\n");
        var indirect = await consumer.BuildAsync("Indirect", "-v:detailed", "-p:HoldfastIncludeReferences=true");
        Assert.DoesNotContain("HoldfastWriteManifests", indirect, StringComparison.Ordinal);
        Assert.False(Directory.Exists(consumer["Indirect/bin/Debug/net10.0/kubernetes"]));
        Assert.Contains(
            "build_property.HoldfastEnabled",
            consumer.Read("Indirect/obj/Debug/net10.0/Indirect.GeneratedMSBuildEditorConfig.editorconfig"),
            StringComparison.Ordinal);
    }

    private static void AddLibrary(Consumer consumer, string properties = "") => consumer
        .Add("Library/Library.csproj", Source.Project(properties, consumer.PackageReference))
        .Add("Library/Kafka.cs", Source.App("Kafka", "kafka"));

    private static void AddApplication(Consumer consumer, string reference) => consumer
        .Add("App/App.csproj", Source.Project(Consumer.Exe, consumer.PackageReference + reference))
        .Add("App/Program.cs", "System.Console.WriteLine(Shop.Kafka.Manifests.Yaml);\n")
        .Add("App/ZooKeeper.cs", Source.App("ZooKeeper", "zookeeper"));
}
