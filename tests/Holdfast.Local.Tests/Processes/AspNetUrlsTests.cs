using System.Net;
using Holdfast.Local.Processes;

namespace Holdfast.Local.Tests.Processes;

/// <summary>ASP.NET Core listens on the pod's own address where a container would listen on any.</summary>
public class AspNetUrlsTests
{
    [Theory]
    [InlineData("", "", 8080, "http://127.9.1.1:8080")]
    [InlineData("", "", 5432, null)]
    [InlineData("ASPNETCORE_HTTP_PORTS", "80;81", 8080, "http://127.9.1.1:80;http://127.9.1.1:81")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "", 8080, null)]
    [InlineData("ASPNETCORE_HTTPS_PORTS", "8443", 8443, "https://127.9.1.1:8443")]
    [InlineData("ASPNETCORE_URLS", "http://+:8080;https://*:8443/", 8080, "http://127.9.1.1:8080;https://127.9.1.1:8443/")]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0", 8080, "http://127.9.1.1:80")]
    [InlineData("ASPNETCORE_URLS", "http://[::]:8080", 8080, "http://127.9.1.1:8080")]
    [InlineData("ASPNETCORE_URLS", "http://localhost:5000", 8080, "http://localhost:5000")]
    public void AnyAddressBecomesThePods(string name, string value, int declared, string? expected)
    {
        Dictionary<string, string> variables = name.Length == 0 ? [] : new() { [name] = value };

        Assert.Equal(expected, AspNetUrls.Of(variables, [declared], IPAddress.Parse("127.9.1.1"), port => port));
    }

    [Fact]
    public void PortsAreThoseOfThisMachine() =>
        Assert.Equal("http://127.0.0.1:40001", AspNetUrls.Of(new Dictionary<string, string>(), [8080], IPAddress.Loopback, port => port == 8080 ? 40001 : port));
}
