using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>Volumes that a driver, a claim of the pod's own or several sources make.</summary>
public class VolumeTests
{
    [Fact]
    public void EphemeralClaims()
    {
        EmittedManifest manifest = Manifest("""
            [EphemeralClaim("10Gi", MountPath = "/scratch", SubPath = "a", AccessMode = AccessMode.ReadWriteOncePod, StorageClass = "fast", VolumeAttributesClass = "gold", DataSource = "seed", DataSourceKind = "VolumeSnapshot", DataSourceApiGroup = "snapshot.storage.k8s.io")]
            public static partial Volume Scratch { get; }
            [EphemeralClaim("1Gi", DevicePath = "/dev/raw", Name = "block")] public static partial Volume Raw { get; }
            [VolumeClaim("1Gi", DevicePath = "/dev/own")] public static partial ClaimTemplate Own { get; }
            [Sidecar("s:1")] [Mount(nameof(Scratch), "/shared", SubPath = "b", ReadOnly = true)] static partial class Side { }
            """, """[Label("team", "data", On = ManifestTargets.Claims)] [Annotation("example.com/a", "b", On = ManifestTargets.Claims)]""");
        V1PersistentVolumeClaimTemplate scratch = Volume(manifest, "scratch").Ephemeral.VolumeClaimTemplate;
        Assert.Equal(("data", "b", null), (scratch.Metadata.Labels["team"], scratch.Metadata.Annotations["example.com/a"], scratch.Metadata.Name));
        Assert.Equal(("10Gi", "ReadWriteOncePod", "fast", "gold", null), (scratch.Spec.Resources.Requests["storage"].ToString(), scratch.Spec.AccessModes.Single(), scratch.Spec.StorageClassName, scratch.Spec.VolumeAttributesClassName, scratch.Spec.VolumeMode));
        Assert.Equal(("seed", "VolumeSnapshot", "snapshot.storage.k8s.io"), (scratch.Spec.DataSource.Name, scratch.Spec.DataSource.Kind, scratch.Spec.DataSource.ApiGroup));
        V1PersistentVolumeClaimSpec raw = Volume(manifest, "block").Ephemeral.VolumeClaimTemplate.Spec;
        Assert.Equal(("Block", "ReadWriteOnce"), (raw.VolumeMode, raw.AccessModes.Single()));
        Assert.Equal([("own", "/dev/own"), ("block", "/dev/raw")], manifest.Container.VolumeDevices.Select(device => (device.Name, device.DevicePath)));
        Assert.Equal([("scratch", "/scratch", "a")], manifest.Container.VolumeMounts.Select(mount => (mount.Name, mount.MountPath, mount.SubPath)));
        Assert.Equal(
            [("scratch", "/shared", "b", true)],
            manifest.StatefulSet.Spec.Template.Spec.InitContainers.Single().VolumeMounts.Select(mount => (mount.Name, mount.MountPath, mount.SubPath, mount.ReadOnlyProperty == true)));
        Assert.Equal(("scratch", "/scratch"), (manifest.Member<Volume>("Scratch").Name, manifest.Member<Volume>("Scratch").MountPath));

        // Without labels for claims there is nothing to say about the claim itself.
        Assert.Null(Volume(Manifest("[EphemeralClaim(\"1Gi\")] public static partial Volume Scratch { get; }"), "scratch").Ephemeral.VolumeClaimTemplate.Metadata);
    }

