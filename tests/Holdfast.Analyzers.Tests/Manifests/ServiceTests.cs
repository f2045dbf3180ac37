using System.Net;
using Holdfast.WellKnown;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>Services and their ports: what is declared is written, and code gives the numbers that the manifest has.</summary>
public class ServiceTests
{
    [Fact]
    public void EveryFieldOfAClientServiceIsThere()
    {
        V1ServiceSpec service = Manifest("""
            [ClientService(
                Type = ServiceType.LoadBalancer,
                SessionAffinity = SessionAffinity.ClientIP,
                SessionAffinityTimeoutSeconds = 60,
                ExternalTrafficPolicy = TrafficPolicy.Local,
                InternalTrafficPolicy = TrafficPolicy.Cluster,
                LoadBalancerClass = "example.com/internal",
                LoadBalancerSourceRanges = new[] { "10.0.0.0/8", "192.168.0.0/16" },
                IpFamilyPolicy = IpFamilyPolicy.PreferDualStack,
                IpFamilies = new[] { IpFamily.IPv6, IpFamily.IPv4 },
                AllocateLoadBalancerNodePorts = false,
                LoadBalancerIp = "192.0.2.1",
                HealthCheckNodePort = 30500,
                ExternalIps = new[] { "192.0.2.2", "2001:db8::2" },
                ClusterIps = new[] { "fd00::1", "10.0.0.1" },
                TrafficDistribution = TrafficDistribution.PreferSameNode,
                PublishNotReadyAddresses = true)]
            public static partial Service Front { get; }
            """).Service("a-front").Spec;
        Assert.Equal(("LoadBalancer", "ClientIP", 60), (service.Type, service.SessionAffinity, service.SessionAffinityConfig.ClientIP.TimeoutSeconds));
        Assert.Equal(("Local", "Cluster"), (service.ExternalTrafficPolicy, service.InternalTrafficPolicy));
        Assert.Equal("example.com/internal", service.LoadBalancerClass);
        Assert.Equal(["10.0.0.0/8", "192.168.0.0/16"], service.LoadBalancerSourceRanges);
        Assert.Equal("PreferDualStack", service.IpFamilyPolicy);
        Assert.Equal(["IPv6", "IPv4"], service.IpFamilies);
        Assert.True(service.PublishNotReadyAddresses);
        Assert.Equal((false, "192.0.2.1", 30500), (service.AllocateLoadBalancerNodePorts, service.LoadBalancerIP, service.HealthCheckNodePort));
        Assert.Equal(["192.0.2.2", "2001:db8::2"], service.ExternalIPs);
        Assert.Equal("fd00::1", service.ClusterIP);
        Assert.Equal(["fd00::1", "10.0.0.1"], service.ClusterIPs);
        Assert.Equal("PreferSameNode", service.TrafficDistribution);
    }

    [Fact]
    public void OneAddressNeedsNoList()
    {
        V1ServiceSpec service = Manifest("[ClientService(ClusterIps = new[] { \"10.0.0.1\" })] public static partial Service Front { get; }").Service("a-front").Spec;
        Assert.Equal(("10.0.0.1", null), (service.ClusterIP, service.ClusterIPs));
    }

    [Fact]
    public void NothingIsWrittenThatNobodyDeclared()
    {
        V1ServiceSpec service = Manifest("[ClientService] public static partial Service Front { get; }").Service("a-front").Spec;
        Assert.Equal(
            [null, null, null, null, null, null, null, null, null, null, null, null, null, null, null],
            new object?[]
            {
                service.AllocateLoadBalancerNodePorts, service.HealthCheckNodePort, service.ExternalIPs, service.ClusterIP, service.LoadBalancerIP, service.TrafficDistribution,
                service.Type, service.SessionAffinity, service.SessionAffinityConfig, service.ExternalTrafficPolicy, service.InternalTrafficPolicy,
                service.LoadBalancerSourceRanges, service.IpFamilyPolicy, service.IpFamilies, service.PublishNotReadyAddresses,
            });
        V1ServicePort port = Assert.Single(service.Ports);
        Assert.Equal((8080, null, null, null), (port.Port, port.TargetPort, port.NodePort, port.AppProtocol));
    }

    [Fact]
    public void ATimeoutAloneAsksForAffinity()
    {
        V1ServiceSpec service = Manifest("[ClientService(SessionAffinityTimeoutSeconds = 5)] public static partial Service Front { get; }").Service("a-front").Spec;
        Assert.Equal(("ClientIP", 5), (service.SessionAffinity, service.SessionAffinityConfig.ClientIP.TimeoutSeconds));
    }

