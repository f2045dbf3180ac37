using System.Collections.Immutable;
using Holdfast.Analyzers.Tests.Files;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Names of pods and Services in C# strings.</summary>
[HomeOf("HF2004", "HF2005", "HF2006", "HF2007", "HF2008")]
public class NameLiteralTests
{
    [Theory]
    [InlineData("\"{|HF2004:orders-0.ordres|}\"")]
    [InlineData("\"http://{|HF2004:orders-1.ordres|}:8080/health\"")]
    [InlineData("@\"{|HF2004:orders-1.ordres.shop.svc|}\"")]
    [InlineData("\"\"\"{|HF2004:Orders-1.Ordres|}\"\"\"")]
    [InlineData("$\"http://{|HF2004:orders-{i}.ordres|}:8080\"")]
    [InlineData("$\"{|HF2004:orders-0.other.{ns}.svc|}\"")]
    [InlineData("\"{|HF2004:orders-\" + i + \".ordres|}\"")]
    [InlineData("\"{|HF2004:orders-0\" + \".ordres|}\"")]
    [InlineData("\"{|HF2004:orders-0.orders.svc|}\"")]
    public Task AServiceThatGovernsNotTheSet(string expression) => RuleTest.VerifyAsync(Names.Orders, Names.Use(expression));

    [Theory]
    [InlineData("\"{|HF2004:orders-0.orders.prod.svc.cluster.local|}\"")]
    [InlineData("\"{|HF2004:orders-0.orders.shopp|}\"")]
    [InlineData("\"{|HF2004:orders.prod.svc.cluster.local|}\"")]
    [InlineData("$\"http://{|HF2004:orders-{i}.orders.prod.svc|}\"")]
    public Task ANamespaceThatTheSetIsNotIn(string expression) => RuleTest.VerifyAsync(Names.OrdersInShop, Names.Use(expression));

    [Theory]
    [InlineData("\"orders-0.orders\"")]
    [InlineData("\"orders-2.orders.shop.svc.cluster.local:8080\"")]
    [InlineData("\"http://orders-2.orders.shop:8080/\"")]
    [InlineData("\"orders.shop.svc.cluster.local\"")]
    [InlineData("$\"http://orders-{i}.orders.{ns}.svc/\"")]
    [InlineData("\"orders-\" + i + \".orders\"")]
    [InlineData("\"orders-0\"")]
    [InlineData("\"orders-9.json\"")]
    [InlineData("\"orders-9.yaml and orders-7.txt\"")]
    [InlineData("\"orders-7\"")]
    [InlineData("\"orders-9.example.com\"")]
    [InlineData("\"orders-0.orders.internal.example.com\"")]
    [InlineData("\"my-orders-0.ordres\"")]
    [InlineData("\"orders-00.ordres\"")]
    [InlineData("\"orders-x.ordres\"")]
    [InlineData("\"other-0.ordres\"")]
    [InlineData("\"other-0.other.shop.svc.cluster.local\"")]
    [InlineData("\"orders-0:9092\"")]
    [InlineData("\"version 1.2-3\"")]
    public Task LeavesAloneWhatIsRightOrNoName(string expression) => RuleTest.VerifyAsync(Names.OrdersInShop, Names.Use(expression));

    [Fact]
    public Task AServiceOfAPodsNameIsNoPod() => RuleTest.VerifyAsync("""
        using Holdfast;
        [StatefulApp("thanos-store-0", Namespace = "thanos")] [Container("o:1")] partial class Shard { }
        """, Names.Use("\"dnssrv+_grpc._tcp.thanos-query.monitoring.svc, thanos-store-0.thanos, http://thanos-store-0.thanos.svc:10902\""));

    [Fact]
    public Task AServiceForEachMemberIsNoPod() => RuleTest.VerifyAsync("""
        using Holdfast;
        [StatefulApp("orders", Replicas = 2)] [Container("o:1")]
        partial class Orders
        {
            [Port(80)] public static partial ServicePort Http { get; }
            [ReplicaService] public static partial ReplicaServices Each { get; }
        }
        """, Names.Use("\"http://orders-0/ http://orders-1.shop/\""));

    [Fact]
    public Task NothingIsKnownWithoutASet() => RuleTest.VerifyAsync(
        "using Holdfast;",
        Names.Use("\"http://thanos-store-0.thanos:10902 orders-7.orders.shop.svc.cluster.local\""));

    [Fact]
    public Task ANameIsRightWhenItIsSoInSomeEnvironment() => RuleTest.VerifyAsync("""
        using Holdfast;
        [StatefulApp("orders", Replicas = 3, Namespace = "shop")]
        [StatefulApp("orders", Replicas = 5, Namespace = "shop", Environment = "production")]
        [Container("o:1")]
        partial class Orders { }
        """, Names.Use("\"orders-4.orders but {|HF2005:orders-5.orders|}\""));

