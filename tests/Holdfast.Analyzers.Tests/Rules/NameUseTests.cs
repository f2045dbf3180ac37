using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>How code finds out who it is, and how it keeps what it learnt of others.</summary>
[HomeOf("HF2009", "HF2013", "HF2014", "HF2021", "HF2022", "HF6003")]
public class NameUseTests
{
    private const string OnHostNetwork = """
        using Holdfast;
        [StatefulApp("orders", Replicas = 3)] [Container("orders:1.0")] [HostNamespaces(Network = true)]
        public sealed partial class Orders { }
        """;

    [Theory]
    [InlineData("{|HF2009:Environment.MachineName.Split('-')[1]|}")]
    [InlineData("{|HF2009:Environment.MachineName.Split(\"-\")[1]|}")]
    [InlineData("{|HF2009:System.Net.Dns.GetHostName().Split('-')[1]|}")]
    [InlineData("{|HF2009:Environment.GetEnvironmentVariable(\"HOSTNAME\")!.Split('-')[1]|}")]
    [InlineData("int.Parse({|HF2009:Environment.GetEnvironmentVariable(\"POD_NAME\")!.Split('-')[1]|})")]
    [InlineData("{|HF2009:Environment.MachineName[^1]|} - '0'")]
    [InlineData("{|HF2009:Environment.MachineName[Environment.MachineName.Length - 1]|}")]
    [InlineData("{|HF2009:Environment.MachineName.Last()|}")]
    [InlineData("{|HF2009:Environment.MachineName.Substring(Environment.MachineName.Length - 1)|}")]
    [InlineData("{|HF2009:Environment.MachineName.Substring(Environment.MachineName.IndexOf('-') + 1)|}")]
    [InlineData("{|HF2009:System.Text.RegularExpressions.Regex.Match(Environment.MachineName, @\"-(\\d{1,2})$\")|}.Groups[1].Value")]
    public Task AnOrdinalByHand(string expression) => RuleTest.VerifyAsync(Names.Orders, Names.Use(expression));

    [Theory]
    [InlineData("Environment.MachineName.Split('-')[^1]")]
    [InlineData("Environment.MachineName.Split('-').Last()")]
    [InlineData("Environment.MachineName.Substring(Environment.MachineName.LastIndexOf('-') + 1)")]
    [InlineData("System.Text.RegularExpressions.Regex.Match(Environment.MachineName, @\"\\d+$\").Value")]
    [InlineData("ns.Split('-')[1]")]
    [InlineData("Environment.MachineName.Split('.')[0]")]
    [InlineData("Environment.UserName.Split('-')[1]")]
    [InlineData("Environment.GetEnvironmentVariable(\"PATH\")!.Split('-')[1]")]
    [InlineData("Environment.MachineName[0]")]
    [InlineData("Environment.MachineName.Split('-')[0]")]
    public Task WhatFitsEachName(string expression) => RuleTest.VerifyAsync(Names.Orders, Names.Use(expression));

    [Fact]
    public Task AnOrdinalThroughALocal() => RuleTest.VerifyAsync(Names.Orders, """
        using System;
        static class Program
        {
            static int Run()
            {
                string host = Environment.GetEnvironmentVariable("HOSTNAME") ?? Environment.MachineName;
                string[] parts = host.Split('-');
                return int.Parse({|HF2009:parts[1]|});
            }
        }
        """);

    [Fact]
    public Task NoSetNoRule() => RuleTest.VerifyAsync("using Holdfast;", Names.Use("Environment.MachineName.Split('-')[1] + Environment.GetEnvironmentVariable(\"POD_IP\")"));

    [Theory]
    [InlineData("{|HF2010:Environment.MachineName.Split('-')[^1]|}")]
    [InlineData("{|HF2010:Environment.MachineName.Split('-').Last()|}")]
    [InlineData("{|HF2010:Environment.MachineName.Substring(Environment.MachineName.LastIndexOf('-') + 1)|}")]
    [InlineData("Environment.GetEnvironmentVariable(\"POD_NAME\")!.Split('-').Last()")]
    [InlineData("Environment.MachineName")]
    public Task TheNodesName(string expression) => RuleTest.VerifyAsync(OnHostNetwork, Names.Use(expression));

    [Theory]
    [InlineData("Environment.GetEnvironmentVariable({|HF2013:\"POD_IP\"|})")]
    [InlineData("Environment.GetEnvironmentVariable({|HF2013:\"NODE_NAME\"|}) ?? \"?\"")]
    [InlineData("Environment.GetEnvironmentVariable(\"POD_NAME\")")]
    [InlineData("Environment.GetEnvironmentVariable(\"POD_ORDINAL\")")]
    [InlineData("Environment.GetEnvironmentVariable(\"PATH\")")]
    [InlineData("Environment.GetEnvironmentVariable(ns)")]
    public Task AVariableOfThePod(string expression) => RuleTest.VerifyAsync(Names.Orders, Names.Use(expression));

