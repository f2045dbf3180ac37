namespace Holdfast.Packaging.Tests;

/// <summary>Files of the project reach the generator, and a change of theirs the manifests.</summary>
public class ConfigFileTests(PackedHoldfast packed)
{
    private const string Output = "bin/Debug/net10.0/kubernetes";

    private const string Declaration = """
        using Holdfast;

        namespace Shop
        {
            [StatefulApp("zookeeper", Replicas = 3)]
            [Container("zookeeper:3.9.4")]
            [ConfigFile("/conf/zoo.cfg", File = "conf/zoo.cfg")]
            [ConfigMapEntry("motd", ConfigMap = "texts", File = "Texts/motd.txt")]
            public sealed partial class ZooKeeper
            {
            }
        }

        """;

    [Fact]
    public async Task Files_AreInTheManifest_AndAnEditRewritesIt()
    {
        Consumer consumer = NewConsumer();
        await consumer.BuildAsync();
        string first = consumer.Read($"{Output}/zookeeper.yaml");
        Assert.Contains("tickTime=2000\n", first, StringComparison.Ordinal);
        Assert.Contains("motd: ", first, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", first, StringComparison.Ordinal);

        // Nothing to do.
        SortedDictionary<string, DateTime> before = consumer.Times();
        string second = await consumer.BuildAsync("--no-restore", "-v:detailed");
        Assert.Equal(before, consumer.Times());
        Assert.DoesNotContain("Task \"Csc\"", second, StringComparison.Ordinal);

        // Another text, another manifest, and other pods.
        consumer.Add("conf/zoo.cfg", "tickTime=3000\n");
        string third = await consumer.BuildAsync("--no-restore");
        Assert.Contains("-> Holdfast wrote zookeeper.yaml; ", third, StringComparison.Ordinal);
        string edited = consumer.Read($"{Output}/zookeeper.yaml");
        Assert.Contains("tickTime=3000\n", edited, StringComparison.Ordinal);
        Assert.NotEqual(Hash(first), Hash(edited));

        // The line ends of another system make the same manifest.
        DateTime written = consumer.Times()[consumer[$"{Output}/zookeeper.yaml"]];
        consumer.Add("conf/zoo.cfg", "tickTime=3000\r\n");
        await consumer.BuildAsync("--no-restore");
        Assert.Equal(edited, consumer.Read($"{Output}/zookeeper.yaml"));
        Assert.Equal(written, consumer.Times()[consumer[$"{Output}/zookeeper.yaml"]]);
    }

    [Fact]
    public async Task AFileThatIsNotListed_FailsTheBuildAtItsPlace()
    {
        Consumer consumer = NewConsumer().Add("ZooKeeper.cs", Declaration.Replace("conf/zoo.cfg\")]", "conf/zo.cfg\")]", StringComparison.Ordinal));
        string failed = await consumer.FailToBuildAsync();
        Assert.Contains("ZooKeeper.cs(7,41): error HF9020: 'conf/zo.cfg' is not a file that the project passes to Holdfast, ", failed, StringComparison.Ordinal);
        Assert.Contains("write 'conf/zoo.cfg', or add <HoldfastConfigFile Include=\"conf/zo.cfg\" /> to the project file", failed, StringComparison.Ordinal);

        // Binary, and not one of the kinds that other tools compile.
        consumer.Add("ZooKeeper.cs", Declaration).Add("Texts/motd.txt", "a\0b");
        Assert.Contains("ZooKeeper.cs(8,57): error HF9021: ", await consumer.FailToBuildAsync("--no-restore"), StringComparison.Ordinal);
    }

    /// <summary>The compiler hands over texts alone, so the build encodes the bytes; an edit of them is one of the manifest.</summary>
    [Fact]
    public async Task BinaryFiles_AreInTheManifest_AndAnEditRewritesIt()
    {
        Consumer consumer = packed.NewConsumer()
            .AddApplication(items: "<HoldfastConfigFile Include=\"conf/**\" /><HoldfastConfigFile Update=\"conf/key.txt\" Binary=\"true\" />")
            .Add("ZooKeeper.cs", Declaration.Replace("[ConfigMapEntry(\"motd\", ConfigMap = \"texts\", File = \"Texts/motd.txt\")]", "[ConfigFile(\"/key\", File = \"conf/key.txt\")]", StringComparison.Ordinal))
            .Add("conf/zoo.cfg", "tickTime=2000\n")
            .Add("conf/key.txt", "a\0b");
        await consumer.BuildAsync();
        Assert.Contains("binaryData:\n  key: YQBi\n", consumer.Read($"{Output}/zookeeper.yaml"), StringComparison.Ordinal);

        string second = await consumer.BuildAsync("--no-restore", "-v:detailed");
        Assert.DoesNotContain("Task \"Csc\"", second, StringComparison.Ordinal);

        consumer.Add("conf/key.txt", "a\0c");
        await consumer.BuildAsync("--no-restore");
        Assert.Contains("binaryData:\n  key: YQBj\n", consumer.Read($"{Output}/zookeeper.yaml"), StringComparison.Ordinal);
    }

    private static string Hash(string yaml) => yaml.Split('\n').Single(line => line.Contains("holdfast.dev/config-hash", StringComparison.Ordinal));

    private Consumer NewConsumer() => packed.NewConsumer()
        .AddApplication(items: "<HoldfastConfigFile Include=\"conf/**\" /><EmbeddedResource Include=\"Texts/*.txt\" />")
        .Add("ZooKeeper.cs", Declaration)
        .Add("conf/zoo.cfg", "tickTime=2000\r\ninitLimit=5\r\n")
        .Add("Texts/motd.txt", "Welcome.\n");
}