    [Theory]
    [InlineData("\"{|HF2005:orders-3.orders|}\"")]
    [InlineData("\"http://{|HF2005:orders-10.orders.shop.svc|}:8080\"")]
    [InlineData("\"a \" + \"{|HF2005:orders-3.orders|}\"")]
    public Task AnOrdinalOutOfRange(string expression) => RuleTest.VerifyAsync(Names.Orders, Names.Use(expression));

    [Fact]
    public Task AnOrdinalOfAConstant() => RuleTest.VerifyAsync(Names.Orders, """
        static class Hosts
        {
            private const string Set = "orders";
            public const string Last = {|HF2005:Set + "-3.orders|}";
            public const string First = $"{Set}-0.orders";
            public static readonly string Wrong = $"{|HF2005:{Set}-7.{Set}|}";
        }
        """);

    [Fact]
    public Task HowManyMembersThereAreMayBeSomebodyElsesBusiness() => RuleTest.VerifyAsync("""
        using Holdfast;
        [StatefulApp("orders")]
        [Autoscaler(2, 9)]
        [Container("o:1")]
        [Resources(CpuRequest = "1", MemoryRequest = "1Gi")]
        partial class Orders { }
        """, Names.Use("\"orders-8.orders\""));

    [Theory]
    [InlineData("\"{|HF2006:orders-0.orders,orders-1.orders|}\"")]
    [InlineData("\"{|HF2006:orders-0.orders:8080,orders-1.orders:8080,orders-2.orders:8080,orders-3.orders|}:8080\"")]
    [InlineData("\"server.1={|HF2006:orders-0.orders:2888:3888;2181 server.2=orders-2.orders|}:2888:3888;2181\"")]
    [InlineData("new[] {|HF2006:{ \"orders-0.orders\", \"orders-1.orders\" }|}")]
    [InlineData("new System.Collections.Generic.List<string> {|HF2006:{ \"orders-0.orders\", \"orders-1.orders\" }|}")]
    [InlineData("new[] { \"orders-0.orders\", \"orders-1.orders\", \"orders-2.orders\", \"{|HF2005:orders-3.orders|}\" }")]
    public Task AListOfOtherMembers(string expression) => RuleTest.VerifyAsync(Names.Orders, Names.Use(expression));

    [Theory]
    [InlineData("\"orders-0.orders,orders-1.orders,orders-2.orders\"")]
    [InlineData("\"orders-2.orders; orders-1.orders; orders-0.orders\"")]
    [InlineData("\"the link from orders-0.orders to orders-1.orders\"")]
    [InlineData("$\"orders-0.orders,orders-{i}.orders\"")]
    [InlineData("Seeds(\"orders-0.orders,orders-1.orders\")")]
    [InlineData("new[] { \"orders-0.orders\", \"orders-1.orders\", \"orders-2.orders\" }")]
    [InlineData("new[] { \"orders-0.orders\", \"example.com\" }")]
    public Task AListOfTheMembersOrNone(string expression) =>
        RuleTest.VerifyAsync(Names.Orders, Names.Use(expression).Replace("public static string Take", "static string Seeds(string s) => s; public static string Take", StringComparison.Ordinal));

    [Fact]
    public Task TextsOfADeclaration() => RuleTest.VerifyAsync("""
        using Holdfast;
        [StatefulApp("orders", Replicas = 3, ClusterDomain = "cluster.local")]
        [Container("orders:1.0", Args = ["--join", "{|HF2004:orders-0.ordres|}:80"])]
        [Env("PEERS", "{|HF2006:orders-0.orders,orders-1.orders|}")]
        [Env("SEEDS", "orders-0.orders,orders-1.orders")]
        [Env("LAST", "{|HF2005:orders-3.orders|}")]
        [Env("FIRST", "orders-0.orders.$(POD_NAMESPACE).svc.cluster.local")]
        public sealed partial class Orders { }
        """);

    [Theory]
    [InlineData("\"http://{|HF2007:orders-0|}:8080\"")]
    [InlineData("\"{|HF2007:orders-0|}:8080\"")]
    [InlineData("\"http://user:secret@{|HF2007:orders-1.shop|}/\"")]
    [InlineData("\"{|HF2007:orders-0.shop|}\"")]
    [InlineData("\"{|HF2007:orders-0.shop.svc.cluster.local|}\"")]
    [InlineData("$\"http://{|HF2007:orders-{i}|}:8080\"")]
    [InlineData("System.Net.Dns.GetHostAddresses(\"{|HF2007:orders-0|}\")")]
    [InlineData("new System.Net.DnsEndPoint(\"{|HF2007:orders-0|}\", 80)")]
    [InlineData("new UriBuilder { Host = \"{|HF2007:orders-0|}\" }")]
    public Task APodWithoutItsService(string expression) => RuleTest.VerifyAsync(Names.OrdersInShop, Names.Use(expression));

