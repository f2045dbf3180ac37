using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Yaml;
using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Which container mounts which claim, in YAML and in declarations.</summary>
[HomeOf("HF3002", "HF3003", "HF3004", "HF3005", "HF3006")]
public class ClaimRuleTests
{
    private const string Mounted = "volumeMounts: [{name: data, mountPath: /data}]";

    private const string ByName = "volumeMounts: [{name: data, mountPath: /data, subPathExpr: $(POD_NAME)}], env: [{name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]";

    private const string Claim = "{claimName: shared}";

    private const string Template = "volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOncePod], resources: {requests: {storage: 1Gi}}}}], ";

    [Theory]
    [InlineData("replicas: 2", "ReadWriteOnce", true)]
    [InlineData("replicas: 2", "ReadWriteOncePod", true)]
    [InlineData("replicas: 2", null, true)]
    [InlineData("replicas: 2", "ReadWriteMany", false)]
    [InlineData("replicas: 2", "ReadOnlyMany", false)]
    [InlineData("replicas: 1, strategy: {type: Recreate}", "ReadWriteOnce", false)] // website's mysql
    public void PodsOfADeployment(string spec, string? accessMode, bool fires) => ManifestRuleTest.Verify(Yaml.Documents(
        Deployment(spec, fires ? "HF3002" : null), accessMode is null ? "{}" : Yaml.Claim("shared", accessMode)));

    [Fact]
    public void OneDeployment()
    {
        ManifestRuleTest.Verify(Yaml.Deployment("replicas: 2", "volumes: [{name: data, {|HF3002:persistentVolumeClaim|}: {claimName: shared}}]"));
        ManifestRuleTest.Verify(Yaml.Deployment("replicas: 1", "volumes: [{name: data, {|HF3003:persistentVolumeClaim|}: {claimName: shared}}]"));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(1, false)]
    public void PodsOfAnAutoscaler(int most, bool fires) => ManifestRuleTest.Verify(Yaml.Documents(
        Deployment("replicas: {|HF5011:1|}, strategy: {type: Recreate}", fires ? "HF3002" : null),
        $"{{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {{name: orders}}, spec: {{maxReplicas: {most}, scaleTargetRef: {{apiVersion: apps/v1, kind: Deployment, name: orders}}}}}}"));

    [Theory]
    [InlineData("replicas: 2", "{claimName: shared, readOnly: true}")]
    [InlineData("replicas: 1", "{claimName: shared, readOnly: true}")]
    public void WhatIsOnlyReadIsShared(string spec, string claim) =>
        ManifestRuleTest.Verify(Yaml.Deployment(spec, $"volumes: [{{name: data, persistentVolumeClaim: {claim}}}]"));

    [Theory]
    [InlineData("replicas: 1", true)]
    [InlineData("revisionHistoryLimit: 1", true)] // one is the default
    [InlineData("replicas: 1, strategy: {type: RollingUpdate}", true)]
    [InlineData("replicas: 1, strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}", true)]
    [InlineData("replicas: 1, strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}", false)]
    [InlineData("replicas: 1, strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 0%, maxUnavailable: 1}}", false)]
    [InlineData("replicas: 1, strategy: {type: Recreate}", false)]
    [InlineData("replicas: 0", false)]
    public void AnUpdateThatWaitsForItsOwnVolume(string spec, bool fires) =>
        ManifestRuleTest.Verify(Deployment(spec, fires ? "HF3003" : null));

    /// <summary>What readers could not make out is never guessed at.</summary>
    [Fact]
    public void WhatIsUnknownIsNotJudged()
    {
        MappingNode deployment = YamlReader.Read(Deployment("replicas: 2", null)).Documents[0];
        Assert.Contains(ManifestRuleTest.Find(new ManifestSet([deployment], [], [])), static found => found.Id == "HF3002");
        Assert.DoesNotContain(
            ManifestRuleTest.Find(new ManifestSet([With(deployment, "replicas", new UnknownNode())], [], [])),
            static found => found.Id is "HF3002" or "HF3003");
        Assert.DoesNotContain(
            ManifestRuleTest.Find(new ManifestSet([With(With(deployment, "replicas", ScalarNode.Integer(1)), "strategy", new UnknownNode())], [], [])),
            static found => found.Id == "HF3003");
    }

    [Fact]
    public Task OneClaimInTwoTypes() => RuleTest.VerifyAsync(
        Source.App("\"orders\"", members: "[ExistingClaim({|HF3004:\"shared\"|}, MountPath = \"/data\", SubPath = \"orders\")] public static partial ExistingClaim Data { get; }"),
        "using Holdfast; [StatefulApp(\"archive\")] [Container(\"a:1\")] public sealed partial class Archive { [ExistingClaim({|HF3004:\"shared\"|}, MountPath = \"/data\", SubPath = \"archive\")] public static partial ExistingClaim Data { get; } }");

    [Theory]
    [InlineData("\"archive\"", "\"other\"", "")]
    [InlineData("\"archive\"", "\"shared\"", ", ReadOnly = true")]
    [InlineData("\"archive\"", "\"shared\"", ", AccessMode = AccessMode.ReadWriteMany")]
    [InlineData("\"archive\", Namespace = \"other\"", "\"shared\"", "")]
    public Task ClaimsInTwoTypes(string app, string claim, string argument) => RuleTest.VerifyAsync(
        Source.App("\"orders\"", members: "[ExistingClaim(\"shared\", MountPath = \"/data\")] public static partial ExistingClaim Data { get; }"),
        $"using Holdfast; [StatefulApp({app})] [Container(\"a:1\")] public sealed partial class Archive {{ [ExistingClaim({claim}, MountPath = \"/data\"{argument})] public static partial ExistingClaim Data {{ get; }} }}");

