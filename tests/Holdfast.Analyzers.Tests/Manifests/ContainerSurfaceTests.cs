using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>What a container can say: environment, volumes, files, hooks, probes, resources, further containers.</summary>
public class ContainerSurfaceTests
{
    [Fact]
    public void Environment()
    {
        V1Container container = Container("""
            [Env("CPU", Resource = "limits.cpu", Divisor = "1m")]
            [Env("MODE", ConfigMap = "settings", Key = "mode", Optional = true)]
            [Env("PASSWORD", Secret = "credentials", Key = "password")]
            [EnvFrom(ConfigMap = "all", Prefix = "A_")]
            [EnvFrom(Secret = "more", Optional = true)]
            """);
        Dictionary<string, V1EnvVarSource> sources = container.Env.ToDictionary(variable => variable.Name, variable => variable.ValueFrom);
        Assert.Equal(("limits.cpu", "1m"), (sources["CPU"].ResourceFieldRef.Resource, sources["CPU"].ResourceFieldRef.Divisor.ToString()));
        Assert.Equal(("settings", "mode", true), (sources["MODE"].ConfigMapKeyRef.Name, sources["MODE"].ConfigMapKeyRef.Key, sources["MODE"].ConfigMapKeyRef.Optional));
        Assert.Equal(("credentials", "password", null), (sources["PASSWORD"].SecretKeyRef.Name, sources["PASSWORD"].SecretKeyRef.Key, sources["PASSWORD"].SecretKeyRef.Optional));
        Assert.Equal(("all", "A_", null), (container.EnvFrom[0].ConfigMapRef.Name, container.EnvFrom[0].Prefix, container.EnvFrom[0].SecretRef?.Name));
        Assert.Equal(("more", true, null), (container.EnvFrom[1].SecretRef.Name, container.EnvFrom[1].SecretRef.Optional, container.EnvFrom[1].ConfigMapRef?.Name));
    }

    [Fact]
    public void HooksProbesAndResources()
    {
        V1Container container = Container("""
            [PostStart(HttpPath = "/started", Port = nameof(Http))]
            [PreStop(SleepSeconds = 5)]
            [ReadinessProbe(HttpPath = "/ready", Port = nameof(Http), Https = true, HttpHeaders = new[] { "Host: a:b", "X-Empty" })]
            [LivenessProbe(GrpcPort = nameof(Http), GrpcService = "alive")]
            [Resources(EphemeralStorageRequest = "1Gi", EphemeralStorageLimit = "2Gi")]
            [ExtendedResource("nvidia.com/gpu", "1")]
            """, "[Port(8080)] public static partial ServicePort Http { get; }");
        Assert.Equal(("/started", "http", 5L), (container.Lifecycle.PostStart.HttpGet.Path, container.Lifecycle.PostStart.HttpGet.Port.Value, container.Lifecycle.PreStop.Sleep.Seconds));
        Assert.Equal("HTTPS", container.ReadinessProbe.HttpGet.Scheme);
        Assert.Equal([("Host", "a:b"), ("X-Empty", "")], container.ReadinessProbe.HttpGet.HttpHeaders.Select(header => (header.Name, header.Value)));
        Assert.Equal((8080, "alive"), (container.LivenessProbe.Grpc.Port, container.LivenessProbe.Grpc.Service));
        Assert.Equal(("1Gi", "1"), (container.Resources.Requests["ephemeral-storage"].ToString(), container.Resources.Requests["nvidia.com/gpu"].ToString()));
        Assert.Equal(("2Gi", "1"), (container.Resources.Limits["ephemeral-storage"].ToString(), container.Resources.Limits["nvidia.com/gpu"].ToString()));
        Assert.Equal(["stop"], Container("[PreStop(Command = new[] { \"stop\" })]").Lifecycle.PreStop.Exec.Command);
    }

