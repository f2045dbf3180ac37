namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Rules about containers, volumes, probes, names and references judge every kind that pods are made of.</summary>
public class PodOwnerRuleTests
{
    private const string Good = "name: agent, image: \"agent:1.0\"";

    public static TheoryData<string> Kinds => ["DaemonSet", "ReplicaSet", "ReplicationController", "Job", "CronJob", "Pod"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Mounts(string kind)
    {
        ManifestRuleTest.Verify(Owner(kind, Good + ", volumeMounts: [{name: {|HF3006:dta|}, mountPath: /data}]", "volumes: [{name: data, emptyDir: {}}]"));
        ManifestRuleTest.Verify(Owner(kind, Good + ", volumeMounts: [{name: data, mountPath: /data}, {name: data, mountPath: {|HF3015:/data/|}}]", "volumes: [{name: data, emptyDir: {}}]"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Volumes(string kind)
    {
        ManifestRuleTest.Verify(Owner(kind, Good, "volumes: [{name: {|HF3010:data|}}]"));
        ManifestRuleTest.Verify(Owner(
            kind,
            Good + ", volumeDevices: [{name: data, devicePath: {|HF3016:/dev/data|}}]",
            "volumes: [{name: data, ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}}}]"));
        ManifestRuleTest.Verify(Owner(
            kind,
            Good + ", volumeMounts: [{name: data, mountPath: /data}]",
            "volumes: [{name: data, ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce], dataSource: {kind: {|HF3019:VolumeSnapshot|}, name: a}, resources: {requests: {storage: 1Gi}}}}}}]"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Images(string kind)
    {
        ManifestRuleTest.Verify(Owner(kind, "name: agent, image: {|HF6011:Agent:1.0|}"));
        ManifestRuleTest.Verify(Owner(kind, "name: agent, image: {|HF6001:agent|}"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Rights(string kind)
    {
        ManifestRuleTest.Verify(Owner(kind, Good, "securityContext: {runAsNonRoot: true, runAsUser: {|HF6006:0|}}"));
        ManifestRuleTest.Verify(Owner(kind, "name: agent, image: {|HF6012:{|HF6002:\"agent:1.0\"|}|}"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Environment(string kind)
    {
        ManifestRuleTest.Verify(Owner(kind, Good + ", args: [{|HF6010:$(NOWHERE)|}]"));
        ManifestRuleTest.Verify(Owner(kind, Good + ", env: [{name: DB_PASSWORD, value: {|HF6004:hunter2hunter2|}}]"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void NamesOfPorts(string kind)
    {
        ManifestRuleTest.Verify(Owner(kind, Good + ", livenessProbe: {tcpSocket: {port: {|HF5016:nope|}}}"));
        ManifestRuleTest.Verify(Yaml.Documents(Yaml.Headless, Owner(kind, Good + ", args: [{|HF2012:_nope._tcp.orders|}]")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Scheduling(string kind) => ManifestRuleTest.Verify(Owner(
        kind,
        Good,
        "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: cores, operator: Gt, values: [{|HF5019:many|}]}]}]}}}"));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Hooks(string kind) => ManifestRuleTest.Verify(Owner(kind, Good + ", lifecycle: {preStop: {sleep: {seconds: {|HF5013:30|}}}}"));

    [Theory]
    [InlineData("DaemonSet", true)]
    [InlineData("ReplicaSet", true)]
    [InlineData("ReplicationController", true)]
    [InlineData("Job", false)]
    [InlineData("CronJob", false)]
    public void ProbesOfWhatServes(string kind, bool isFound) => ManifestRuleTest.Verify(Owner(
        kind,
        $"{Good}, livenessProbe: {{{(isFound ? "{|HF5014:tcpSocket|}" : "tcpSocket")}: {{port: 80}}}}, readinessProbe: {{tcpSocket: {{port: 80}}}}"));

    [Fact]
    public void ProbesOfAPodThatEnds()
    {
        const string Probes = Good + ", livenessProbe: {tcpSocket: {port: 80}}, readinessProbe: {tcpSocket: {port: 80}}";
        ManifestRuleTest.Verify($"{{apiVersion: v1, kind: Pod, metadata: {{name: agent}}, spec: {{restartPolicy: Never, containers: [{{{Probes}}}]}}}}");
        Assert.Contains(
            ManifestRuleTest.Find($"{{apiVersion: v1, kind: Pod, metadata: {{name: agent}}, spec: {{containers: [{{{Probes}}}]}}}}"),
            static finding => finding.Id == "HF5014");
    }

    [Theory]
    [InlineData("apps/v1", "DaemonSet", "selector: {matchLabels: {app: other}}, ")]
    [InlineData("apps/v1", "ReplicaSet", "selector: {matchLabels: {app: other}}, ")]
    [InlineData("apps/v1", "ReplicaSet", "selector: {matchExpressions: [{key: app, operator: In, values: [other]}]}, ")]
    [InlineData("v1", "ReplicationController", "selector: {app: other}, ")]
    [InlineData("batch/v1", "Job", "manualSelector: true, selector: {matchLabels: {app: other}}, ")]
    public void Selectors(string version, string kind, string selector) =>
        Assert.Contains("HF1006", Ids(Templated(version, kind, selector)));

    [Theory]
    [InlineData("apps/v1", "DaemonSet", "selector: {matchLabels: {app: agent}}, ")]
    [InlineData("v1", "ReplicationController", "selector: {app: agent}, ")]
    [InlineData("v1", "ReplicationController", "")]
    [InlineData("batch/v1", "Job", "")]
    public void SelectorsThatMatch(string version, string kind, string selector) =>
        Assert.DoesNotContain("HF1006", Ids(Templated(version, kind, selector)));

    [Fact]
    public void LabelsThatChange()
    {
        Assert.Contains("HF1010", Ids(Templated("apps/v1", "DaemonSet", "selector: {matchLabels: {version: v1}}, ", "version: v1")));
        Assert.DoesNotContain("HF1010", Ids(Templated("v1", "ReplicationController", "selector: {version: v1}, ", "version: v1")));
    }

    [Theory]
    [InlineData("completionMode: Indexed, ", false)]
    [InlineData("completionMode: NonIndexed, ", true)]
    [InlineData("", true)]
    public void IndexOfAJob(string mode, bool isFound) => Assert.Equal(isFound, Ids(
        $"{{apiVersion: batch/v1, kind: Job, metadata: {{name: agent}}, spec: {{{mode}completions: 2, template: {{spec: {{restartPolicy: Never, containers: [{{{Good}, args: [$(JOB_COMPLETION_INDEX)]}}]}}}}}}}}").Contains("HF6010"));

    [Fact]
    public void BudgetsOfOtherKinds()
    {
        const string Budget = "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: agent}, spec: {maxUnavailable: 1, selector: {matchLabels: {app: agent}}}}";
        Assert.DoesNotContain("HF5007", Ids(Yaml.Documents(Yaml.Deployment("replicas: 1"), Budget, Owner("Pod", Good))));
        Assert.Contains("HF5007", Ids(Yaml.Documents(Yaml.Deployment("replicas: 1"), Budget, Owner("Pod", Good).Replace("app: agent", "app: other", StringComparison.Ordinal))));
    }

    /// <summary>Patches of kustomize name a container and what changes of it.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void APartIsLeftAlone(string kind) => Assert.DoesNotContain("HF3006", Ids(
        Owner(kind, "name: agent, volumeMounts: [{name: elsewhere, mountPath: /data}]").Replace("selector: {matchLabels: {app: agent}}, ", string.Empty, StringComparison.Ordinal)));

    /// <summary>What is good gives nothing above a suggestion, and no suggestion that is about members or replicas.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void GoodOnes(string kind)
    {
        string yaml = Owner(
            kind,
            Good + ", ports: [{name: http, containerPort: 80}], env: [{name: A, value: b}], args: [$(A)], volumeMounts: [{name: tmp, mountPath: /tmp}]"
                + ", resources: {requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 64Mi}}, securityContext: {runAsNonRoot: true, runAsUser: 1000, readOnlyRootFilesystem: true}",
            "volumes: [{name: tmp, emptyDir: {}}]");
        Assert.Empty(ManifestRuleTest.Find(yaml).Select(static finding => finding.ToString()));
    }

    private static string[] Ids(string yaml) => [.. ManifestRuleTest.Find(yaml).Select(static finding => finding.Id)];

    private static string Owner(string kind, string container, string pod = "")
    {
        string restart = kind is "Job" or "CronJob" ? "restartPolicy: Never, " : string.Empty;
        string spec = $"{{{restart}{pod}{(pod.Length > 0 ? ", " : string.Empty)}containers: [{{{container}}}]}}";
        string template = $"template: {{metadata: {{labels: {{app: agent}}}}, spec: {spec}}}";
        return kind switch
        {
            "Pod" => $"{{apiVersion: v1, kind: Pod, metadata: {{name: agent, labels: {{app: agent}}}}, spec: {spec}}}",
            "CronJob" => $"{{apiVersion: batch/v1, kind: CronJob, metadata: {{name: agent}}, spec: {{schedule: \"0 * * * *\", jobTemplate: {{spec: {{{template}}}}}}}}}",
            "Job" => $"{{apiVersion: batch/v1, kind: Job, metadata: {{name: agent}}, spec: {{{template}}}}}",
            "ReplicationController" => $"{{apiVersion: v1, kind: ReplicationController, metadata: {{name: agent}}, spec: {{selector: {{app: agent}}, {template}}}}}",
            _ => $"{{apiVersion: apps/v1, kind: {kind}, metadata: {{name: agent}}, spec: {{selector: {{matchLabels: {{app: agent}}}}, {template}}}}}",
        };
    }

    private static string Templated(string version, string kind, string selector, string labels = "app: agent") =>
        $"{{apiVersion: {version}, kind: {kind}, metadata: {{name: agent}}, spec: {{{selector}template: {{metadata: {{labels: {{{labels}}}}}, spec: {{restartPolicy: Always, containers: [{{{Good}}}]}}}}}}}}";
}
