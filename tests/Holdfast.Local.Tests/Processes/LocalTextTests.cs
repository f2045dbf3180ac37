using Holdfast.Local.Processes;

namespace Holdfast.Local.Tests.Processes;

/// <summary>Texts of a manifest fit this machine, and no others are touched.</summary>
public class LocalTextTests
{
    [Theory]
    [InlineData("orders-0.orders:8080", "127.9.1.1:9080")]
    [InlineData("http://orders-0.orders.shop.svc.cluster.local:8080/path", "http://127.9.1.1:9080/path")]
    [InlineData("http://user@orders-0.orders/x", "http://user@127.9.1.1/x")]
    [InlineData("a=1;host=orders-0.orders;b=2", "a=1;host=127.9.1.1;b=2")]
    [InlineData("orders-0.orders:8080,orders-0.orders.:8081", "127.9.1.1:9080,127.9.1.1:9081")]
    [InlineData("primary:5432", "127.9.1.2:6432")]
    [InlineData("postgres://primary/db", "postgres://127.9.1.2/db")]
    [InlineData("primary", "primary")]
    [InlineData("my-primary:5432", "my-primary:5432")]
    [InlineData("primary.txt", "primary.txt")]
    [InlineData("/etc/primary:ro", "/etc/primary:ro")]
    [InlineData("xorders-0.orders", "xorders-0.orders")]
    [InlineData("orders-0.orders-2", "orders-0.orders-2")]
    [InlineData("", "")]
    public void NamesBecomeAddresses(string text, string expected) => Assert.Equal(expected, LocalText.WithAddresses(text, host => host switch
    {
        "orders-0.orders" or "orders-0.orders.shop.svc.cluster.local" => ("127.9.1.1", port => port + 1000),
        "primary" => ("127.9.1.2", port => port + 1000),
        _ => null,
    }));

    [Theory]
    [InlineData("/data/db", "/tmp/c/db")]
    [InlineData("/data", "/tmp/c")]
    [InlineData("--path=/data/db:/data/log/x", "--path=/tmp/c/db:/tmp/l/x")]
    [InlineData("/database", "/database")]
    [InlineData("/var/data", "/var/data")]
    [InlineData("Data Source=/data/a.db;Mode=x", "Data Source=/tmp/c/a.db;Mode=x")]
    public void MountPathsBecomeFolders(string text, string expected) =>
        Assert.Equal(expected, LocalText.WithFolders(text, [("/data/log", "/tmp/l"), ("/data", "/tmp/c")]));

    [Theory]
    [InlineData("$(A)-$(B)", "one-$(B)")]
    [InlineData("$$(A)", "$(A)")]
    [InlineData("$A", "$A")]
    public void VariablesArePutInAsTheKubeletDoes(string text, string expected) =>
        Assert.Equal(expected, LocalText.Expand(text, new Dictionary<string, string> { ["A"] = "one" }));
}
