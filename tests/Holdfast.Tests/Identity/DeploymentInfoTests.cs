using System.Net;

namespace Holdfast.Tests.Identity;

/// <summary>What is known of a Deployment: its Services, and no names of pods.</summary>
public class DeploymentInfoTests
{
    private static readonly DeploymentInfo Deployment = new("web") { Replicas = 2 };

    private static readonly ServicePort Http = new(Deployment, "http", 8080, PortProtocol.Tcp, 80);

    [Fact]
    public void DefaultsAreThoseOfKubernetes()
    {
        var deployment = new DeploymentInfo("web");

        Assert.Equal(("web", 1), (deployment.Name, deployment.Replicas));
        Assert.Null(deployment.Namespace);
        Assert.Null(deployment.ClusterDomain);
        Assert.Equal("web", deployment.ToString());
    }

    [Fact]
    public void AnyOtherValueMakesAnotherDeployment()
    {
        DeploymentInfo full = Full();

        Assert.Equal(full, Full());
        Assert.True(full == Full());
        Assert.Equal(full.GetHashCode(), Full().GetHashCode());
        Assert.All(
            [Full(name: "api"), Full(@namespace: "test"), Full(domain: "cluster.local"), Full(replicas: 4)],
            other => Assert.True(full != other));
        Assert.False(full.Equals(null));
        Assert.False(full.Equals((object)new StatefulSetInfo("web")));
    }

    [Fact]
    public void InChangesNothingElse()
    {
        DeploymentInfo full = Full();

        Assert.Equal(full, full.In("other", "other.example").In("shop", "k8s.example"));
        Assert.Equal("k8s.example", full.In("other").ClusterDomain);
        Assert.Equal(full, ((WorkloadInfo)full).In("shop"));
        Assert.Throws<ArgumentNullException>("namespace", () => full.In(null!));
        Assert.Throws<ArgumentException>("namespace", () => full.In("My.Shop"));
        Assert.Throws<ArgumentException>("clusterDomain", () => full.In("shop", "k8s.example."));
    }

    [Theory]
    [InlineData("Web")]
    [InlineData("web_front")]
    [InlineData("web.")]
    [InlineData("")]
    public void TheNameMustBeADnsName(string name)
    {
        Assert.Throws<ArgumentException>("name", () => new DeploymentInfo(name));
        Assert.Equal("web.v1", new DeploymentInfo("web.v1").Name);
        Assert.Throws<ArgumentNullException>("name", () => new DeploymentInfo(null!));
        Assert.Throws<ArgumentOutOfRangeException>("Replicas", () => new DeploymentInfo("web") { Replicas = -1 });
    }

    [Fact]
    public void APortHasItsAddressOnAService()
    {
        var front = new Service(Deployment, "web-front");

        Assert.Same(Deployment, front.Workload);
        Assert.Same(Deployment, Http.Workload);
        Assert.Equal(new DnsEndPoint("web-front", 80), Http.On(front));
        Assert.Equal(new DnsEndPoint("web-front.shop.svc.cluster.local", 80), Http.In("shop").On(front));
        Assert.Equal(new DnsEndPoint("web-front.shop.svc.corp.example", 80), Http.On(front.In("shop", "corp.example")));
    }

    [Fact]
    public void AServiceOfAnotherWorkloadIsRefused()
    {
        string message = Assert.Throws<ArgumentException>("service", () => Http.On(new Service(new StatefulSetInfo("web"), "web-front"))).Message;
        Assert.Contains("belongs to Deployment \"web\", but Service \"web-front\" belongs to StatefulSet \"web\"", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("service", () => Http.On(new Service(new DeploymentInfo("api"), "web-front")));
        Assert.Throws<ArgumentException>("service", () => Http.In("shop").On(new Service(Deployment.In("test"), "web-front")));
    }

    [Fact]
    public void APortHasNoPodsAndSaysWhy()
    {
        Pod pod = new StatefulSetInfo("orders").Pods[0];

        Assert.Equal(
            "Port \"http\" of Deployment \"web\" has no SRV records: pods of a Deployment have random names and no DNS names. "
            + "Declare a Service with [ClientService] and ask for the port's address on it, or make the application a [StatefulApp].",
            Assert.Throws<InvalidOperationException>(() => Http.SrvName).Message);
        Assert.Contains("has no address on a pod", Assert.Throws<InvalidOperationException>(() => Http.On(pod)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("pod", () => Http.On((Pod)null!));
    }

    [Fact]
    public void APortNumberOfADeploymentIsJudgedToo() => Assert.Contains(
        "Port \"http\" of Deployment \"web\" has the number 0",
        Assert.Throws<ArgumentOutOfRangeException>("number", () => new ServicePort(Deployment, "http", 0, PortProtocol.Tcp)).Message,
        StringComparison.Ordinal);

    private static DeploymentInfo Full(string name = "web", string @namespace = "shop", string domain = "k8s.example", int replicas = 2) =>
        new(name) { Namespace = @namespace, ClusterDomain = domain, Replicas = replicas };
}