    [Fact]
    public Task ASetWithoutAService() => RuleTest.VerifyAsync("""
        using Holdfast;
        [StatefulApp("orders", ServiceName = "")] [Container("o:1")] partial class Orders { }
        """, Names.Use("\"http://{|HF2004:orders-0.orders|}/ orders-0.orders\""));

    [Theory]
    [InlineData("\"orders-0.orders.shop.svc{|HF2008:.cluster.local|}:8080\"")]
    [InlineData("$\"orders-{i}.orders.{ns}.svc{|HF2008:.cluster.local|}\"")]
    [InlineData("\"http://orders.shop.svc{|HF2008:.cluster.local|}\"")]
    [InlineData("Take(\"{|HF2008:cluster.local|}\")")]
    public Task TheDefaultZone(string expression) => RuleTest.VerifyAsync(Names.OrdersInShop, Names.Use(expression));

    [Theory]
    [InlineData("\"other.shop.svc.cluster.local\"")]
    [InlineData("\"my-cluster.local\"")]
    [InlineData("\"orders-0.orders.shop.svc\"")]
    public Task AZoneOfOthersOrNone(string expression) => RuleTest.VerifyWatchingAsync("HF2008", Names.OrdersInShop, Names.Use(expression));

    [Fact]
    public Task ADeclaredZoneIsKnown() => RuleTest.VerifyAsync("""
        using Holdfast;
        [StatefulApp("orders", Namespace = "shop", ClusterDomain = "k8s.example")] [Container("o:1")] partial class Orders { }
        """, Names.Use("\"orders-0.orders.shop.svc.k8s.example {|HF2004:orders-0.orders.shop.svc.cluster.local|}\""));

    [Fact]
    public Task AMemberBeforeTheFirst() => RuleTest.VerifyAsync("""
        using Holdfast;
        [StatefulApp("orders", Replicas = 3, OrdinalStart = 5)] [Container("o:1")] partial class Orders { }
        """, Names.Use("\"{|HF2011:orders-0.orders|} or orders-5.orders\""));

    [Theory]
    [InlineData("\"{|HF2012:_htp._tcp.orders|}\"")]
    [InlineData("\"{|HF2012:_http._udp.orders.shop.svc|}\"")]
    [InlineData("$\"{|HF2012:_grpc._tcp.orders.{ns}|}\"")]
    public Task ANameOfNoPort(string expression) => RuleTest.VerifyAsync(Names.Orders, Names.Use(expression));

    [Theory]
    [InlineData("\"_http._tcp.orders\"")]
    [InlineData("$\"_http._tcp.orders.{ns}.svc\"")]
    [InlineData("$\"_{ns}._tcp.orders\"")]
    [InlineData("\"_xmpp._tcp.example.com\"")]
    [InlineData("\"_grpc._tcp.orders.example.com\"")]
    [InlineData("\"_grpc._http.orders\"")]
    public Task ANameOfAPort(string expression) => RuleTest.VerifyAsync(Names.Orders, Names.Use(expression));

    [Fact]
    public async Task ASetOfAHandWrittenManifest()
    {
        ImmutableArray<Diagnostic> found = await new ManifestRun()
            .File("k8s/db.yaml", Manifest.StatefulSet("db") + "---\n" + Manifest.Service("db", "db"))
            .Source(Names.Use("Take(\"db-2.db\") + Take(\"db-3.db\") + Take(\"http://db-0:8080\") + Take(\"_grpc._tcp.db\")"))
            .RunAsync();
        Assert.Equal(["HF2005", "HF2007", "HF2012"], found.Where(static diagnostic => diagnostic.Location.SourceTree is not null).Select(static diagnostic => diagnostic.Id).Order());
    }

    [Theory]
    [InlineData("[StatefulApp(\"orders\", Replicas = )] [Container(\"o:1\")] partial class Orders { string s = \"http://orders-7.orders\" + ; }")]
    [InlineData("[StatefulApp(\"orders\")] [Container(\"o:1\")] partial class Orders { string s = $\"orders-{")]
    [InlineData("[StatefulApp(Name)] [Container(\"o:1\")] [Env(\"A\", \"orders-0.)] partial class Orders { string[] s = { \"orders-0.orders\", , }; }")]
    [InlineData("[StatefulApp(\"orders\", Replicas = Unknown, ServiceName = Unknown)] [Container(\"o:1\")] partial class Orders { string s = \"http://orders-7.ordres\"; }")]
    [InlineData("[Env(] class Orders { [Foo(\"orders-0.o\")] void M( \"-0.svc\" + \"")]
    public Task SurvivesHalfTypedCode(string source) => RuleTest.SurvivesAsync("using Holdfast; " + source);
}
