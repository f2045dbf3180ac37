using System.Collections.Immutable;
using Holdfast.Tests.Shared;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>Files of the project and entries in code become ConfigMaps.</summary>
public class ConfigMapTests
{
    private const string HashAnnotation = "holdfast.dev/config-hash";

    [Fact]
    public void FilesBecomeEntriesThatAreMounted()
    {
        EmittedManifest manifest = Manifest(
            """
            [ConfigFile("/etc/nats/nats.conf", File = "conf/nats.conf")]
            [ConfigFile("/etc/nats/my auth", File = @".\conf\auth")]
            [ConfigFile("/other/nats.conf", File = "other/nats.conf")]
            """,
            """
            [Sidecar("s:1")] [ConfigFile("/side/run.sh", File = "run.sh")] [ConfigFile("/etc/nats/nats.conf", File = "conf/nats.conf")] static partial class Side { }
            """,
            new("conf/nats.conf", "port: 4222\r\nhttp: 8222\r\n"),
            new("conf/auth", "{}"),
            new("other/nats.conf", "other"),
            new("run.sh", "#!/bin/sh\n"));
        V1ConfigMap map = manifest.Objects.OfType<V1ConfigMap>().Single();
        Assert.Equal("a-config", map.Metadata.Name);
        Assert.Equal(
            [("my-auth", "{}"), ("nats.conf", "port: 4222\nhttp: 8222\n"), ("other-nats.conf", "other"), ("run.sh", "#!/bin/sh\n")],
            Entries(map));
        Assert.Equal(
            [("/etc/nats/nats.conf", "nats.conf"), ("/etc/nats/my auth", "my-auth"), ("/other/nats.conf", "other-nats.conf")],
            manifest.Container.VolumeMounts.Select(mount => (mount.MountPath, mount.SubPath)));
        V1PodSpec pod = manifest.StatefulSet.Spec.Template.Spec;
        Assert.Equal([("/side/run.sh", "run.sh"), ("/etc/nats/nats.conf", "nats.conf")], pod.InitContainers.Single().VolumeMounts.Select(mount => (mount.MountPath, mount.SubPath)));
        Assert.Equal([("config-files", "a-config")], pod.Volumes.Select(volume => (volume.Name, volume.ConfigMap.Name)));
    }

