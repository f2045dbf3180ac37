using System.Net;
using Holdfast.Discovery.Tests.Dns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.ServiceDiscovery;

namespace Holdfast.Discovery.Tests.Hosting;

public sealed class ServiceDiscoveryTests : IDisposable
{
    private const string Zone = "zookeeper.shop.svc.cluster.local";

    private readonly ClusterDns _dns = new ClusterDns().With("zookeeper-0", "10.0.0.10").With("zookeeper-1", "10.0.0.11");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _dns.Dispose();

    [Theory]
    [InlineData("http://zookeeper", "10.0.0.10:0 10.0.0.11:0")]
    [InlineData("zookeeper", "10.0.0.10:0 10.0.0.11:0")]
    [InlineData("http://_client.zookeeper", "10.0.0.10:2181 10.0.0.11:2181")]
    [InlineData("https+http://_client.zookeeper.shop", "10.0.0.10:2181 10.0.0.11:2181")]
    [InlineData("http://zookeeper-1", "10.0.0.11:0")]
    [InlineData("http://zookeeper-1.zookeeper", "10.0.0.11:0")]
    [InlineData("http://zookeeper-1.zookeeper.shop.svc.cluster.local", "10.0.0.11:0")]
    [InlineData("http://_client.zookeeper-0.zookeeper.shop.svc", "10.0.0.10:2181")]
    public async Task NamesOfServiceAndReplicasLeadToAddressesWithThePodsNames(string name, string expected)
    {
        using IHost host = Build();

        ServiceEndpointSource source = await host.Services.GetRequiredService<ServiceEndpointResolver>().GetEndpointsAsync(name, Cancelled);

        Assert.Equal(expected, string.Join(' ', source.Endpoints.Select(endpoint => endpoint.EndPoint)));
        Assert.All(source.Endpoints, endpoint =>
        {
            int ordinal = ((IPEndPoint)endpoint.EndPoint).Address.GetAddressBytes()[3] - 10;
            Assert.Equal($"zookeeper-{ordinal}.{Zone}", endpoint.Features.Get<IHostNameFeature>()?.HostName);
        });
    }

    [Theory]
    [InlineData("zookeeper.test")]
    [InlineData("zookeeper-1.kafka")]
    [InlineData("zookeeper-01")]
    [InlineData("zookeeper-")]
    [InlineData("kafka")]
    [InlineData("zookeeper.shop.svc.other.test")]
    public void OtherNamesAreLeftToOthers(string name) => Assert.False(ReplicaName.TryParse(ZooKeeper.StatefulSet.In("shop"), name, out _));

    [Fact]
    public async Task EndpointsAreToldToBeAskedForAgainAndStayWhenDNSDies()
    {
        var time = new ObservedTime();
        await using var provider = new ReplicaEndpointProvider(_dns.Directory(time: time), port: ZooKeeper.Client, ordinal: null);
        var first = new Endpoints();
        await provider.PopulateAsync(first, Cancelled);
        Assert.Equal(2, first.Found.Count);
        Assert.False(Assert.Single(first.Tokens).HasChanged);

        Assert.Equal(TimeSpan.FromSeconds(5), await time.PassAsync());
        Assert.True(first.Tokens[0].HasChanged);

        _dns.Stop();
        var second = new Endpoints();
        await provider.PopulateAsync(second, Cancelled);
        Assert.Equal(2, second.Found.Count);
        Assert.Equal(TimeSpan.FromSeconds(10), await time.NextDelayAsync());

        // What is configured is left as it is.
        var configured = new Endpoints();
        configured.Found.Add(ServiceEndpoint.Create(new DnsEndPoint("localhost", 1)));
        await provider.PopulateAsync(configured, Cancelled);
        Assert.Single(configured.Found);
    }

    private IHost Build()
    {
        HostApplicationBuilder builder = Hosts.Builder().AskingAt(_dns);
        builder.Services.AddServiceDiscovery();
        return builder.Build();
    }

    private sealed class Endpoints : IServiceEndpointBuilder
    {
        public List<ServiceEndpoint> Found { get; } = [];

        public List<Microsoft.Extensions.Primitives.IChangeToken> Tokens { get; } = [];

        IList<ServiceEndpoint> IServiceEndpointBuilder.Endpoints => Found;

        public Microsoft.AspNetCore.Http.Features.IFeatureCollection Features { get; } = new Microsoft.AspNetCore.Http.Features.FeatureCollection();

        public void AddChangeToken(Microsoft.Extensions.Primitives.IChangeToken changeToken) => Tokens.Add(changeToken);
    }
}
