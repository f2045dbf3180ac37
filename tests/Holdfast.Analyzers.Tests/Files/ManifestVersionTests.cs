using System.Globalization;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>What rules say for the versions of Kubernetes that a project names, on both sides of each fact.</summary>
public class ManifestVersionTests
{
    private const string Key = "holdfast_kubernetes_version";

    private const string Path = "k8s/orders.yaml";

    private static readonly Dictionary<string, Func<string, string>> Places = new(StringComparer.Ordinal)
    {
        ["set"] = static fields => Set.Replace("  template:", "  " + fields + "\n  template:", StringComparison.Ordinal),
        ["pods"] = static fields => Set + "\n      " + fields,
        ["container"] = static fields => Set.Replace("image: orders:1.0", "image: orders:1.0, " + fields, StringComparison.Ordinal),
        ["service"] = static fields => "apiVersion: v1\nkind: Service\nmetadata: {name: front}\nspec:\n  ports: [{port: 80}]\n  selector: {app: front}\n  " + fields,
        ["name"] = static name => "apiVersion: v1\nkind: Service\nmetadata: {name: " + name + "}\nspec:\n  ports: [{port: 80}]\n  selector: {app: front}",
        ["policy"] = static peer => "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: front}\nspec:\n  podSelector: {}\n  ingress: [{from: [" + peer + "]}]",
        ["autoscaler"] = static fields => "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: front}\nspec:\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: front}\n  maxReplicas: 3\n  " + fields,
        ["job"] = static fields => "apiVersion: batch/v1\nkind: Job\nmetadata: {name: once}\nspec:\n  " + fields + "\n  template: {spec: {restartPolicy: Never, containers: [{name: once, image: 'once:1.0'}]}}",
        ["claim"] = static fields => "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec:\n  accessModes: [ReadWriteOnce]\n  resources: {requests: {storage: 1Gi}}\n  " + fields,
    };