    [Fact]
    public void EntriesMakeConfigMaps()
    {
        EmittedManifest manifest = Manifest(
            """
            [ConfigMapEntry("jvm.heap", "1G", ConfigMap = "zk-cm")]
            [ConfigMapEntry("mode", "on")]
            [ConfigMapEntry("zoo.cfg", ConfigMap = "zk-cm", File = "zoo.cfg")]
            [Env("ZK_HEAP_SIZE", ConfigMap = "zk-cm", Key = "jvm.heap")]
            [EnvFrom(ConfigMap = "a-config")]
            [Label("tier", "data")]
            """,
            """
            [ConfigFile("/etc/a.txt")] const string Text = "line\r\n";
            [ConfigMapVolume("zk-cm", MountPath = "/conf")] public static partial Volume Files { get; }
            [Sidecar("s:1")] [ConfigMapEntry("tick", "2000", ConfigMap = "zk-cm")] static partial class Side { }
            """,
            new ProjectText("zoo.cfg", "tickTime=2000"));
        Assert.Equal(["a-config", "zk-cm"], manifest.Objects.OfType<V1ConfigMap>().Select(map => map.Metadata.Name));
        Assert.Equal([("a.txt", "line\n"), ("mode", "on")], Entries(Map(manifest, "a-config")));
        Assert.Equal([("jvm.heap", "1G"), ("tick", "2000"), ("zoo.cfg", "tickTime=2000")], Entries(Map(manifest, "zk-cm")));
        Assert.Equal("data", Map(manifest, "zk-cm").Metadata.Labels["tier"]);
        Assert.Equal(["config-files", "files"], manifest.StatefulSet.Spec.Template.Spec.Volumes.Select(volume => volume.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EntriesAloneMountNothing()
    {
        EmittedManifest manifest = Manifest("[ConfigMapEntry(\"a\", \"b\")]", "");
        Assert.Equal([("a", "b")], Entries(Map(manifest, "a-config")));
        Assert.Null(manifest.StatefulSet.Spec.Template.Spec.Volumes);
        Assert.Null(manifest.Container.VolumeMounts);
    }

    [Fact]
    public void AChangeOfAnyTextRollsThePods()
    {
        const string Attributes = """
            [ConfigFile("/a.txt", File = "a.txt")]
            [ConfigMapEntry("b", "1", ConfigMap = "other")]
            [ConfigMapEntry("c", File = "c.txt")]
            """;
        string hash = Hash(Attributes, "a", "c");
        Assert.Matches("^[0-9a-f]{16}$", hash);
        Assert.Equal(hash, Hash(Attributes, "a", "c"));
        string[] changed =
        [
            Hash(Attributes, "A", "c"),
            Hash(Attributes, "a", "C"),
            Hash(Attributes.Replace("\"1\"", "\"2\"", StringComparison.Ordinal), "a", "c"),
            Hash(Attributes.Replace("\"b\"", "\"B\"", StringComparison.Ordinal), "a", "c"),
            Hash(Attributes.Replace("\"other\"", "\"another\"", StringComparison.Ordinal), "a", "c"),
        ];
        Assert.Equal(6, changed.Append(hash).Distinct().Count());

        // The same text with the line ends of another system is the same text.
        Assert.Equal(Hash(Attributes, "a\nb\n", "c"), Hash(Attributes, "a\r\nb\r\n", "c"));
    }

    [Fact]
    public void KeysOfManyFilesOfOneNameDiffer()
    {
        EmittedManifest manifest = Manifest(
            "",
            """
            [ConfigFile("/a/x.conf")] const string Top = "1";
            [Sidecar("s:1")] static partial class First { [ConfigFile("/b/x.conf")] const string Conf = "2"; }
            [Sidecar("s:1")] static partial class Second { [ConfigFile("/c/x.conf")] const string Conf = "3"; }
            """);
        Assert.Equal([("conf-x.conf", "2"), ("conf2-x.conf", "3"), ("x.conf", "1")], Entries(Map(manifest, "a-config")));
    }

    [Fact]
    public void AnEntryKeepsItsKeyBesideAFile()
    {
        EmittedManifest manifest = Manifest("[ConfigMapEntry(\"x.conf\", \"1\", ConfigMap = \"a-config\")]", "[ConfigFile(\"/a/x.conf\")] const string Conf = \"2\";");
        Assert.Equal([("conf-x.conf", "2"), ("x.conf", "1")], Entries(Map(manifest, "a-config")));
        Assert.Equal("conf-x.conf", manifest.Container.VolumeMounts.Single().SubPath);
    }

    [Fact]
    public void OneConstantCanBeSeveralFiles()
    {
        EmittedManifest manifest = Manifest("", "[ConfigFile(\"/a.txt\")] [ConfigFile(\"/b.txt\")] const string Text = \"x\";");
        Assert.Equal([("/a.txt", "a.txt"), ("/b.txt", "b.txt")], manifest.Container.VolumeMounts.Select(mount => (mount.MountPath, mount.SubPath)));
    }

    private static string Hash(string attributes, string first, string second) =>
        Manifest(attributes, "", new ProjectText("a.txt", first), new ProjectText("c.txt", second)).StatefulSet.Spec.Template.Metadata.Annotations[HashAnnotation];

    private static V1ConfigMap Map(EmittedManifest manifest, string name) => manifest.Objects.OfType<V1ConfigMap>().Single(map => map.Metadata.Name == name);

    private static IEnumerable<(string Key, string Value)> Entries(V1ConfigMap map) =>
        map.Data.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value));

    private static EmittedManifest Manifest(string attributes, string members, params ImmutableArray<ProjectText> files) => EmittedManifest.Of("A", files, $$"""
        using Holdfast;
        [StatefulApp("a")]
        [Container("a:1")]
        {{attributes}}
        partial class A
        {
            {{members}}
        }
        """);
}