    [Fact]
    public void Volumes()
    {
        EmittedManifest manifest = Manifest("", """
            [EmptyDir(MountPath = "/tmp", InMemory = true, SizeLimit = "64Mi")] public static partial Volume Scratch { get; }
            [ConfigMapVolume("settings", MountPath = "/settings", DefaultMode = 256, Items = new[] { "a", "b=sub/c" }, Optional = true)] public static partial Volume Settings { get; }
            [SecretVolume("credentials", MountPath = "/credentials", ReadOnly = true, Name = "creds")] public static partial Volume Credentials { get; }
            [HostPath("/dev/kvm", MountPath = "/dev/kvm", Type = HostPathType.CharDevice)] public static partial Volume Kvm { get; }
            """);
        Dictionary<string, V1Volume> volumes = manifest.StatefulSet.Spec.Template.Spec.Volumes.ToDictionary(volume => volume.Name);
        Assert.Equal(("Memory", "64Mi"), (volumes["scratch"].EmptyDir.Medium, volumes["scratch"].EmptyDir.SizeLimit.ToString()));
        Assert.Equal(("settings", 256, true), (volumes["settings"].ConfigMap.Name, volumes["settings"].ConfigMap.DefaultMode, volumes["settings"].ConfigMap.Optional));
        Assert.Equal([("a", "a"), ("b", "sub/c")], volumes["settings"].ConfigMap.Items.Select(item => (item.Key, item.Path)));
        Assert.Equal("credentials", volumes["creds"].Secret.SecretName);
        Assert.Equal(("/dev/kvm", "CharDevice"), (volumes["kvm"].HostPath.Path, volumes["kvm"].HostPath.Type));
        Assert.Equal(
            [("scratch", "/tmp", null!), ("settings", "/settings", null!), ("creds", "/credentials", true), ("kvm", "/dev/kvm", null!)],
            manifest.Container.VolumeMounts.Select(mount => (mount.Name, mount.MountPath, mount.ReadOnlyProperty)));
        Assert.Equal(("creds", "/credentials"), (manifest.Member<Volume>("Credentials").Name, manifest.Member<Volume>("Credentials").MountPath));
    }

    [Fact]
    public void ClaimTemplates()
    {
        EmittedManifest manifest = Manifest("", """
            [VolumeClaim("1Gi", DevicePath = "/dev/data", VolumeAttributesClass = "gold")] public static partial ClaimTemplate Raw { get; }
            [VolumeClaim("1Gi", MountPath = "/copy", ReadOnly = true, DataSource = "before", DataSourceKind = "VolumeSnapshot", DataSourceApiGroup = "snapshot.storage.k8s.io")] public static partial ClaimTemplate Copy { get; }
            """);
        V1PersistentVolumeClaimSpec raw = manifest.StatefulSet.Spec.VolumeClaimTemplates[0].Spec;
        Assert.Equal(("Block", "gold"), (raw.VolumeMode, raw.VolumeAttributesClassName));
        Assert.Equal([("raw", "/dev/data")], manifest.Container.VolumeDevices.Select(device => (device.Name, device.DevicePath)));
        V1PersistentVolumeClaimSpec copy = manifest.StatefulSet.Spec.VolumeClaimTemplates[1].Spec;
        Assert.Equal(("before", "VolumeSnapshot", "snapshot.storage.k8s.io"), (copy.DataSource.Name, copy.DataSource.Kind, copy.DataSource.ApiGroup));
        Assert.Equal([("copy", true)], manifest.Container.VolumeMounts.Select(mount => (mount.Name, mount.ReadOnlyProperty == true)));
    }

