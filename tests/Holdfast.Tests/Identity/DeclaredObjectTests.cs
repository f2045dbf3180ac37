namespace Holdfast.Tests.Identity;

/// <summary>Ports, Services and claims carry what was declared, and refuse what Kubernetes would.</summary>
public class DeclaredObjectTests
{
    [Fact]
    public void PortSaysWhatWasDeclared()
    {
        Assert.Equal("client", ZooKeeper.Client.Name);
        Assert.Equal("client", ZooKeeper.Client.ToString());
        Assert.Equal(2181, ZooKeeper.Client.Number);
        Assert.Equal(PortProtocol.Tcp, ZooKeeper.Client.Protocol);
        Assert.Equal(PortProtocol.Udp, new ServicePort(ZooKeeper.StatefulSet, "dns", 53, PortProtocol.Udp).In("shop").Protocol);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65536)]
    public void PortNumberMustBeOne(int number)
    {
        string message = Assert.Throws<ArgumentOutOfRangeException>(
            "number", () => new ServicePort(ZooKeeper.StatefulSet, "client", number, PortProtocol.Tcp)).Message;

        Assert.Contains($"Port \"client\" of StatefulSet \"zookeeper\" has the number {number}", message, StringComparison.Ordinal);
        Assert.Contains("1 to 65535", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65535)]
    public void LowestAndHighestPortNumberArePorts(int number) =>
        Assert.Equal(number, new ServicePort(ZooKeeper.StatefulSet, "client", number, PortProtocol.Tcp).Number);

    [Fact]
    public void ProtocolMustBeOne() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            "protocol", () => new ServicePort(ZooKeeper.StatefulSet, "client", 2181, (PortProtocol)7));

    [Fact]
    public void ClaimsAreNamedAsTheControllerNamesThem()
    {
        Assert.Equal("data-zookeeper-1", ZooKeeper.Data.ClaimName(ZooKeeper.Pods[1]));
        Assert.Equal("data-zookeeper-1", ZooKeeper.Data.ClaimName(1));
        Assert.Equal(["data-zookeeper-0", "data-zookeeper-1", "data-zookeeper-2"], ZooKeeper.Data.ClaimNames);
        Assert.Equal("/data", ZooKeeper.Data.MountPath);
        Assert.Equal("data", ZooKeeper.Data.Name);
    }

    [Fact]
    public void ClaimsOfScaledDownOrdinalsHaveNamesToo()
    {
        Assert.Equal("data-zookeeper-9", ZooKeeper.Data.ClaimName(9));
        Assert.Throws<ArgumentOutOfRangeException>("ordinal", () => ZooKeeper.Data.ClaimName(-1));
    }

    [Fact]
    public void ClaimOfAMemberDoesNotDependOnItsNamespace() =>
        Assert.Equal("data-zookeeper-1", ZooKeeper.Data.ClaimName(ZooKeeper.Pods.In("shop")[1]));

    [Fact]
    public void ExistingClaimMayHaveDotsInItsName()
    {
        var claim = new ExistingClaim("shared.volume-1", "/shared");

        Assert.Equal("shared.volume-1", claim.ClaimName);
        Assert.Equal("/shared", claim.MountPath);
        Assert.Equal("shared.volume-1", claim.ToString());
        Assert.Throws<ArgumentException>("claimName", () => new ExistingClaim("Shared", null));
        Assert.Throws<ArgumentNullException>("claimName", () => new ExistingClaim(null!, null));
    }

    [Fact]
    public void ServiceSaysWhatWasDeclared()
    {
        Assert.Equal("zookeeper-clients", ZooKeeper.Clients.Name);
        Assert.Equal("zookeeper-clients", ZooKeeper.Clients.ToString());
        Assert.Same(ZooKeeper.StatefulSet, ZooKeeper.Clients.Workload);
    }
}
