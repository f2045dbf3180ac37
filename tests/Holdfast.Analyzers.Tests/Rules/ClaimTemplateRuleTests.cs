using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Templates of claims, and what is done with volumes.</summary>
[HomeOf("HF3007", "HF3009", "HF3010", "HF3011", "HF3012", "HF3013", "HF3014", "HF3015", "HF3017", "HF3018", "HF3019")]
public class ClaimTemplateRuleTests
{
    private const string Data = "[VolumeClaim(\"1Gi\", MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }";

    private const string Mounted = "volumeMounts: [{name: data, mountPath: /data}]";

    [Theory]
    [InlineData("{{|HF3007:spec|}: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}")]
    [InlineData("{{|HF3007:metadata|}: {labels: {a: b}}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}")]
    [InlineData("{metadata: {name: {|HF3007:data|}}, spec: {resources: {requests: {storage: 1Gi}}}}")]
    [InlineData("{metadata: {name: {|HF3007:data|}}, spec: {accessModes: [], resources: {requests: {storage: 1Gi}}}}")]
    [InlineData("{metadata: {name: {|HF3007:data|}}, spec: {accessModes: [ReadWriteOnce]}}")]
    [InlineData("{metadata: {name: {|HF3007:data|}}, spec: {accessModes: [ReadWriteOnce], resources: {limits: {storage: 1Gi}}}}")]
    [InlineData("{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce, {|HF3007:ReadWriteOncePod|}], resources: {requests: {storage: 1Gi}}}}")]
    [InlineData("{metadata: {name: data}, spec: {volumeName: {|HF3007:disk-1|}, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}")]
    [InlineData("{metadata: {name: data}, spec: {{|HF3007:selector|}: {matchLabels: {type: ssd}}, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}")]
    [InlineData("{metadata: {name: data}, spec: {selector: {}, accessModes: [ReadWriteOnce, ReadOnlyMany], resources: {requests: {storage: 1Gi}}}}")]
    public void Templates(string template) => ManifestRuleTest.Verify(Set(template));

    [Fact]
    public void OneMemberMayNameItsVolume() => ManifestRuleTest.Verify(
        Set("{metadata: {name: data}, spec: {volumeName: disk-1, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}").Replace("replicas: 3", "replicas: 1", StringComparison.Ordinal));

    [Fact]
    public Task AVolumeForAllThroughAPatch() => RuleTest.VerifyAsync(Source.App(
        attributes: "[Patch(\"spec: {volumeClaimTemplates: [{metadata: {name: data}, spec: {volumeName: {|HF3007:disk-1|}}}]}\")]", members: Data));

    [Theory]
    [InlineData("[VolumeClaim(\"1Gi\", MountPath = \"/data\", AccessMode = {|HF3009:AccessMode.ReadWriteOnce|})] public static partial ClaimTemplate Data { get; }")]
    [InlineData("[VolumeClaim(\"1Gi\", MountPath = \"/data\", AccessMode = {|HF3009:AccessMode.ReadWriteMany|}, StorageClass = \"gp3\")] public static partial ClaimTemplate Data { get; }")]
    [InlineData("[VolumeClaim(\"1Gi\", MountPath = \"/data\", AccessMode = AccessMode.ReadWriteMany, StorageClass = \"shared-files\")] public static partial ClaimTemplate Data { get; }")]
    [InlineData("[VolumeClaim(\"1Gi\", MountPath = \"/data\", AccessMode = AccessMode.ReadWriteOncePod, StorageClass = \"gp3\")] public static partial ClaimTemplate Data { get; }")]
    [InlineData(Data)] // no mode is written
    public Task AccessModes(string member) => RuleTest.VerifyWatchingAsync("HF3009", Source.App(members: member));

    /// <summary>Manifests have to name a mode, and it is a choice where the storage is known to have the better one.</summary>
    [Theory]
    [InlineData("{|HF3009:ReadWriteOnce|}", "ReadWriteOncePod")]
    [InlineData("ReadWriteOnce", "ReadWriteOnce")]
    [InlineData("ReadWriteOncePod", "ReadWriteOncePod")]
    public void AccessModesOfManifests(string mode, string other) => ManifestRuleTest.VerifyWatching("HF3009", Yaml.Documents(
        Yaml.Headless,
        Yaml.Set(
            spec: $"volumeClaimTemplates: [{{metadata: {{name: data}}, spec: {{accessModes: [{mode}], resources: {{requests: {{storage: 1Gi}}}}}}}}]",
            container: "volumeMounts: [{name: data, mountPath: /data}]"),
        Yaml.Claim("other", other)));

