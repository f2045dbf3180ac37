using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>Arguments that are fields as they are, where they meet what Holdfast writes by itself.</summary>
public class FieldArgumentManifestTests
{
    [Fact]
    public void NothingIsWrittenWithoutThem()
    {
        V1PodSpec pod = Pod(string.Empty);
        Assert.Null(pod.EnableServiceLinks);
        Assert.Null(pod.Os);
        Assert.Null(pod.Resources);
        Assert.Null(pod.SecurityContext.FsGroupChangePolicy);
        Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
        Assert.Equal(["ALL"], pod.Containers[0].SecurityContext.Capabilities.Drop);
    }

    [Fact]
    public void LocalhostProfile_TakesTheType()
    {
        V1PodSecurityContext security = Pod("[SecurityContext(SeccompLocalhostProfile = \"profiles/a.json\")]").SecurityContext;
        Assert.Equal(("Localhost", "profiles/a.json"), (security.SeccompProfile.Type, security.SeccompProfile.LocalhostProfile));
        Assert.Equal("Unconfined", Pod("[SecurityContext(SeccompProfile = SecurityProfileType.Unconfined)]").SecurityContext.SeccompProfile.Type);
    }

    /// <summary>The API server refuses fields of Linux there.</summary>
    [Fact]
    public void WindowsPods_HaveNothingOfLinux()
    {
        V1PodSpec pod = Pod("[PodSpec(Os = PodOs.Windows)] [SecurityContext(WindowsUserName = \"ContainerUser\")]");
        Assert.Equal("windows", pod.Os.Name);
        Assert.Equal((null, null, true), (pod.SecurityContext.RunAsUser, pod.SecurityContext.SeccompProfile?.Type, pod.SecurityContext.RunAsNonRoot));
        Assert.Equal("ContainerUser", pod.SecurityContext.WindowsOptions.RunAsUserName);
        Assert.Null(pod.Containers[0].SecurityContext);
        Assert.NotNull(Pod("[PodSpec(Os = PodOs.Linux)]").Containers[0].SecurityContext);
    }

    [Fact]
    public void ModesOfItems_AreOctal()
    {
        V1Volume volume = Assert.Single(EmittedManifest.Of("App", App(
            string.Empty,
            "[SecretVolume(\"tls\", MountPath = \"/tls\", Items = new[] { \"tls.key:0400=key.pem\", \"tls.crt:444\", \"ca.crt\" })] public static partial Volume Tls { get; }")).StatefulSet.Spec.Template.Spec.Volumes);
        Assert.Equal([("tls.key", "key.pem", 256), ("tls.crt", "tls.crt", 292), ("ca.crt", "ca.crt", null)], volume.Secret.Items.Select(static item => (item.Key, item.Path, item.Mode)));
    }

    [Fact]
    public void ExternalName_HasNeitherPortsNorReplicas()
    {
        V1Service service = EmittedManifest.Of("App", App(string.Empty, "[Port(80)] public static partial ServicePort Http { get; } [ClientService(ExternalName = \"a.example.com\")] public static partial Service Clients { get; }"))
            .Service("a-clients");
        Assert.Equal(("ExternalName", "a.example.com", null, null), (service.Spec.Type, service.Spec.ExternalName, service.Spec.Selector, service.Spec.Ports));
    }

    [Fact]
    public void Selector_TakesThePlaceOfTheApplications()
    {
        V1Service service = EmittedManifest.Of("App", App(string.Empty, "[Port(80)] public static partial ServicePort Http { get; } [ClientService(Selector = new[] { \"role=leader\" })] public static partial Service Leader { get; }"))
            .Service("a-leader");
        Assert.Equal(new Dictionary<string, string> { ["role"] = "leader" }, service.Spec.Selector);
    }

    [Fact]
    public void OtherMetrics_TakeThePlaceOfTheDefault()
    {
        V2HorizontalPodAutoscaler autoscaler = Autoscaler("[Autoscaler(1, 3)] [PodsMetric(\"rps\", Average = \"100\")]");
        V2MetricSpec metric = Assert.Single(autoscaler.Spec.Metrics);
        Assert.Equal(("Pods", "rps", "AverageValue"), (metric.Type, metric.Pods.Metric.Name, metric.Pods.Target.Type));
        Assert.Equal("Resource", Assert.Single(Autoscaler("[Autoscaler(1, 3)]").Spec.Metrics).Type);
    }

    [Fact]
    public void ResizePolicies_AreOneList() => Assert.Equal(
        [("cpu", "NotRequired"), ("memory", "RestartContainer")],
        Pod("[Resources(CpuResizePolicy = ResizePolicy.NotRequired, MemoryResizePolicy = ResizePolicy.RestartContainer)]").Containers[0].ResizePolicy.Select(static policy => (policy.ResourceName, policy.RestartPolicy)));

    [Fact]
    public void RestartRules_HaveTheirDefaults()
    {
        V1ContainerRestartRule rule = Assert.Single(Pod("[RestartRule(42)]").Containers[0].RestartPolicyRules);
        Assert.Equal(("Restart", "In", 42), (rule.Action, rule.ExitCodes.OperatorProperty, Assert.Single(rule.ExitCodes.Values)));
    }

    private static V2HorizontalPodAutoscaler Autoscaler(string attributes) => EmittedManifest.Of("App", App(attributes)).Objects.OfType<V2HorizontalPodAutoscaler>().Single();

    private static V1PodSpec Pod(string attributes) => EmittedManifest.Of("App", App(attributes)).StatefulSet.Spec.Template.Spec;

    private static string App(string attributes, string members = "") => $$"""
        using Holdfast;
        [StatefulApp("a")] [Container("a:1")] {{attributes}}
        public partial class App { {{members}} }
        """;
}