    [Fact]
    public void TheGoverningServiceHasIpFamilies()
    {
        V1ServiceSpec service = Manifest(string.Empty, "[HeadlessService(IpFamilyPolicy = IpFamilyPolicy.RequireDualStack, IpFamilies = new[] { IpFamily.IPv4, IpFamily.IPv6 })]").Service("a").Spec;
        Assert.Equal(("None", "RequireDualStack"), (service.ClusterIP, service.IpFamilyPolicy));
        Assert.Equal(["IPv4", "IPv6"], service.IpFamilies);
    }

    [Fact]
    public void AServicesOwnNumberIsThatOfTheManifestAndOfTheCode()
    {
        EmittedManifest manifest = Manifest("""
            [Port(9090, ServicePort = 80, NodePort = 30080, HostPort = 90, AppProtocol = "kubernetes.io/h2c")] public static partial ServicePort Web { get; }
            [ClientService(Type = ServiceType.NodePort, Ports = new[] { nameof(Web) })] public static partial Service Front { get; }
            [ClientService] public static partial Service Inside { get; }
            """);
        ServicePort web = manifest.Member<ServicePort>("Web");
        V1ServicePort offered = Assert.Single(manifest.Service("a-front").Spec.Ports);
        Assert.Equal(("web", 80, "web", 30080, "kubernetes.io/h2c"), (offered.Name, offered.Port, offered.TargetPort.Value, offered.NodePort, offered.AppProtocol));
        Assert.Equal(new DnsEndPoint("a-front", offered.Port), web.On(manifest.Member<Service>("Front")));
        Assert.Equal(80, web.ServiceNumber);

        // A port of the nodes belongs to Services that have one.
        Assert.Equal([(8080, null), (80, null)], manifest.Service("a-inside").Spec.Ports.Select(port => (port.Port, port.NodePort)));

        V1ServicePort headless = manifest.Service("a").Spec.Ports.Single(port => port.Name == "web");
        Assert.Equal((9090, null, null, "kubernetes.io/h2c"), (headless.Port, headless.TargetPort, headless.NodePort, headless.AppProtocol));
        Pod pod = manifest.Member<PodSet>("Pods")[0];
        Assert.Equal(new DnsEndPoint("a-0.a", headless.Port), web.On(pod));
        V1ContainerPort container = manifest.Container.Ports.Single(port => port.Name == "web");
        Assert.Equal((9090, 90), (container.ContainerPort, container.HostPort));
    }

    [Fact]
    public void EachMemberHasAServiceThatCodeNames()
    {
        EmittedManifest manifest = EmittedManifest.Of("A", """
            using Holdfast;
            [StatefulApp("a", Replicas = 3, OrdinalStart = 5, Namespace = "shop")]
            [Container("a:1")]
            partial class A
            {
                [Port(8080, ServicePort = 80, NodePort = 30080)] public static partial ServicePort Http { get; }
                [Port(9090)] public static partial ServicePort Admin { get; }
                [ReplicaService(Type = ServiceType.LoadBalancer, Ports = new[] { nameof(Http) })] public static partial ReplicaServices Outside { get; }
                [ReplicaService(Name = "inside")] public static partial ReplicaServices Inside { get; }
            }
            """);
        Assert.Equal(
            ["a", "a-5", "a-6", "a-7", "inside-5", "inside-6", "inside-7"],
            manifest.Objects.OfType<V1Service>().Select(service => service.Metadata.Name));
        ServicePort http = manifest.Member<ServicePort>("Http");
        foreach (Pod pod in manifest.Member<PodSet>("Pods"))
        {
            Service outside = manifest.Member<ReplicaServices>("Outside")[pod];
            V1ServiceSpec spec = manifest.Service(outside.Name).Spec;
            Assert.Equal([(KubernetesLabels.PodName, pod.Name)], spec.Selector.Select(label => (label.Key, label.Value)));
            V1ServicePort port = Assert.Single(spec.Ports);
            Assert.Equal((80, "http", null), (port.Port, port.TargetPort.Value, port.NodePort));
            Assert.Equal(("LoadBalancer", null), (spec.Type, spec.ClusterIP));
            Assert.Equal(new DnsEndPoint($"{pod.Name}.shop.svc.cluster.local", 80), http.On(outside));
            Assert.Equal(2, manifest.Service(manifest.Member<ReplicaServices>("Inside")[pod].Name).Spec.Ports.Count);
        }
    }

    private static EmittedManifest Manifest(string members, string attributes = "") => EmittedManifest.Of("A", $$"""
        using Holdfast;
        [StatefulApp("a")] [Container("a:1")] {{attributes}}
        partial class A
        {
            [Port(8080)] public static partial ServicePort Http { get; }
            {{members}}
        }
        """);
}
