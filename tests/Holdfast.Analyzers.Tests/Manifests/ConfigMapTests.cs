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

    [Fact]
    public void AFileWithPermissions_ListsAllFilesInTheVolume()
    {
        EmittedManifest manifest = Manifest("", """
            [ConfigFile("/bin/run.sh", Mode = 493)] const string Run = "#!/bin/sh\n";
            [ConfigFile("/etc/node", Mode = 256, Braces = 1)] const string Node = "{ordinal}";
            [ConfigFile("/etc/a.txt")] const string Text = "a";
            """);
        V1ConfigMapVolumeSource volume = manifest.StatefulSet.Spec.Template.Spec.Volumes.Single().ConfigMap;
        Assert.Equal(
            [("run.sh", "run.sh", 493), ("a-0.node", "a-0.node", 256), ("a.txt", "a.txt", null)],
            volume.Items.Select(item => (item.Key, item.Path, item.Mode)));
        Assert.Null(volume.DefaultMode);
    }

    [Fact]
    public void ABinaryFile_IsInBinaryData()
    {
        EmittedManifest manifest = Manifest(
            "[ConfigFile(\"/etc/logo.png\", File = \"logo.png\")] [ConfigMapEntry(\"key\", ConfigMap = \"keys\", File = \"key.bin\")] [ConfigMapEntry(\"a\", \"b\")]",
            "",
            new ProjectText("logo.png", Convert.ToBase64String([0, 255, 1])) { IsBinary = true },
            new ProjectText("key.bin", Convert.ToBase64String([7])) { IsBinary = true });
        V1ConfigMap own = Map(manifest, "a-config");
        Assert.Equal([("a", "b")], Entries(own));
        Assert.Equal([0, 255, 1], Assert.Single(own.BinaryData, entry => entry.Key == "logo.png").Value);
        Assert.Null(Map(manifest, "keys").Data);
        Assert.Equal([7], Map(manifest, "keys").BinaryData["key"]);
        Assert.Equal("logo.png", manifest.Container.VolumeMounts.Single().SubPath);
        Assert.NotEqual(BinaryHash([1]), BinaryHash([2]));
    }

    [Fact]
    public void AnImmutableConfigMap_HasItsContentInItsName()
    {
        const string Attributes = """
            [ConfigMapEntry("a", "1", ConfigMap = "shared", Immutable = true)]
            [ConfigMapEntry("b", "2", ConfigMap = "shared")]
            [ConfigMapEntry("c", "3", ConfigMap = "other")]
            [Env("A", ConfigMap = "shared", Key = "a")]
            [Env("C", ConfigMap = "other", Key = "c")]
            [EnvFrom(ConfigMap = "shared")]
            """;
        const string Members = """
            [ConfigFile("/a", Immutable = true)] const string Text = "x";
            [ConfigMapVolume("shared", MountPath = "/shared")] public static partial Volume Shared { get; }
            [ProjectedVolume(MountPath = "/all")] [ProjectedConfigMap("shared")] [ProjectedSecret("shared")] public static partial Volume All { get; }
            [Sidecar("s:1")] [EnvFrom(ConfigMap = "a-config")] static partial class Side { }
            """;
        EmittedManifest manifest = Manifest(Attributes, Members);
        V1ConfigMap[] maps = [.. manifest.Objects.OfType<V1ConfigMap>()];
        Assert.Equal([true, null, true], maps.Select(map => map.Immutable));
        string own = maps[0].Metadata.Name;
        string shared = maps[2].Metadata.Name;
        Assert.Matches("^a-config-[0-9a-f]{16}$", own);
        Assert.Matches("^shared-[0-9a-f]{16}$", shared);
        Assert.Equal("other", maps[1].Metadata.Name);
        V1PodSpec pod = manifest.StatefulSet.Spec.Template.Spec;
        Assert.Equal(shared, manifest.Container.Env.Single(variable => variable.Name == "A").ValueFrom.ConfigMapKeyRef.Name);
        Assert.Equal("other", manifest.Container.Env.Single(variable => variable.Name == "C").ValueFrom.ConfigMapKeyRef.Name);
        Assert.Equal(shared, manifest.Container.EnvFrom.Single().ConfigMapRef.Name);
        Assert.Equal(own, pod.InitContainers.Single().EnvFrom.Single().ConfigMapRef.Name);
        Assert.Equal(own, pod.Volumes.Single(volume => volume.Name == "config-files").ConfigMap.Name);
        Assert.Equal(shared, pod.Volumes.Single(volume => volume.Name == "shared").ConfigMap.Name);
        IList<V1VolumeProjection> sources = pod.Volumes.Single(volume => volume.Name == "all").Projected.Sources;
        Assert.Equal([shared, "shared"], sources.Select(source => source.ConfigMap?.Name ?? source.Secret.Name));

        // The same content has the same name, and another one another; the names of code stay.
        Assert.Equal(own, Manifest(Attributes, Members).Objects.OfType<V1ConfigMap>().First().Metadata.Name);
        EmittedManifest changed = Manifest(Attributes.Replace("\"2\"", "\"4\"", StringComparison.Ordinal), Members);
        Assert.Equal(own, changed.Objects.OfType<V1ConfigMap>().First().Metadata.Name);
        Assert.NotEqual(shared, changed.Objects.OfType<V1ConfigMap>().Last().Metadata.Name);
        Assert.NotNull(changed.Type.GetNestedType("Manifests")!.GetMember("SharedConfigMap").SingleOrDefault());
    }

    private static string BinaryHash(byte[] bytes) => Manifest("[ConfigFile(\"/a\", File = \"a\")]", "", new ProjectText("a", Convert.ToBase64String(bytes)) { IsBinary = true })
        .StatefulSet.Spec.Template.Metadata.Annotations[HashAnnotation];

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