    [Fact]
    public void ConstantsBecomeFiles_AndAChangeRollsThePods()
    {
        const string Files = """
            [ConfigFile("/conf/app.cfg")] private const string App = "mode=on\nsize=1\n";
            [ConfigFile("/other/app.cfg")] public const string SecondApp = App + "more";
            [Sidecar("s:1")] static partial class Side { [ConfigFile("/side.txt")] const string Text = "yes"; }
            """;
        EmittedManifest manifest = Manifest("", Files);
        V1ConfigMap map = manifest.Objects.OfType<V1ConfigMap>().Single();
        Assert.Equal("a-config", map.Metadata.Name);
        Assert.Equal(
            [("app.cfg", "mode=on\nsize=1\n"), ("second-app-app.cfg", "mode=on\nsize=1\nmore"), ("side.txt", "yes")],
            map.Data.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value)));
        V1PodTemplateSpec template = manifest.StatefulSet.Spec.Template;
        Assert.Equal(("config-files", "a-config"), (template.Spec.Volumes.Single().Name, template.Spec.Volumes.Single().ConfigMap.Name));
        Assert.Equal([("/conf/app.cfg", "app.cfg"), ("/other/app.cfg", "second-app-app.cfg")], manifest.Container.VolumeMounts.Select(mount => (mount.MountPath, mount.SubPath)));
        Assert.Equal([("/side.txt", "side.txt")], template.Spec.InitContainers.Single().VolumeMounts.Select(mount => (mount.MountPath, mount.SubPath)));

        string hash = template.Metadata.Annotations["holdfast.dev/config-hash"];
        Assert.Matches("^[0-9a-f]{16}$", hash);
        Assert.Equal(hash, Manifest("[Env(\"OTHER\", \"1\")]", Files).StatefulSet.Spec.Template.Metadata.Annotations["holdfast.dev/config-hash"]);
        Assert.NotEqual(hash, Manifest("", Files.Replace("size=1", "size=2")).StatefulSet.Spec.Template.Metadata.Annotations["holdfast.dev/config-hash"]);
    }

    [Fact]
    public void LabelsAndAnnotationsOnEveryLevel()
    {
        EmittedManifest manifest = Manifest("""
            [Label("tier", "data")]
            [Label("app.kubernetes.io/managed-by", "us", On = ManifestTargets.Workload)]
            [Label("app.kubernetes.io/name", "other")]
            [Label("keep", "yes", On = ManifestTargets.Claims | ManifestTargets.Pods)]
            [Annotation("example.com/note", "anything: at all", On = ManifestTargets.HeadlessService)]
            [DisruptionBudget(MaxUnavailable = 1)]
            """, "[VolumeClaim(\"1Gi\")] public static partial ClaimTemplate Data { get; }");
        V1StatefulSet set = manifest.StatefulSet;
        Assert.Equal("a", set.Spec.Selector.MatchLabels.Single().Value);
        Assert.Equal(["app.kubernetes.io/managed-by=us", "app.kubernetes.io/name=a", "tier=data"], Sorted(set.Metadata.Labels));
        Assert.Equal(["app.kubernetes.io/managed-by=holdfast", "app.kubernetes.io/name=a", "keep=yes", "tier=data"], Sorted(set.Spec.Template.Metadata.Labels));
        Assert.Equal(["keep=yes"], Sorted(set.Spec.VolumeClaimTemplates.Single().Metadata.Labels));
        Assert.Equal(["example.com/note=anything: at all"], Sorted(manifest.Service("a").Metadata.Annotations));
        Assert.Equal(["app.kubernetes.io/managed-by=holdfast", "app.kubernetes.io/name=a", "tier=data"], Sorted(manifest.Objects.OfType<V1PodDisruptionBudget>().Single().Metadata.Labels));

        static IEnumerable<string> Sorted(IDictionary<string, string> entries) => entries.Select(entry => $"{entry.Key}={entry.Value}").Order(StringComparer.Ordinal);
    }

    [Fact]
    public void WaysDownFromTheRestrictedProfile()
    {
        V1PodSpec root = Manifest("[SecurityContext(AllowRoot = true, AddCapabilities = new[] { \"IPC_LOCK\" }, AllowPrivilegeEscalation = true)]").StatefulSet.Spec.Template.Spec;
        Assert.Equal((null, null, null, "RuntimeDefault"), (root.SecurityContext.RunAsNonRoot, root.SecurityContext.RunAsUser, root.SecurityContext.FsGroup, root.SecurityContext.SeccompProfile.Type));
        Assert.Equal((true, "ALL", "IPC_LOCK"), (root.Containers[0].SecurityContext.AllowPrivilegeEscalation, root.Containers[0].SecurityContext.Capabilities.Drop.Single(), root.Containers[0].SecurityContext.Capabilities.Add.Single()));

        V1PodSpec init = Manifest("", "[InitContainer(\"i:1\")] [SecurityContext(RunAsUser = 0, AllowRoot = true, Privileged = true)] static partial class Prepare { }").StatefulSet.Spec.Template.Spec;
        Assert.Equal((true, 1000L), (init.SecurityContext.RunAsNonRoot, init.SecurityContext.RunAsUser));
        V1SecurityContext prepare = init.InitContainers[0].SecurityContext;
        Assert.Equal((false, 0L, true, null), (prepare.RunAsNonRoot, prepare.RunAsUser, prepare.Privileged, prepare.AllowPrivilegeEscalation));
        Assert.Null(prepare.Capabilities);
    }

    [Fact]
    public void FurtherContainers()
    {
        EmittedManifest manifest = Manifest("", """
            [VolumeClaim("1Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
            [InitContainer("init:1")] [Mount(nameof(Data), "/data", SubPath = "sub")] static partial class Prepare { }
            [Sidecar("side:1")] static partial class Side { [EmptyDir(MountPath = "/cache")] public static partial Volume Cache { get; } }
            [Container("more:1", WorkingDir = "/w", ImagePullPolicy = ImagePullPolicy.Never)] [Mount("Cache", "/shared", ReadOnly = true)] static partial class More { }
            """);
        V1PodSpec pod = manifest.StatefulSet.Spec.Template.Spec;
        Assert.Equal([("prepare", null!), ("side", "Always")], pod.InitContainers.Select(container => (container.Name, container.RestartPolicy)));
        Assert.Equal([("a", null!, null!), ("more", "/w", "Never")], pod.Containers.Select(container => (container.Name, container.WorkingDir, container.ImagePullPolicy)));
        Assert.Equal(("data", "/data", "sub"), pod.InitContainers[0].VolumeMounts.Select(mount => (mount.Name, mount.MountPath, mount.SubPath)).Single());
        Assert.Equal(("cache", "/shared", true), pod.Containers[1].VolumeMounts.Select(mount => (mount.Name, mount.MountPath, mount.ReadOnlyProperty)).Single());
        Assert.All(pod.InitContainers.Concat(pod.Containers), container => Assert.Equal("POD_NAME", container.Env[0].Name));
    }

    private static V1Container Container(string attributes, string members = "") => Manifest(attributes, members).Container;

    private static EmittedManifest Manifest(string attributes, string members = "") => EmittedManifest.Of("A", $$"""
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
