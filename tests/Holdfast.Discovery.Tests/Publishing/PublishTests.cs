using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using Holdfast.Discovery.Tests.Dns;
using Holdfast.Packaging.Tests;
using Holdfast.Tests.Shared;

namespace Holdfast.Discovery.Tests.Publishing;

/// <summary>
/// An application with all of the package, built with every warning of trimming and AOT an error; and then it runs. Where
/// <see cref="Thorough.IsWanted"/>, it is published with native AOT, which finds the warnings in dependencies too.
/// </summary>
[Trait("Category", "Publish")]
[Trait("Category", Thorough.Category)]
public sealed class PublishTests : IDisposable
{
    private const string Program = """
        using System.Net;
        using Holdfast;
        using Holdfast.Discovery;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Diagnostics.HealthChecks;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.ServiceDiscovery;

        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.AddHoldfast<Orders>(options => options.Discovery.Servers.Add(IPEndPoint.Parse(args[0])));
        builder.Services.AddServiceDiscovery();
        using IHost host = builder.Build();
        await host.StartAsync();

        IPeerDirectory<Orders> directory = host.Services.GetRequiredService<IPeerDirectory<Orders>>();
        Console.WriteLine($"self={host.Services.GetRequiredService<PodIdentity>()}");
        Console.WriteLine($"named={await directory.ResolveAsync()}");
        Console.WriteLine($"srv={await directory.WaitForAsync(2, Orders.Http)}");
        await foreach (PeerChange change in directory.WatchAsync())
        {
            Console.WriteLine($"watched={change.Added.Count}");
            break;
        }

        ServiceEndpointSource found = await host.Services.GetRequiredService<ServiceEndpointResolver>().GetEndpointsAsync("http://_http.orders-0.orders", default);
        Console.WriteLine($"endpoint={found.Endpoints.Single().EndPoint}");
        Console.WriteLine($"health={(await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status}");
        await host.StopAsync();

        #if CONTROL
        Console.WriteLine(Type.GetType(args[0])!.GetMethods().Length);
        #endif

        internal sealed class Orders : IStatefulApp
        {
            public static StatefulSetInfo StatefulSet { get; } = new("orders") { Replicas = 2 };

            public static ServicePort Http { get; } = new(StatefulSet, "http", 8080, PortProtocol.Tcp);
        }

        """;

    // The host logs to the same place.
    private static readonly string[] Results = ["self=", "named=", "srv=", "watched=", "endpoint=", "health="];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("holdfast aot ");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task BuiltWithoutAWarningAndRunning()
    {
        await File.WriteAllTextAsync(Path.Combine(_root.FullName, "Program.cs"), Program, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(_root.FullName, "App.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <InvariantGlobalization>true</InvariantGlobalization>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <PublishAot>{Thorough.IsWanted}</PublishAot>
                <EnableTrimAnalyzer>true</EnableTrimAnalyzer>
                <EnableAotAnalyzer>true</EnableAotAnalyzer>
                <TrimmerSingleWarn>false</TrimmerSingleWarn>
                <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
                <SelfContained>{Thorough.IsWanted}</SelfContained>
                <DefineConstants Condition="'$(Control)' == 'true'">$(DefineConstants);CONTROL</DefineConstants>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "Holdfast.dll")}" />
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "Holdfast.Discovery.dll")}" />
                <PackageReference Include="DnsClient" Version="{Version("DnsClient")}" />
                <PackageReference Include="Microsoft.Extensions.Diagnostics.HealthChecks" Version="{Version("Microsoft.Extensions.Diagnostics.HealthChecks")}" />
                <PackageReference Include="Microsoft.Extensions.Hosting" Version="{Version("Microsoft.Extensions.Hosting")}" />
                <PackageReference Include="Microsoft.Extensions.ServiceDiscovery" Version="{Version("Microsoft.Extensions.ServiceDiscovery")}" />
              </ItemGroup>
            </Project>
            """,
            TestContext.Current.CancellationToken);
        string[] common = ["-nodeReuse:false", "--artifacts-path", Path.Combine(_root.FullName, "artifacts")];

        // The search below is worth something only if the analyzers would have said so.
        string control = await Dotnet.FailAsync(_root.FullName, ["build", "-p:Control=true", .. common]);
        Assert.Contains("error IL2", control, StringComparison.Ordinal);

        string published = await Dotnet.RunAsync(_root.FullName, [Thorough.IsWanted ? "publish" : "build", "-o", Path.Combine(_root.FullName, "out"), .. common]);
        Assert.DoesNotContain("warning IL", published, StringComparison.Ordinal);

        using ClusterDns dns = new ClusterDns("orders.shop.svc.cluster.local", ("http", 8080)).With("orders-0", "10.0.0.10").With("orders-1", "10.0.0.11");
        Assert.Equal(
            [
                "self=orders-1",
                "named=orders-0 (10.0.0.10), orders-1 (10.0.0.11)",
                "srv=orders-0 (10.0.0.10), orders-1 (10.0.0.11)",
                "watched=2",
                "endpoint=10.0.0.10:8080",
                "health=Healthy",
            ],
            (await RunAsync(dns)).Where(line => Results.Any(result => line.StartsWith(result, StringComparison.Ordinal))));
    }

    private static string Version(string package) => XDocument
        .Load(Path.Combine(RepositoryPaths.Root, "Directory.Packages.props"))
        .Descendants("PackageVersion")
        .Single(version => version.Attribute("Include")?.Value == package)
        .Attribute("Version")!.Value;

    private async Task<string[]> RunAsync(ClusterDns dns)
    {
        string file = Path.Combine(_root.FullName, "out", OperatingSystem.IsWindows() ? "App.exe" : "App");
        var start = new ProcessStartInfo(file, [string.Create(CultureInfo.InvariantCulture, $"{dns.EndPoint}")]) { RedirectStandardOutput = true };
        start.Environment["POD_NAME"] = "orders-1";
        start.Environment["POD_NAMESPACE"] = "shop";
        start.Environment.Remove("POD_ORDINAL");
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        return output.Split('\n', StringSplitOptions.TrimEntries);
    }
}