    [Fact]
    public Task OneClaimInTwoContainersOfOneType() => RuleTest.VerifyAsync(Source.App("\"orders\"", members: """
        [ExistingClaim("shared", Name = "a", MountPath = "/a", SubPath = "a")] public static partial ExistingClaim A { get; }
        [Sidecar("s:1")] static partial class Side { [ExistingClaim("shared", Name = "b", MountPath = "/b", SubPath = "b")] public static partial ExistingClaim B { get; } }
        """));

    [Fact]
    public void ADirectoryForEachMember()
    {
        string set = Yaml.Set(pod: $"volumes: [{{name: data, {{|HF3004:persistentVolumeClaim|}}: {Claim}}}]", container: ByName);
        ManifestRuleTest.Verify(Yaml.Documents(set, Yaml.Claim("shared", "ReadWriteMany")));
        ManifestRuleTest.Verify(Yaml.Documents(set.Replace("HF3004", "HF3001", StringComparison.Ordinal), Yaml.Claim("shared", "ReadWriteOnce")));
        ManifestRuleTest.Verify(Yaml.Documents(
            set.Replace("HF3004", "HF3001", StringComparison.Ordinal).Replace(ByName, Mounted, StringComparison.Ordinal), Yaml.Claim("shared", "ReadWriteMany")));
        ManifestRuleTest.Verify(Yaml.Documents(
            Yaml.Set(pod: Yaml.Volume(Claim), container: ByName).Replace("replicas: 3", "replicas: 1", StringComparison.Ordinal), Yaml.Claim("shared", "ReadWriteMany")));
    }

    /// <summary>cockroachdb and rabbitmq: the template goes before the volume of its name.</summary>
    [Fact]
    public void ATemplateHidesAVolumeOfItsName() =>
        ManifestRuleTest.Verify(Yaml.Set(Template.TrimEnd(' ', ','), Yaml.Volume("{claimName: data}"), Mounted));

    [Theory]
    [InlineData("[VolumeClaim(\"1Gi\")] public static partial ClaimTemplate {|HF3005:Data|} { get; }")]
    [InlineData("[VolumeClaim(\"1Gi\", Name = {|HF3005:\"disk\"|})] public static partial ClaimTemplate Data { get; }")]
    [InlineData("[VolumeClaim(\"1Gi\", MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }")]
    [InlineData("[VolumeClaim(\"1Gi\", DevicePath = \"/dev/data\")] public static partial ClaimTemplate Data { get; }")]
    [InlineData("[VolumeClaim(\"1Gi\")] public static partial ClaimTemplate Data { get; } [Sidecar(\"s:1\")] [Mount(nameof(Data), \"/data\")] static partial class Side { }")]
    [InlineData("[Sidecar(\"s:1\")] static partial class Side { [VolumeClaim(\"1Gi\", MountPath = \"/data\")] public static partial ClaimTemplate Data { get; } }")]
    public Task ATemplateThatNobodyMounts(string member) => RuleTest.VerifyAsync(Source.App(members: member));

    [Theory]
    [InlineData("{|HF3006:cache|}")]
    [InlineData("data")]
    [InlineData("tmp")]
    public void AMountOfNothing(string volume) => ManifestRuleTest.Verify(
        Yaml.Set(Template.TrimEnd(' ', ','), "volumes: [{name: tmp, emptyDir: {}}]", $"volumeMounts: [{{name: {volume}, mountPath: /x}}, {{name: data, mountPath: /y}}]"));

    [Fact]
    public Task AMountOfNothingThroughAPatch() => RuleTest.VerifyAsync(Source.App(attributes:
        "[Patch(\"spec: {template: {spec: {containers: [{name: orders, volumeMounts: [{name: {|HF3006:cache|}, mountPath: /cache}]}]}}}\")]"));

    [Fact]
    public void APatchOfKustomizeMountsWhatAnotherFileDeclares() => ManifestRuleTest.Verify(
        "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: orders}, spec: {template: {spec: {containers: [{name: orders, volumeMounts: [{name: cache, mountPath: /cache}]}]}}}}");

    [Theory]
    [InlineData("[VolumeClaim(\"1Gi\", MountPath = )] public static partial ClaimTemplate Data { get; }")]
    [InlineData("[VolumeClaim(\"1Gi\")] public static partial ClaimTemplate Data { get; } [Sidecar(\"s:1\")] [Mount(, \"/data\")] static partial class Side { }")]
    [InlineData("[VolumeClaim(\"1Gi\", Name = Missing)] public static partial ClaimTemplate Data { get; }")]
    public Task SurvivesHalfTypedCode(string member) => RuleTest.SurvivesAsync(Source.App(members: member));

    private static string Deployment(string spec, string? id) => Yaml.Deployment(
        spec,
        id is null
            ? Yaml.Volume(Claim)
            : $"volumes: [{{name: data, {{|{id}:persistentVolumeClaim|}}: {Claim}}}]");

    private static MappingNode With(MappingNode node, string field, ManifestNode value) => new(node.Entries.Select(entry => entry.Key == "spec"
        ? new MappingEntry("spec", new MappingNode(((MappingNode)entry.Value).Entries
            .Where(other => other.Key != field)
            .Append(new MappingEntry(field, value))))
        : entry));
}
