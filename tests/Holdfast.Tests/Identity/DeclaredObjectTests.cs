namespace Holdfast.Tests.Identity;

/// <summary>Ports, Services and claims carry what was declared, and refuse what Kubernetes would.</summary>
public class DeclaredObjectTests
{
    [Fact]
    public void Port_says_what_was_declared()
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
    public void Port_number_must_be_one(int number)
    {
        string message = Assert.Throws<ArgumentOutOfRangeException>(
            "number", () => new ServicePort(ZooKeeper.StatefulSet, "client", number, PortProtocol.Tcp)).Message;

        Assert.Contains($"Port \"client\" of StatefulSet \"zookeeper\" has the number {number}", message, StringComparison.Ordinal);
        Assert.Contains("1 to 65535", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65535)]
    public void Lowest_and_highest_port_number_are_ports(int number) =>
        Assert.Equal(number, new ServicePort(ZooKeeper.StatefulSet, "client", number, PortProtocol.Tcp).Number);

    [Fact]
    public void Protocol_must_be_one() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            "protocol", () => new ServicePort(ZooKeeper.StatefulSet, "client", 2181, (PortProtocol)7));

    [Fact]
    public void Claims_are_named_as_the_controller_names_them()
    {
        Assert.Equal("data-zookeeper-1", ZooKeeper.Data.ClaimName(ZooKeeper.Pods[1]));
        Assert.Equal("data-zookeeper-1", ZooKeeper.Data.ClaimName(1));
        Assert.Equal(["data-zookeeper-0", "data-zookeeper-1", "data-zookeeper-2"], ZooKeeper.Data.ClaimNames);
        Assert.Equal("/data", ZooKeeper.Data.MountPath);
        Assert.Equal("data", ZooKeeper.Data.Name);
    }

    [Fact]
    public void Claims_of_scaled_down_ordinals_have_names_too()
    {
        Assert.Equal("data-zookeeper-9", ZooKeeper.Data.ClaimName(9));
        Assert.Throws<ArgumentOutOfRangeException>("ordinal", () => ZooKeeper.Data.ClaimName(-1));
    }

    [Fact]
    public void Claim_of_a_member_does_not_depend_on_its_namespace() =>
        Assert.Equal("data-zookeeper-1", ZooKeeper.Data.ClaimName(ZooKeeper.Pods.In("shop")[1]));

    [Fact]
    public void Existing_claim_may_have_dots_in_its_name()
    {
        var claim = new ExistingClaim("shared.volume-1", "/shared");

        Assert.Equal("shared.volume-1", claim.ClaimName);
        Assert.Equal("/shared", claim.MountPath);
        Assert.Equal("shared.volume-1", claim.ToString());
        Assert.Throws<ArgumentException>("claimName", () => new ExistingClaim("Shared", null));
        Assert.Throws<ArgumentNullException>("claimName", () => new ExistingClaim(null!, null));
    }

    [Fact]
    public void Service_says_what_was_declared()
    {
        Assert.Equal("zookeeper-clients", ZooKeeper.Clients.Name);
        Assert.Equal("zookeeper-clients", ZooKeeper.Clients.ToString());
        Assert.Same(ZooKeeper.StatefulSet, ZooKeeper.Clients.Workload);
    }
}