    [Fact]
    public void CsiVolumes()
    {
        EmittedManifest manifest = Manifest("""
            [CsiVolume("secrets-store.csi.k8s.io", MountPath = "/secrets", ReadOnly = true, FsType = "ext4", NodePublishSecret = "login", Attributes = new[] { "secretProviderClass=orders", "path=a=b", "flag" })]
            public static partial Volume Secrets { get; }
            [CsiVolume("image.csi.example")] public static partial Volume Plain { get; }
            """);
        V1CSIVolumeSource secrets = Volume(manifest, "secrets").Csi;
        Assert.Equal(("secrets-store.csi.k8s.io", true, "ext4", "login"), (secrets.Driver, secrets.ReadOnlyProperty, secrets.FsType, secrets.NodePublishSecretRef.Name));
        Assert.Equal([("flag", ""), ("path", "a=b"), ("secretProviderClass", "orders")], secrets.VolumeAttributes.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value)));
        Assert.Equal([("secrets", "/secrets", true)], manifest.Container.VolumeMounts.Select(mount => (mount.Name, mount.MountPath, mount.ReadOnlyProperty == true)));
        V1CSIVolumeSource plain = Volume(manifest, "plain").Csi;
        Assert.Equal((null, null, null, null), (plain.ReadOnlyProperty, plain.FsType, plain.NodePublishSecretRef, plain.VolumeAttributes));
    }

    [Fact]
    public void ProjectedVolumes()
    {
        EmittedManifest manifest = Manifest("""
            [ProjectedVolume(MountPath = "/all", DefaultMode = 256)]
            [ProjectedConfigMap("settings", Items = new[] { "a", "b=sub/b" }, Optional = true)]
            [ProjectedSecret("credentials")]
            [ProjectedField("labels", FieldPath = "metadata.labels", Mode = 292)]
            [ProjectedToken("vault", Audience = "vault", ExpirationSeconds = 7200)]
            [ProjectedTrustBundle("ca.pem", SignerName = "example.com/ca")]
            [ProjectedTrustBundle("own.pem", Name = "own", Optional = true)]
            public static partial Volume All { get; }
            [Sidecar("s:1")] static partial class Side
            {
                [ProjectedVolume(MountPath = "/me")] [ProjectedField("memory", Resource = "limits.memory", Divisor = "1Mi")] public static partial Volume Me { get; }
            }
            """);
        V1ProjectedVolumeSource all = Volume(manifest, "all").Projected;
        Assert.Equal(256, all.DefaultMode);
        Assert.Equal(6, all.Sources.Count);
        Assert.Equal(("settings", true), (all.Sources[0].ConfigMap.Name, all.Sources[0].ConfigMap.Optional));
        Assert.Equal([("a", "a"), ("b", "sub/b")], all.Sources[0].ConfigMap.Items.Select(item => (item.Key, item.Path)));
        Assert.Equal(("credentials", null, null), (all.Sources[1].Secret.Name, all.Sources[1].Secret.Items, all.Sources[1].Secret.Optional));
        V1DownwardAPIVolumeFile labels = all.Sources[2].DownwardAPI.Items.Single();
        Assert.Equal(("labels", "metadata.labels", 292), (labels.Path, labels.FieldRef.FieldPath, labels.Mode));
        Assert.Equal(("vault", "vault", 7200L), (all.Sources[3].ServiceAccountToken.Path, all.Sources[3].ServiceAccountToken.Audience, all.Sources[3].ServiceAccountToken.ExpirationSeconds));
        V1ClusterTrustBundleProjection signed = all.Sources[4].ClusterTrustBundle;
        Assert.Equal(("ca.pem", "example.com/ca", null), (signed.Path, signed.SignerName, signed.Name));
        Assert.NotNull(signed.LabelSelector);
        V1ClusterTrustBundleProjection own = all.Sources[5].ClusterTrustBundle;
        Assert.Equal(("own.pem", "own", true, null), (own.Path, own.Name, own.Optional, own.LabelSelector));
        V1DownwardAPIVolumeFile memory = Volume(manifest, "me").Projected.Sources.Single().DownwardAPI.Items.Single();
        Assert.Equal(("side", "limits.memory", "1Mi"), (memory.ResourceFieldRef.ContainerName, memory.ResourceFieldRef.Resource, memory.ResourceFieldRef.Divisor.ToString()));
    }

    private static V1Volume Volume(EmittedManifest manifest, string name) => manifest.StatefulSet.Spec.Template.Spec.Volumes.Single(volume => volume.Name == name);

    private static EmittedManifest Manifest(string members, string attributes = "") => EmittedManifest.Of("A", $$"""
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