    [Fact]
    public Task AVariableThatTheDeclarationSets() => RuleTest.VerifyAsync("""
        using Holdfast;
        [StatefulApp("orders")] [Container("o:1")] [Env("POD_IP", FieldPath = "status.podIP")] [Env("DATA_PATH", "/data")]
        partial class Orders
        {
            static string? Ip => System.Environment.GetEnvironmentVariable("POD_IP");
            static string? Node => System.Environment.GetEnvironmentVariable({|HF2013:"NODE_NAME"|});
            static string? Path => System.Environment.GetEnvironmentVariable({|HF2013:"DATA_PTH"|});
            static string? Image => System.Environment.GetEnvironmentVariable("ASPNETCORE_URLS");
        }
        """);

    [Fact]
    public Task AWholeConfigMapMaySetIt() => RuleTest.VerifyAsync("""
        using Holdfast;
        [StatefulApp("orders")] [Container("o:1")] [EnvFrom(ConfigMap = "settings")]
        partial class Orders { }
        """, Names.Use("Environment.GetEnvironmentVariable(\"POD_IP\")"));

    [Theory]
    [InlineData("System.Net.Dns.GetHostAddresses({|HF2014:\"orders.shop.svc\"|})")]
    [InlineData("System.Net.Dns.GetHostEntry({|HF2014:Orders.Pods[0].HostName|}).AddressList[0]")]
    [InlineData("new System.Net.Http.HttpClient { BaseAddress = new System.Uri({|HF2014:\"http://orders-0.orders:8080\"|}) }")]
    [InlineData("new System.Net.Http.HttpClient(new System.Net.Http.SocketsHttpHandler()) { BaseAddress = new System.Uri({|HF2014:$\"http://{Orders.Pods[0].HostName}:8080\"|}) }")]
    public Task AnAddressThatIsKept(string expression) => RuleTest.VerifyAsync(Names.Orders, $$"""
        static class Peers { static readonly object Kept = {{expression}}; }
        """);

    [Theory]
    [InlineData("static object Now() => System.Net.Dns.GetHostAddresses(\"orders.shop.svc\");")]
    [InlineData("static readonly object Kept = System.Net.Dns.GetHostAddresses(\"example.com\");")]
    [InlineData("static readonly System.Func<object> Ask = () => System.Net.Dns.GetHostAddresses(\"orders.shop.svc\");")]
    [InlineData("static readonly object Kept = new System.Net.Http.HttpClient(new System.Net.Http.SocketsHttpHandler { PooledConnectionLifetime = System.TimeSpan.FromMinutes(2) }) { BaseAddress = new System.Uri(\"http://orders-0.orders:8080\") };")]
    [InlineData("static object Now() { using var client = new System.Net.Http.HttpClient { BaseAddress = new System.Uri(\"http://orders-0.orders:8080\") }; return client; }")]
    public Task AnAddressThatIsAskedForAgain(string member) => RuleTest.VerifyWatchingAsync("HF2014", Names.Orders, $$"""
        static class Peers { {{member}} }
        """);

    [Theory]
    [InlineData("{|HF2021:self.Pod == Orders.Pods[0]|}")]
    [InlineData("{|HF2021:Orders.Pods.First != self.Pod|}")]
    [InlineData("self.Is(Orders.Pods[0])")]
    [InlineData("self.Pod == Orders.Pods.In(\"shop\")[0]")]
    [InlineData("self.Pod == self.Peers[0]")]
    [InlineData("Orders.Pods[0] == Orders.Pods[1]")]
    [InlineData("self.Pod == other")]
    public Task TwoPodsCompared(string expression) => RuleTest.VerifyWatchingAsync("HF2021", Names.Orders, $$"""
        using System.Linq;
        static class Program { static bool Run(Holdfast.PodIdentity self, Holdfast.Pod other) => {{expression}}; }
        """);

    [Fact]
    public Task ADeclaredNamespaceIsKnownToBoth() => RuleTest.VerifyWatchingAsync("HF2021", Names.OrdersInShop, """
        static class Program { static bool Run(Holdfast.PodIdentity self) => self.Pod == Orders.Pods[0]; }
        """);

