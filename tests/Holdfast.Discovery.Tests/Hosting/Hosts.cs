using Holdfast.Discovery.Tests.Dns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Holdfast.Discovery.Tests.Hosting;

/// <summary>Hosts as a program in a pod builds them.</summary>
internal static class Hosts
{
    public static FakePod Pod => FakePod.InCluster().Named("zookeeper-1").InNamespace("shop");

    public static HostApplicationBuilder Builder(FakePod? pod = null, TimeProvider? time = null)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<IPodEnvironment>(pod ?? Pod);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddLogging(logging => logging.AddFakeLogging());
        builder.Services.AddMetrics();
        return builder;
    }

    public static HostApplicationBuilder AskingAt(this HostApplicationBuilder builder, ClusterDns dns, Action<HoldfastOptions>? configure = null)
    {
        builder.AddHoldfast<ZooKeeper>(options =>
        {
            options.Discovery.Servers.Add(dns.EndPoint);
            options.Discovery.QueryTimeout = TimeSpan.FromSeconds(3);
            options.Discovery.Retries = 0;
            configure?.Invoke(options);
        });
        return builder;
    }
}