    [Theory]
    [InlineData("[ClaimRetention(WhenDeleted = {|HF3010:ClaimRetention.Retain|})]", "")]
    [InlineData("[ClaimRetention(WhenScaled = {|HF3010:ClaimRetention.Delete|})]", "[EmptyDir(MountPath = \"/data\")] public static partial Volume Data { get; }")]
    [InlineData("[ClaimRetention(WhenDeleted = ClaimRetention.Retain)]", Data)]
    [InlineData("", "[EmptyDir(MountPath = \"/data\")] public static partial Volume Data { get; }")]
    public Task DataThatShouldLast(string attribute, string member) => RuleTest.VerifyAsync(Source.App(attributes: attribute, members: member));

    [Theory]
    [InlineData("{name: {|HF3010:data|}}")]
    [InlineData("{name: data, emptyDir: {}}")]
    public void AVolumeWithoutASource(string volume) => ManifestRuleTest.Verify(Yaml.Set(pod: $"volumes: [{volume}]", container: Mounted));

    [Fact]
    public void AVolumeThatATemplateHidesNeedsNoSource() => ManifestRuleTest.Verify(
        Yaml.Set("volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]", "volumes: [{name: data}]", Mounted));

    [Theory]
    [InlineData("[ClaimRetention(WhenScaled = {|HF3011:ClaimRetention.Delete|})]")]
    [InlineData("[ClaimRetention(WhenDeleted = {|HF3012:ClaimRetention.Delete|})]")]
    [InlineData("[ClaimRetention(WhenScaled = {|HF3011:ClaimRetention.Delete|}, WhenDeleted = {|HF3012:ClaimRetention.Delete|})]")]
    [InlineData("[ClaimRetention(WhenScaled = ClaimRetention.Retain, WhenDeleted = ClaimRetention.Retain)]")]
    [InlineData("")]
    public Task Retention(string attribute) => RuleTest.VerifyWatchingAsync("HF3012", Source.App(attributes: attribute, members: Data));

    [Theory]
    [InlineData("{runAsUser: {|HF3013:1000|}}")]
    [InlineData("{runAsNonRoot: {|HF3013:true|}}")]
    [InlineData("{runAsUser: 1000, fsGroup: 1000}")]
    [InlineData("{runAsUser: 0}")]
    [InlineData("{}")]
    public void FileGroups(string security) => ManifestRuleTest.VerifyWatching("HF3013", Yaml.Set(
        "volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]", $"securityContext: {security}", Mounted));

    [Fact]
    public Task HoldfastsOwnUserCanWrite() => RuleTest.VerifyWatchingAsync("HF3013", Source.App(attributes: "[SecurityContext(RunAsUser = 999)]", members: Data));

    [Theory]
    [InlineData("", "StorageClass = {|HF3014:\"\"|}")]
    [InlineData("[Annotation({|HF3014:\"volume.beta.kubernetes.io/storage-class\"|}, \"fast\", On = ManifestTargets.Claims)]", "StorageClass = \"fast\"")]
    [InlineData("", "StorageClass = \"fast\"")]
    [InlineData("[Annotation(\"volume.beta.kubernetes.io/storage-class\", \"fast\", On = ManifestTargets.Pods)]", "StorageClass = \"fast\"")]
    public Task StorageClasses(string attribute, string argument) => RuleTest.VerifyWatchingAsync("HF3014", Source.App(
        attributes: attribute, members: $"[VolumeClaim(\"1Gi\", MountPath = \"/data\", {argument})] public static partial ClaimTemplate Data {{ get; }}"));

    [Theory]
    [InlineData("postgres:17", "", "MountPath = {|HF3015:\"/var/lib/postgresql/data\"|}")]
    [InlineData("docker.io/library/mysql:5.7.44", "", "MountPath = {|HF3015:\"/var/lib/mysql\"|}")]
    [InlineData("docker.io/library/mysql:8.4", "", "MountPath = \"/var/lib/mysql\"")] // overlooks lost+found
    [InlineData("mariadb:11.4", "", "MountPath = \"/var/lib/mysql\"")]
    [InlineData("postgres:17", "", "MountPath = \"/var/lib/postgresql/data\", SubPath = \"db\"")]
    [InlineData("postgres:17", "[Env(\"PGDATA\", \"/var/lib/postgresql/data/db\")]", "MountPath = \"/var/lib/postgresql/data\"")]
    [InlineData("postgres-exporter:1", "", "MountPath = \"/var/lib/postgresql/data\"")]
    public Task Databases(string image, string attribute, string argument) => RuleTest.VerifyWatchingAsync("HF3015", Source.App(
        attributes: attribute, members: $"[VolumeClaim(\"1Gi\", {argument})] public static partial ClaimTemplate Data {{ get; }}").Replace("orders:1.0", image, StringComparison.Ordinal));

