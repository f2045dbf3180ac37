using System.Net;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>Stateless applications: all that their attributes say is there, and nothing that only a StatefulSet has.</summary>
public class DeploymentTests
{
    [Fact]
    public void NothingIsWrittenThatNobodyDeclared()
    {
        EmittedManifest manifest = Manifest("\"web\"");
        Assert.Equal([typeof(V1Deployment)], manifest.Objects.Select(item => item.GetType()));
        V1DeploymentSpec spec = manifest.Deployment.Spec;
        Assert.Equal(1, spec.Replicas);
        Assert.Equal(
            [null, null, null, null, null],
            new object?[] { spec.MinReadySeconds, spec.Paused, spec.ProgressDeadlineSeconds, spec.RevisionHistoryLimit, spec.Strategy });
        Assert.Null(spec.Template.Spec.TerminationGracePeriodSeconds);
        Assert.Equal(spec.Selector.MatchLabels, manifest.Deployment.Spec.Template.Metadata.Labels.Where(label => spec.Selector.MatchLabels.ContainsKey(label.Key)));
        Assert.Equal(["POD_NAME", "POD_NAMESPACE"], spec.Template.Spec.Containers[0].Env.Select(variable => variable.Name));
        Assert.True(spec.Template.Spec.SecurityContext.RunAsNonRoot);
        Assert.Equal("ScheduleAnyway", Assert.Single(spec.Template.Spec.TopologySpreadConstraints).WhenUnsatisfiable);
    }

    [Fact]
    public void EveryFieldIsThere()
    {
        EmittedManifest manifest = Manifest("""
            "web", Replicas = 4, Namespace = "shop", ClusterDomain = "corp.example", Strategy = DeploymentStrategy.RollingUpdate, MaxSurge = 2,
            MaxUnavailablePercent = 50, MinReadySeconds = 5, RevisionHistoryLimit = 3, ProgressDeadlineSeconds = 120, Paused = true,
            TerminationGracePeriodSeconds = 60
            """, "[ClientService] public static partial Service Front { get; }");
        V1DeploymentSpec spec = manifest.Deployment.Spec;
        Assert.Equal(("web", "shop"), (manifest.Deployment.Metadata.Name, manifest.Deployment.Metadata.NamespaceProperty));
        Assert.Equal((4, 5, 3, 120, true), (spec.Replicas, spec.MinReadySeconds, spec.RevisionHistoryLimit, spec.ProgressDeadlineSeconds, spec.Paused));
        Assert.Equal(("RollingUpdate", "2", "50%"), (spec.Strategy.Type, spec.Strategy.RollingUpdate.MaxSurge.Value, spec.Strategy.RollingUpdate.MaxUnavailable.Value));
        Assert.Equal(60, spec.Template.Spec.TerminationGracePeriodSeconds);
        Service front = manifest.Member<Service>("Front");
        Assert.Equal("web-front.shop.svc.corp.example", front.HostName);
        Assert.Equal(4, ((DeploymentInfo)front.Workload).Replicas);
    }

    [Theory]
    [InlineData("Strategy = DeploymentStrategy.Recreate", "Recreate", null, null)]
    [InlineData("MaxSurgePercent = 150", null, "150%", null)]
    [InlineData("MaxUnavailable = 0", null, null, "0")]
    public void StrategiesAreWrittenAsFarAsTheyAreDeclared(string argument, string? type, string? surge, string? unavailable)
    {
        V1DeploymentStrategy strategy = Manifest("\"web\", " + argument).Deployment.Spec.Strategy;
        Assert.Equal((type, surge, unavailable), (strategy.Type, strategy.RollingUpdate?.MaxSurge?.Value, strategy.RollingUpdate?.MaxUnavailable?.Value));
    }