    [Theory]
    [InlineData("{|HF2022:TimeSpan.FromSeconds(90)|}", 60)]
    [InlineData("{|HF2022:TimeSpan.FromMinutes(2)|}", 60)]
    [InlineData("{|HF2022:TimeSpan.FromSeconds(31.5)|}", 0)]
    [InlineData("TimeSpan.FromSeconds(60)", 60)]
    [InlineData("TimeSpan.FromSeconds(30)", 0)]
    [InlineData("TimeSpan.FromSeconds(Environment.ProcessId)", 0)]
    public Task TheTimeToStop(string timeout, int grace) => RuleTest.VerifyAsync($$"""
        using System;
        using Holdfast;
        [StatefulApp("orders"{{(grace == 0 ? "" : $", TerminationGracePeriodSeconds = {grace}")}})] [Container("o:1")]
        partial class Orders { static void Set(Microsoft.Extensions.Hosting.HostOptions options) => options.ShutdownTimeout = {{timeout}}; }
        namespace Microsoft.Extensions.Hosting { class HostOptions { public TimeSpan ShutdownTimeout { get; set; } } }
        """);

    [Theory]
    [InlineData("{|HF6003:k8s.KubernetesClientConfiguration.InClusterConfig()|}", "MountToken = false")]
    [InlineData("{|HF6003:Orleans.Hosting.KubernetesHostingExtensions.UseKubernetesHosting()|}", "MountToken = false")]
    [InlineData("{|HF6003:Akka.Discovery.KubernetesApi.Extensions.WithKubernetesDiscovery()|}", "MountToken = false")]
    [InlineData("{|HF6003:Microsoft.Extensions.Hosting.Discovery.AddDnsSrvServiceEndpointProvider(1)|}", "MountToken = false")]
    [InlineData("Microsoft.Extensions.Hosting.Discovery.AddDnsSrvServiceEndpointProvider(1, 2)", "MountToken = false")]
    [InlineData("k8s.KubernetesClientConfiguration.BuildConfigFromConfigFile()", "MountToken = false")]
    [InlineData("Own.KubernetesClientConfiguration.InClusterConfig()", "MountToken = false")]
    [InlineData("k8s.KubernetesClientConfiguration.InClusterConfig()", "MountToken = true")]
    [InlineData("k8s.KubernetesClientConfiguration.InClusterConfig()", "")]
    [InlineData("k8s.KubernetesClientConfiguration.InClusterConfig()", "MountToken = false", "[ProjectedVolume(MountPath = \"/token\")] [ProjectedToken(\"token\", Audience = \"vault\")] public static partial Volume Token { get; }")]
    [InlineData("k8s.KubernetesClientConfiguration.InClusterConfig()", "MountToken = false", "} [StatelessApp(\"web\")] [Container(\"w:1\")] partial class Web {")]
    public Task TokensOfServiceAccounts(string call, string token, string members = "") => RuleTest.VerifyWatchingAsync("HF6003", $$"""
        using Holdfast;
        [StatefulApp("orders")] [Container("o:1")] [ServiceAccount("orders"{{(token.Length == 0 ? token : ", " + token)}})]
        partial class Orders { static object Run() => {{call}}; {{members}} }
        namespace k8s { class KubernetesClientConfiguration { public static object InClusterConfig() => 1; public static object BuildConfigFromConfigFile() => 1; } }
        namespace Own { class KubernetesClientConfiguration { public static object InClusterConfig() => 1; } }
        namespace Orleans.Hosting { class KubernetesHostingExtensions { public static object UseKubernetesHosting() => 1; } }
        namespace Akka.Discovery.KubernetesApi { class Extensions { public static object WithKubernetesDiscovery() => 1; } }
        namespace Microsoft.Extensions.Hosting { class Discovery { public static object AddDnsSrvServiceEndpointProvider(int services) => 1; public static object AddDnsSrvServiceEndpointProvider(int services, int options) => 1; } }
        """);

    [Theory]
    [InlineData("k8s.KubernetesClientConfiguration.")]
    [InlineData("Environment.MachineName.Split('-')[")]
    [InlineData("Environment.MachineName.Split()[1].")]
    [InlineData("Environment.GetEnvironmentVariable(")]
    [InlineData("System.Net.Dns.GetHostEntry() == new HttpClient { BaseAddress = new Uri( }")]
    [InlineData("Holdfast.PodIdentity.Current<Orders>().Pod == ")]
    public Task SurvivesHalfTypedCode(string expression) => RuleTest.SurvivesAsync(Names.Orders + Names.Use(expression).Replace("using System;", "class Using { }", StringComparison.Ordinal).Replace("using System.Linq;", "", StringComparison.Ordinal));
}