    private const string Set = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: orders}
        spec:
          selector: {matchLabels: {app: orders}}
          template:
            metadata: {labels: {app: orders}}
            spec:
              containers: [{name: orders, image: orders:1.0}]
        """;

    [Theory]
    [InlineData("set", "updateStrategy: {rollingUpdate: {maxUnavailable: 2}}", "HF4006", "1.34 1.35.4 1.36 1.36.2", "1.35.0 1.35.3 1.37 1.38")]
    [InlineData("set", "updateStrategy: {rollingUpdate: {maxUnavailable: 0}}", "HF6005", "1.35.1 1.37", "1.34 1.35.4 1.36")]
    [InlineData("set", "updateStrategy: {rollingUpdate: {maxUnavailable: 150%}}", "HF6005", "1.37", "1.36")]
    [InlineData("set", "updateStrategy: {rollingUpdate: {maxUnavailable: 0%}}", "HF6005", "1.37", "1.36")]
    [InlineData("set", "updateStrategy: {rollingUpdate: {maxUnavailable: many}}", "HF6008", "1.37", "1.36")]
    [InlineData("set", "updateStrategy: {rollingUpdate: {maxUnavailable: 50%}}", "HF6005", "", "1.36 1.37")]
    [InlineData("name", "1st", "HF2003", "1.30 1.34 1.35", "1.36 1.37")]
    [InlineData("name", "first", "HF2003", "", "1.30 1.35")]
    [InlineData("policy", "ipBlock: {cidr: 10.0.0.1/8}", "HF2017", "1.36 1.37", "1.33 1.35")]
    [InlineData("policy", "ipBlock: {cidr: 10.0.0.300/8}", "HF2017", "1.33 1.36", "")]
    [InlineData("policy", "ipBlock: {cidr: 10.0.0.1}", "HF2017", "1.33 1.36", "")]
    [InlineData("service", "externalIPs: [10.0.0.01]", "HF2017", "1.36", "1.35")]
    [InlineData("pods", "hostAliases: [{ip: 010.0.0.1, hostnames: [a]}]", "HF2017", "1.37", "1.35")]
    [InlineData("pods", "dnsConfig: {nameservers: [010.0.0.1]}", "HF2017", "1.37", "1.35")]
    [InlineData("pods", "dnsConfig: {searches: [_tcp.example.com]}", "HF2017", "1.30 1.32", "1.33 1.36")]
    [InlineData("pods", "dnsConfig: {searches: [example.com.]}", "HF2017", "", "1.30 1.36")]
    [InlineData("container", "env: [{name: 'a b', value: x}]", "HF6008", "1.30 1.31", "1.32 1.36")]
    [InlineData("container", "env: [{name: a.b-c, value: x}]", "HF6008", "", "1.30 1.36")]
    [InlineData("container", "lifecycle: {preStop: {sleep: {seconds: 0}}}", "HF6005", "1.30 1.32", "1.33 1.36")]
    [InlineData("container", "restartPolicy: Always", "HF6007", "1.33 1.34", "1.35 1.36")]
    [InlineData("pods", "initContainers: [{name: first, image: 'a:1', restartPolicy: Never}]", "HF6008", "1.34", "1.35 1.36")]
    [InlineData("pods", "initContainers: [{name: first, image: 'a:1', restartPolicy: Always}]", "HF6008", "", "1.30 1.36")]
    [InlineData("container", "restartPolicy: Never, restartPolicyRules: [{action: RestartAllContainers, exitCodes: {operator: In, values: [1]}}]", "HF6008", "1.35", "1.36 1.37")]
    [InlineData("service", "trafficDistribution: PreferSameZone", "HF6008", "1.31 1.33", "1.34 1.36")]
    [InlineData("service", "trafficDistribution: PreferClose", "HF6008", "", "1.31 1.36")]
    [InlineData("autoscaler", "minReplicas: 0", "HF6005", "1.35 1.36", "1.37 1.38")]
    [InlineData("autoscaler", "minReplicas: -1", "HF6005", "1.36 1.37", "")]
    [InlineData("autoscaler", "minReplicas: 1", "HF6005", "", "1.35 1.37")]
    public async Task FactsHoldInTheirVersions(string place, string text, string id, string reported, string silent)
    {
        foreach (string version in reported.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Diagnostic found = Assert.Single(await FindAsync(place, text, version), diagnostic => diagnostic.Id == id);
            Assert.Equal(id == "HF4006" ? DiagnosticSeverity.Info : DiagnosticSeverity.Error, found.Severity);
        }

        foreach (string version in silent.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.DoesNotContain(await FindAsync(place, text, version), diagnostic => diagnostic.Id == id);
        }
    }

    /// <summary>Refused where the schema lacks it, dropped where its gate is off, and nothing else.</summary>
    [Theory]
    [InlineData("pods", "hostnameOverride: a.example.com", "1.33", "1.34", "1.35")]
    [InlineData("container", "env: [{name: A, valueFrom: {fileKeyRef: {volumeName: v, path: p, key: K}}}]", "1.33", "1.34", "1.35")]
    [InlineData("container", "restartPolicy: Never, restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [1]}}]", "1.33", "1.34", "1.35")]
    [InlineData("pods", "resources: {limits: {memory: 1Gi}}", "1.31", "1.32", "1.34")]
    [InlineData("pods", "securityContext: {supplementalGroupsPolicy: Merge}", "1.30", "1.31", "1.33")]
    [InlineData("pods", "securityContext: {seLinuxChangePolicy: Recursive}", "1.31", "1.32", "1.33")]
    [InlineData("pods", "securityContext: {appArmorProfile: {type: RuntimeDefault}}", "", "", "1.30")]
    [InlineData("pods", "hostUsers: false", "", "1.32", "1.33")]
    [InlineData("container", "resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}]", "", "1.32", "1.33")]
    [InlineData("container", "lifecycle: {stopSignal: SIGTERM}", "1.32", "1.36", "1.37")]
    [InlineData("container", "volumeMounts: [{name: v, mountPath: /v, readOnly: true, recursiveReadOnly: Enabled}]", "", "1.30", "1.31")]
    [InlineData("pods", "volumes: [{name: v, image: {reference: 'a:1'}}]", "1.30", "1.34", "1.35")]
    [InlineData("pods", "volumes: [{name: v, projected: {sources: [{podCertificate: {signerName: a.example.com/b, keyType: ED25519}}]}}]", "1.33", "1.36", "1.37")]
    [InlineData("pods", "volumes: [{name: v, emptyDir: {mode: 511}}]", "1.36", "1.37", "")]
    [InlineData("pods", "volumes: [{name: v, configMap: {name: a, defaultUser: 1}}]", "1.36", "1.37", "")]
    [InlineData("service", "trafficDistribution: PreferClose", "", "1.30", "1.31")]
    [InlineData("autoscaler", "behavior: {scaleUp: {tolerance: '0.1'}}", "1.32", "", "1.33")]
    [InlineData("job", "managedBy: example.com/own", "", "1.31", "1.32")]
    [InlineData("job", "scheduling: {}", "1.36", "1.37", "")]
    [InlineData("claim", "volumeAttributesClassName: fast", "", "1.33", "1.34")]
    [InlineData("pods", "hostUsers: null", "", "", "1.30")]
    public async Task FieldsExistInTheirVersions(string place, string text, string refused, string dropped, string fine)
    {
        if (refused.Length > 0)
        {
            Diagnostic found = Assert.Single(await FindAsync(place, text, refused), static diagnostic => diagnostic.Id == "HF9009");
            Assert.Equal(DiagnosticSeverity.Error, found.Severity);
            Assert.Contains($" is not valid in Kubernetes {refused};", Message(found), StringComparison.Ordinal);
        }

        if (dropped.Length > 0)
        {
            Diagnostic found = Assert.Single(await FindAsync(place, text, dropped), static diagnostic => diagnostic.Id == "HF9009");
            Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
            Assert.Contains($"off by default in Kubernetes {dropped}, so the API server drops it", Message(found), StringComparison.Ordinal);
        }

        if (fine.Length > 0)
        {
            Assert.DoesNotContain(await FindAsync(place, text, fine), static diagnostic => diagnostic.Id == "HF9009");
        }
    }

    [Theory]
    [InlineData("set", "updateStrategy: {rollingUpdate: {maxUnavailable: 2}}", "HF4006", DiagnosticSeverity.Info, "'orders' lets several replicas be updated together, and Kubernetes 1.35.4 to 1.36 drops maxUnavailable of StatefulSets (its feature gate is off by default), so replicas are updated one at a time there; leave it out")]
    [InlineData("name", "1st", "HF2003", DiagnosticSeverity.Warning, "The Service name '1st' begins with a digit, so the Service is not valid in Kubernetes 1.35; start it with a letter")]
    [InlineData("policy", "ipBlock: {cidr: 10.0.0.1/8}", "HF2017", DiagnosticSeverity.Error, "The network '10.0.0.1/8' has bits behind the first 8, so the NetworkPolicy is not valid in Kubernetes 1.36 to 1.37; write one such as '10.0.0.0/8': '10.0.0.0/8'")]
    [InlineData("autoscaler", "minReplicas: 0", "HF6005", DiagnosticSeverity.Warning, "'minReplicas' is 0, so the HorizontalPodAutoscaler is not valid in Kubernetes 1.35 to 1.36; use 1 or more")]
    [InlineData("pods", "evictionResponders: []", null, null, null)]
    [InlineData("pods", "evictionResponders: [{name: a.example.com, priority: 1}]", "HF9009", DiagnosticSeverity.Warning, "'evictionResponders' is a field of PodSpec in Kubernetes 1.37 and later, so the StatefulSet is not valid in Kubernetes 1.35 to 1.36; leave it out, or set HoldfastKubernetesVersion to the versions that your clusters have")]
    [InlineData("pods", "schedulingGroup: {podGroupName: a}", "HF9009", DiagnosticSeverity.Warning, "'schedulingGroup' is a field of PodSpec in Kubernetes 1.36 and later, so the StatefulSet is not valid in Kubernetes 1.35; leave it out, or set HoldfastKubernetesVersion to the versions that your clusters have")]
    [InlineData("pods", "hostnameOverride: a.example.com", null, null, null)]
    [InlineData("service", "trafficDistribution: PreferSameZone", null, null, null)]
    public async Task WithoutASetting_TheSupportedVersionsCount(string place, string text, string? id, DiagnosticSeverity? severity, string? message)
    {
        Diagnostic[] found = [.. (await FindAsync(place, text, version: null)).Where(diagnostic => diagnostic.Id == (id ?? "HF9009") || diagnostic.Id == "HF6008")];
        if (id is null)
        {
            Assert.Empty(found);
            return;
        }

        Assert.Equal((severity, message), (Assert.Single(found).Severity, Message(found[0])));
    }

    /// <summary>Versions that the project names are its own, so what one of them refuses is an error.</summary>
    [Theory]
    [InlineData("1.33-1.36", "1.33 to 1.34")]
    [InlineData("1.33, 1.36", "1.33")]
    [InlineData("1.30..", "1.30 to 1.34")]
    public async Task ARangeIsJudgedByTheVersionsThatRefuse(string version, string refusing)
    {
        Diagnostic found = Assert.Single(await FindAsync("container", "restartPolicy: Always", version), static diagnostic => diagnostic.Id == "HF6007");
        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
        Assert.Contains($"the StatefulSet is not valid in Kubernetes {refusing}", Message(found), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatOlderVersionsTakeAndNeverRun_IsSaidInThatWay()
    {
        Diagnostic old = Assert.Single(await FindAsync("set", "serviceName: Orders", "1.32"), static diagnostic => diagnostic.Id == "HF2003");
        Diagnostic current = Assert.Single(await FindAsync("set", "serviceName: Orders", "1.33"), static diagnostic => diagnostic.Id == "HF2003");
        Assert.Contains("so the API server accepts it and the controller never creates a pod on Kubernetes 1.32;", Message(old), StringComparison.Ordinal);
        Assert.Contains("so the StatefulSet is not valid in Kubernetes 1.33;", Message(current), StringComparison.Ordinal);
    }

    /// <summary>One folder is for an old cluster, another for a new one, and the project says what counts elsewhere.</summary>
    [Fact]
    public async Task SectionsOfEditorConfigCountForTheirFiles()
    {
        string service = Places["name"]("1st");
        Assert.Equal(
            ["old/front.yaml", "other/front.yaml"],
            (await new ManifestRun()
                .File("old/front.yaml", service).Setting("old/front.yaml", Key, "1.34")
                .File("new/front.yaml", service).Setting("new/front.yaml", Key, "1.36..")
                .File("other/front.yaml", service)
                .RunAsync())
                .Where(static diagnostic => diagnostic.Id == "HF2003")
                .Select(static diagnostic => diagnostic.Location.GetLineSpan().Path.Replace("/project/", string.Empty, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    /// <summary>What is applied together is for the versions of all its files.</summary>
    [Fact]
    public async Task FilesThatAreAppliedTogetherAreForTheVersionsOfAll()
    {
        Diagnostic found = Assert.Single(
            await new ManifestRun()
                .File("k8s/front.yaml", Places["name"]("1st")).Setting("k8s/front.yaml", Key, "1.36")
                .File("k8s/back.yaml", Places["name"]("back")).Setting("k8s/back.yaml", Key, "1.34")
                .RunAsync(),
            static diagnostic => diagnostic.Id == "HF2003");
        Assert.Contains("not valid in Kubernetes 1.34", Message(found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("latest", "is neither a version of Kubernetes nor a range of versions", "1.35 to 1.37")]
    [InlineData("1.36-1.35", "ends before it begins", "1.35 to 1.37")]
    [InlineData("1.21-1.36", "begins before the oldest version that Holdfast knows, 1.30 and later", "1.30 to 1.36")]
    [InlineData("1.21", "begins before the oldest version that Holdfast knows, 1.30 and later", "1.35 to 1.37")]
    public async Task ASettingThatCannotBeUsedIsAnError(string text, string problem, string versions)
    {
        RuleTest test = RuleTest.With(new Dictionary<string, string> { ["HoldfastKubernetesVersion"] = text }, "class Nothing { }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("HF9017", DiagnosticSeverity.Error).WithMessage(
            $"The build property HoldfastKubernetesVersion is '{text}', which {problem}, so Holdfast judges for Kubernetes {versions}; write a version or a range, such as '1.36', '1.35.2', '1.33-1.36' or '1.35..'"));
        await test.RunAsync();

        Assert.Equal(
            [$"The key {Key} of .editorconfig is '{text}', which {problem}, so Holdfast judges for Kubernetes {versions}; write a version or a range, such as '1.36', '1.35.2', '1.33-1.36' or '1.35..'"],
            (await FindAsync("name", "front", text)).Where(static diagnostic => diagnostic.Id == "HF9017").Select(Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.35")]
    public Task ASettingThatCanBeUsedIsNone(string text) =>
        RuleTest.VerifyAsync(new Dictionary<string, string> { ["HoldfastKubernetesVersion"] = text }, "class Nothing { }");

    /// <summary>Attributes are judged at their arguments.</summary>
    [Theory]
    [InlineData("1.32", "[PreStop(SleepSeconds = {|HF6005:0|})]")]
    [InlineData("1.33", "[PreStop(SleepSeconds = 0)]")]
    [InlineData("1.36", "[Patch(\"spec: {updateStrategy: {rollingUpdate: {maxUnavailable: {|HF4006:2|}}}}\")]")]
    [InlineData("1.37", "[Patch(\"spec: {updateStrategy: {rollingUpdate: {maxUnavailable: 2}}}\")]")]
    public Task DeclarationsAreJudgedToo(string version, string attributes) =>
        RuleTest.VerifyAsync(new Dictionary<string, string> { ["HoldfastKubernetesVersion"] = version }, Rules.Source.App(attributes: attributes));

    [Theory]
    [InlineData("1.33", "{|HF6008:TrafficDistribution.PreferSameZone|}")]
    [InlineData("1.34", "TrafficDistribution.PreferSameZone")]
    public Task MembersAreJudgedToo(string version, string value) => RuleTest.VerifyAsync(
        new Dictionary<string, string> { ["HoldfastKubernetesVersion"] = version },
        Rules.Source.App(members: $"[Port(80)] public static partial ServicePort Http {{ get; }} [ClientService(TrafficDistribution = {value})] public static partial Service Front {{ get; }}"));

    /// <summary>A section for sources counts for what they declare, before the property of the project.</summary>
    [Theory]
    [InlineData("1.36", "{|HF4006:2|}")]
    [InlineData("1.37", "2")]
    public async Task SectionsOfEditorConfigCountForSources(string version, string value)
    {
        RuleTest test = RuleTest.With(
            new Dictionary<string, string> { ["HoldfastKubernetesVersion"] = version == "1.36" ? "1.37" : "1.36" },
            Rules.Source.App(attributes: $"[Patch(\"spec: {{updateStrategy: {{rollingUpdate: {{maxUnavailable: {value}}}}}}}\")]"));
        test.Watched.Add("HF4006");
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\n{Key} = {version}\n"));
        await test.RunAsync();
    }

    /// <summary>Objects that code makes, while you type and at the end.</summary>
    [Theory]
    [InlineData("1.36", "MaxUnavailable = {|HF4006:2|}", "{|HF9009:HostnameOverride|} = \"a.example.com\"", "1.33")]
    [InlineData("1.37", "MaxUnavailable = 2", "HostnameOverride = \"a.example.com\"", "1.35")]
    public async Task ObjectsOfCodeAreJudgedToo(string plans, string maxUnavailable, string hostnameOverride, string pods)
    {
        await RunAsync(plans, $"new V1StatefulSetSpec {{ UpdateStrategy = new() {{ RollingUpdate = new() {{ {maxUnavailable} }} }}, Selector = new() {{ MatchLabels = new Dictionary<string, string> {{ [\"app\"] = \"a\" }} }}, Template = template }}");
        await RunAsync(pods, $"new V1StatefulSetSpec {{ Selector = new() {{ MatchLabels = new Dictionary<string, string> {{ [\"app\"] = \"a\" }} }}, Template = new() {{ Metadata = new() {{ Labels = new Dictionary<string, string> {{ [\"app\"] = \"a\" }} }}, Spec = new() {{ {hostnameOverride}, Containers = [new() {{ Name = \"a\", Image = \"a:1.0\" }}] }} }} }}");

        static Task RunAsync(string version, string spec)
        {
            RuleTest test = Objects.KubernetesCode.Test(Objects.KubernetesCode.Usings + $$"""
                public static class Makers
                {
                    public static V1StatefulSet Make(V1PodTemplateSpec template) => new() { Metadata = new() { Name = "a" }, Spec = {{spec}} };
                }
                """);
            test.Watched.Add("HF4006");
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\n{Key} = {version}\n"));
            return test.RunAsync();
        }
    }

    private static async Task<IEnumerable<Diagnostic>> FindAsync(string place, string text, string? version)
    {
        ManifestRun run = new ManifestRun().File(Path, Places[place](text));
        return await (version is null ? run : run.Setting(Path, Key, version)).RunAsync();
    }

    private static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);

    /// <summary>Servers of that time made the selector, and the labels too; where containers have images, it is an object and no patch.</summary>
    [Theory]
    [InlineData("{|HF4007:apps/v1beta1|}", "{name: front, image: 'registry.example/front:1.0'}")]
    [InlineData("apps/v1beta1", "{name: front}")]
    public Task OldObjectsWithoutLabels(string version, string container) => new ManifestRun()
        .File("k8s/front.yaml", $"apiVersion: {version}\nkind: Deployment\nmetadata: {{name: front}}\nspec: {{template: {{spec: {{containers: [{container}]}}}}}}\n")
        .VerifyAsync();
}