    [Fact]
    public void WhatEveryPodCanHaveIsThere()
    {
        EmittedManifest manifest = EmittedManifest.Of("Web", """"
            using Holdfast;
            [StatelessApp("web", Replicas = 2)]
            [Container("web:1", Args = new[] { "--verbose" })]
            [Resources(CpuRequest = "100m", MemoryLimit = "64Mi")]
            [ReadinessProbe(HttpPath = "/ready", Port = nameof(Http))]
            [PreStop(SleepSeconds = 5)]
            [Env("LEVEL", "info")]
            [EnvFrom(Secret = "web")]
            [SecurityContext(RunAsUser = 70)]
            [NodeSelector("disk", "ssd")]
            [Toleration(Key = "dedicated")]
            [ServiceAccount(Create = true)]
            [Label("team", "shop")]
            [Annotation("example.com/owner", "shop", On = ManifestTargets.Pods)]
            [DisruptionBudget(MaxUnavailable = 1)]
            [Patch("spec: {template: {spec: {priorityClassName: high}}}")]
            [Patch("{kind: Deployment, spec: {paused: true}}")]
            partial class Web
            {
                [Port(8080, ServicePort = 80)] public static partial ServicePort Http { get; }
                [ClientService(Type = ServiceType.NodePort)] public static partial Service Front { get; }
                [ExistingClaim("assets", MountPath = "/assets", ReadOnly = true)] public static partial ExistingClaim Assets { get; }
                [EmptyDir(MountPath = "/tmp")] public static partial Volume Scratch { get; }
                [ConfigFile("/etc/web.conf")] private const string Config = "a = 1\n";

                [Sidecar("logs:1")]
                [Mount(nameof(Scratch), "/logs")]
                static partial class Logs { [Port(9000)] public static partial ServicePort Status { get; } }
            }
            """");
        Assert.Equal(
            ["ServiceAccount web", "ConfigMap web-config", "Service web-front", "PodDisruptionBudget web", "Deployment web"],
            manifest.Objects.Cast<k8s.IKubernetesObject<V1ObjectMeta>>().Select(item => $"{item.Kind} {item.Metadata.Name}"));
        V1Deployment deployment = manifest.Deployment;
        V1PodSpec pod = deployment.Spec.Template.Spec;
        V1Container container = pod.Containers[0];
        Assert.Equal(("shop", true, "high"), (deployment.Metadata.Labels["team"], deployment.Spec.Paused, pod.PriorityClassName));
        Assert.Equal("shop", deployment.Spec.Template.Metadata.Annotations["example.com/owner"]);
        Assert.Equal(["assets", "config-files", "scratch"], pod.Volumes.Select(volume => volume.Name).Order());
        Assert.Equal(["/assets", "/etc/web.conf", "/tmp"], container.VolumeMounts.Select(mount => mount.MountPath).Order());
        Assert.Equal((8080, "/ready", 5), (container.Ports[0].ContainerPort, container.ReadinessProbe.HttpGet.Path, container.Lifecycle.PreStop.Sleep.Seconds));
        Assert.Equal(("logs", "Always", "/logs"), (pod.InitContainers[0].Name, pod.InitContainers[0].RestartPolicy, pod.InitContainers[0].VolumeMounts[0].MountPath));
        Assert.Equal("info", container.Env.Single(variable => variable.Name == "LEVEL").Value);
        Assert.Equal(("ssd", "dedicated", 70), (pod.NodeSelector["disk"], pod.Tolerations[0].Key, pod.SecurityContext.RunAsUser));
        Assert.Equal(deployment.Spec.Selector.MatchLabels, manifest.Objects.OfType<V1PodDisruptionBudget>().Single().Spec.Selector.MatchLabels);
        Assert.Equal(deployment.Spec.Selector.MatchLabels, manifest.Service("web-front").Spec.Selector);
        Assert.Equal(new DnsEndPoint("web-front", 80), manifest.Member<ServicePort>("Http").On(manifest.Member<Service>("Front")));
        Assert.Throws<InvalidOperationException>(() => manifest.Member<ServicePort>("Http").SrvName);
    }

    [Fact]
    public void WhatOnlyAStatefulSetHasIsLeftOutAndThrows()
    {
        EmittedManifest manifest = EmittedManifest.Of("Web", """
            using Holdfast;
            [StatelessApp("web")] [Container("web:1")] [HeadlessService] [ClaimRetention(WhenDeleted = ClaimRetention.Delete)]
            partial class Web
            {
                [Port(8080)] public static partial ServicePort Http { get; }
                [VolumeClaim("1Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
                [PeerList(Env = "PEERS", Each = "{nonsense}")] public static partial string Peers { get; }
                [ReplicaService] public static partial ReplicaServices Members { get; }
                [Sidecar("side:1")] static partial class Side { [PeerList] public static partial string Others { get; } }
            }
            """);
        Assert.Equal([typeof(V1Deployment)], manifest.Objects.Select(item => item.GetType()));
        Assert.Null(manifest.Deployment.Spec.Template.Spec.Volumes);
        Assert.Equal(8080, manifest.Member<ServicePort>("Http").Number);
        foreach (string member in new[] { "Data", "Peers", "Members" })
        {
            Exception thrown = Assert.Throws<System.Reflection.TargetInvocationException>(() => manifest.Member<object>(member)).InnerException!;
            Assert.Contains("is for a StatefulSet and Web is a Deployment", Assert.IsType<NotSupportedException>(thrown).Message, StringComparison.Ordinal);
        }
    }

    private static EmittedManifest Manifest(string arguments, string members = "") => EmittedManifest.Of("Web", $$"""
        using Holdfast;
        [StatelessApp({{arguments}})] [Container("web:1")]
        partial class Web
        {
            [Port(8080)] public static partial ServicePort Http { get; }
            {{members}}
        }
        """);
}