    [Theory]
    [InlineData("MountPath = {|HF3015:\"/data/\"|}")]
    [InlineData("MountPath = \"/data/log\"")]
    public Task PathsThatAreOne(string argument) => RuleTest.VerifyAsync(Source.App(
        members: Data + $"[EmptyDir({argument})] public static partial Volume Log {{ get; }}"));

    [Fact]
    public Task LongAnnotations() => RuleTest.VerifyAsync(Source.App(
        attributes: $"[Annotation({{|HF3017:\"a\"|}}, \"{new string('x', 262144)}\", On = ManifestTargets.Workload)] [Annotation(\"b\", \"{new string('x', 262143)}\", On = ManifestTargets.Pods)]"));

    [Theory]
    [InlineData("MountPath = {|HF3018:\"\"|}")]
    [InlineData("MountPath = {|HF3018:\"data\"|}")]
    [InlineData("MountPath = {|HF3018:\"/\"|}")]
    [InlineData("MountPath = {|HF3018:\"/a:b\"|}")]
    [InlineData("MountPath = \"/data\", SubPath = {|HF3018:\"/db\"|}")]
    [InlineData("MountPath = \"/data\", SubPath = {|HF3018:\"a/../b\"|}")]
    [InlineData("DevicePath = {|HF3018:\"/dev/../x\"|}")]
    [InlineData("MountPath = \"/data..\", SubPath = \"a/b..c\"")]
    [InlineData("MountPath = \"C:\\\\data\"", true)]
    public Task Paths(string argument, bool hasColon = false) => RuleTest.VerifyAsync(Source.App(
        members: $"[VolumeClaim(\"1Gi\", {(hasColon ? argument.Replace("\"C:\\\\data\"", "{|HF3018:\"C:\\\\data\"|}", StringComparison.Ordinal) : argument)})] public static partial ClaimTemplate Data {{ get; }}"));

    [Theory]
    [InlineData("[HostPath({|HF3018:\"/a/../b\"|}, MountPath = \"/b\")] public static partial Volume Data { get; }")]
    [InlineData("[ConfigMapVolume(\"settings\", MountPath = \"/b\", Items = {|HF3018:new[] { \"a=/x\" }|})] public static partial Volume Data { get; }")]
    [InlineData("[ConfigMapVolume(\"settings\", MountPath = \"/b\", Items = new[] { \"a=x/y\" })] public static partial Volume Data { get; }")]
    public Task PathsOfVolumes(string member) => RuleTest.VerifyAsync(Source.App(members: member));

    [Theory]
    [InlineData("DataSource = \"backup\", DataSourceKind = {|HF3019:\"VolumeSnapshot\"|}")]
    [InlineData("DataSource = \"backup\", DataSourceKind = \"VolumeSnapshot\", DataSourceApiGroup = \"snapshot.storage.k8s.io\"")]
    [InlineData("DataSource = \"backup\"")]
    public Task DataSources(string argument) => RuleTest.VerifyAsync(Source.App(
        members: $"[VolumeClaim(\"1Gi\", MountPath = \"/data\", {argument})] public static partial ClaimTemplate Data {{ get; }}"));

    [Theory]
    [InlineData("[ClaimRetention(WhenScaled = ClaimRetention.)]", Data)]
    [InlineData("[ClaimRetention(WhenScaled = ", Data)]
    [InlineData("", "[VolumeClaim(\"1Gi\", MountPath = \"/data\", AccessMode = AccessMode.)] public static partial ClaimTemplate Data { get; }")]
    [InlineData("", "[VolumeClaim(\"1Gi\", MountPath = \"/data\", StorageClass = , SubPath = )] public static partial ClaimTemplate Data { get; }")]
    [InlineData("", "[VolumeClaim(\"1Gi\", MountPath = Missing, DataSource = \"a\", DataSourceKind = )] public static partial ClaimTemplate Data { get; }")]
    [InlineData("", "[ConfigFile(\"/a\")] private const string Text = ;")]
    public Task SurvivesHalfTypedCode(string attribute, string member) => RuleTest.SurvivesAsync(Source.App(attributes: attribute, members: member));

    private static string Set(string template) => Yaml.Set($"volumeClaimTemplates: [{template}]", container: Mounted);
}
