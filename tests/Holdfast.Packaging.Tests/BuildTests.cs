using Holdfast.Tests.Shared;

namespace Holdfast.Packaging.Tests;

[HomeOf("HF9108")]
public class BuildTests(PackedHoldfast packed)
{
    private const string Output = "bin/Debug/net10.0/kubernetes";

    [Fact]
    public async Task Build_WritesTheManifests_AndASecondBuildTouchesNothing()
    {
        var consumer = packed.NewConsumer().AddApplication();

        // An editor's build, which wants to know and not to have.
        await consumer.BuildAsync("-p:DesignTimeBuild=true");
        Assert.False(Directory.Exists(consumer[Output]));

        var first = await consumer.BuildAsync("--no-restore");

        Assert.Equal(["README.md", "kustomization.yaml", "zookeeper.yaml"], consumer.Files(Output));
        Assert.Contains("replicas: 3", consumer.Read($"{Output}/zookeeper.yaml"), StringComparison.Ordinal);
        Assert.Equal(
            """
            # Written by Holdfast for App; the next build overwrites changes.
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources:
              - zookeeper.yaml

            """.ReplaceLineEndings("\n"),
            consumer.Read($"{Output}/kustomization.yaml"));
        Assert.Contains($"-> Holdfast wrote zookeeper.yaml; apply with: kubectl apply -k {Output}", first, StringComparison.Ordinal);

        var before = consumer.Times();
        var second = await consumer.BuildAsync("-v:detailed");

        Assert.Equal(before, consumer.Times());
        Assert.DoesNotContain("Task \"Csc\"", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Task \"WriteManifests\"", second, StringComparison.Ordinal);
        Assert.Contains("Skipping target \"HoldfastWriteManifests\"", second, StringComparison.Ordinal);
        Assert.DoesNotContain("-> Holdfast ", second, StringComparison.Ordinal);

        // The search above is worth something only if the log would have said so.
        consumer.Add("ZooKeeper.cs", Source.App("ZooKeeper", "zookeeper", replicas: 5));
        var third = await consumer.BuildAsync("-v:detailed", "--no-restore");
        Assert.Contains("Task \"Csc\"", third, StringComparison.Ordinal);
        Assert.Contains("Task \"WriteManifests\"", third, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edits_ChangeOnlyWhatTheyConcern()
    {
        var consumer = packed.NewConsumer().AddApplication().Add("Kafka.cs", Source.App("Kafka", "kafka"));
        await consumer.BuildAsync();
        var before = consumer.Times();

        consumer.Add("ZooKeeper.cs", Source.App("ZooKeeper", "zookeeper", replicas: 5));
        var edited = await consumer.BuildAsync("--no-restore");

        var after = consumer.Times();
        Assert.Contains("-> Holdfast wrote zookeeper.yaml; ", edited, StringComparison.Ordinal);
        Assert.Contains("replicas: 5", consumer.Read($"{Output}/zookeeper.yaml"), StringComparison.Ordinal);
        Assert.Equal(before[consumer[$"{Output}/kafka.yaml"]], after[consumer[$"{Output}/kafka.yaml"]]);
        Assert.Equal(before[consumer[$"{Output}/kustomization.yaml"]], after[consumer[$"{Output}/kustomization.yaml"]]);

        // A change that concerns no manifest compiles, and touches no manifest.
        consumer.Add("Other.cs", "class Other { }\n");
        var unrelated = await consumer.BuildAsync("--no-restore");
        Assert.DoesNotContain("-> Holdfast ", unrelated, StringComparison.Ordinal);
        Assert.Equal(after[consumer[$"{Output}/zookeeper.yaml"]], consumer.Times()[consumer[$"{Output}/zookeeper.yaml"]]);

        consumer.Delete("Kafka.cs");
        await consumer.BuildAsync("--no-restore");
        Assert.Equal(["README.md", "kustomization.yaml", "zookeeper.yaml"], consumer.Files(Output));
        Assert.DoesNotContain("kafka", consumer.Read($"{Output}/kustomization.yaml"), StringComparison.Ordinal);

        consumer.Delete("ZooKeeper.cs").Add("Program.cs", "System.Console.WriteLine();\n");
        await consumer.BuildAsync("--no-restore");
        Assert.False(Directory.Exists(consumer[Output]));
    }

    [Fact]
    public async Task DeletedManifest_IsWrittenAgain_AndForeignFilesStay()
    {
        var consumer = packed.NewConsumer().AddApplication();
        await consumer.BuildAsync();

        consumer.Delete($"{Output}/zookeeper.yaml").Add($"{Output}/mine.yaml", "kind: Namespace\n");
        await consumer.BuildAsync("--no-restore");
        Assert.Equal(["README.md", "kustomization.yaml", "mine.yaml", "zookeeper.yaml"], consumer.Files(Output));

        // Edited, and then no longer declared: what MSBuild lists as its own it would delete, unless it is told every time.
        consumer.Add($"{Output}/zookeeper.yaml", "kind: Mine\n").Delete("ZooKeeper.cs").Add("Program.cs", "System.Console.WriteLine();\n");
        Assert.Contains("App.csproj : error HF9106: ", await consumer.FailToBuildAsync("--no-restore", "-warnaserror"), StringComparison.Ordinal);
        Assert.Contains("App.csproj : error HF9106: ", await consumer.FailToBuildAsync("--no-restore", "-warnaserror"), StringComparison.Ordinal);
        var kept = await consumer.BuildAsync("--no-restore");
        Assert.Contains("App.csproj : warning HF9106: ", kept, StringComparison.Ordinal);
        await consumer.BuildAsync("--no-restore");
        await consumer.BuildAsync("--no-restore");
        Assert.Equal("kind: Mine\n", consumer.Read($"{Output}/zookeeper.yaml"));
        Assert.Equal(["mine.yaml", "zookeeper.yaml"], consumer.Files(Output));
    }

    [Fact]
    public async Task Clean_RemovesEverything()
    {
        var consumer = packed.NewConsumer().AddApplication();
        await consumer.BuildAsync("-c", "Release");
        Assert.Equal(["README.md", "kustomization.yaml", "zookeeper.yaml"], consumer.Files("bin/Release/net10.0/kubernetes"));

        await consumer.DotnetAsync("clean", "-c", "Release", "-nodeReuse:false");

        Assert.Empty(Directory.GetFiles(consumer["bin"], "*", SearchOption.AllDirectories));
        Assert.False(Directory.Exists(consumer["bin/Release/net10.0/kubernetes"]));
        Assert.Empty(Directory.GetFiles(consumer["obj"], "holdfast.*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Disabled_WritesNothing_AndTheCompilerKnows()
    {
        var consumer = packed.NewConsumer().AddApplication();
        await consumer.BuildAsync();

        var disabled = await consumer.BuildAsync("--no-restore", "-p:HoldfastEnabled=false", "-v:detailed");

        Assert.Empty(consumer.Files(Output));
        Assert.DoesNotContain("Task \"WriteManifests\"", disabled, StringComparison.Ordinal);
        Assert.Contains(
            "build_property.HoldfastEnabled = false",
            consumer.Read("obj/Debug/net10.0/App.GeneratedMSBuildEditorConfig.editorconfig"),
            StringComparison.Ordinal);

        await consumer.BuildAsync("--no-restore");
        Assert.Equal(["README.md", "kustomization.yaml", "zookeeper.yaml"], consumer.Files(Output));
    }

    [Fact]
    public async Task Folder_CanBeChosen_AndMoved()
    {
        var consumer = packed.NewConsumer().AddApplication("<HoldfastManifestsDirectory>deploy/k8s</HoldfastManifestsDirectory>");

        var first = await consumer.BuildAsync();
        Assert.Equal(["README.md", "kustomization.yaml", "zookeeper.yaml"], consumer.Files("deploy/k8s"));
        Assert.False(Directory.Exists(consumer[Output]));
        Assert.Contains("kubectl apply -k deploy/k8s", first, StringComparison.Ordinal);

        var elsewhere = Path.Combine(Path.GetDirectoryName(consumer.Path)!, "else where");
        var second = await consumer.BuildAsync("--no-restore", $"-p:HoldfastManifestsDirectory={elsewhere}");
        Assert.False(Directory.Exists(consumer["deploy/k8s"]));
        Assert.True(File.Exists(Path.Combine(elsewhere, "zookeeper.yaml")));
        Assert.Contains($"kubectl apply -k \"{elsewhere}\"", second, StringComparison.Ordinal);

        // Outside of bin and obj, where MSBuild itself cleans nothing.
        await consumer.DotnetAsync("clean", "-nodeReuse:false");
        Assert.False(Directory.Exists(elsewhere));
    }

    [Fact]
    public async Task TypedNames_AreThereAtRunTime()
    {
        var consumer = packed.NewConsumer().AddApplication().Add(
            "Program.cs",
            """
            using Holdfast;
            using Shop;
            System.Console.WriteLine(string.Join(' ', ZooKeeper.Pods[2].HostName, ZooKeeper.Client.On(ZooKeeper.Pods[0]), ZooKeeper.Client.SrvName, ZooKeeper.Data.ClaimName(ZooKeeper.Pods.First), PodIdentity.Current<ZooKeeper>()));
            """);

        // The logger of interactive builds shows one line of a project's output, and this is it.
        var built = await consumer.BuildAsync("-tl:on");
        Assert.Contains($"Holdfast wrote zookeeper.yaml; apply with: kubectl apply -k {Output}", built, StringComparison.Ordinal);

        var output = await consumer.DotnetAsync("exec", "bin/Debug/net10.0/App.dll");

        Assert.Contains("zookeeper-2.zookeeper Unspecified/zookeeper-0.zookeeper:2181 _client._tcp.zookeeper data-zookeeper-0 zookeeper-1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_FailTheBuildAtTheirPlace()
    {
        var consumer = packed.NewConsumer().AddApplication().Add("ZooKeeper.cs", Source.App("ZooKeeper", "zookeeper", size: "10GB"));

        var failed = await consumer.FailToBuildAsync();

        Assert.Contains("ZooKeeper.cs(14,22): error HF3008: '10GB' is not a quantity, so the API server refuses the StatefulSet; write '10Gi'", failed, StringComparison.Ordinal);
        Assert.False(Directory.Exists(consumer[Output]));
    }

    [Fact]
    public async Task Errors_PointAtTheProject()
    {
        var consumer = packed.NewConsumer().AddApplication().Add("Other.cs", Source.App("OtherKeeper", "zookeeper"));

        // That they take each other's pods is its own warning, and this project would stop at it.
        const string Warn = "-p:TreatWarningsAsErrors=false";
        var failed = await consumer.FailToBuildAsync(Warn);

        Assert.Contains("App.csproj : error HF9101: ", failed, StringComparison.Ordinal);
        Assert.Contains("Shop.ZooKeeper", failed, StringComparison.Ordinal);
        Assert.Contains("Shop.OtherKeeper", failed, StringComparison.Ordinal);
        Assert.False(Directory.Exists(consumer[Output]));

        // A failed build is not up to date.
        Assert.Contains("error HF9101: ", await consumer.FailToBuildAsync("--no-restore"), StringComparison.Ordinal);

        var tooOld = await consumer.FailToBuildAsync("--no-restore", Warn, "-p:CompilerApiVersion=roslyn4.8", "-t:Rebuild");
        Assert.Contains("App.csproj : error HF9108: Holdfast needs the C# compiler 4.14 or later", tooOld, StringComparison.Ordinal);
    }
}
