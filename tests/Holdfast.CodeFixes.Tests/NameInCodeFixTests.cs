namespace Holdfast.CodeFixes.Tests;

public class NameInCodeFixTests
{
    private const string Orders = """
        using Holdfast;
        namespace Shop
        {
            [StatefulApp("orders", Replicas = 3)]
            [Container("orders:1.0")]
            public sealed partial class Orders
            {
                [Port(8080)] public static partial ServicePort Http { get; }
                [PeerList(Each = "http://{host}:{Http}")] public static partial string Peers { get; }
            }
        }
        """;

    [Theory]
    [InlineData("\"{|HF2004:orders-0.ordres|}\"", "Shop.Orders.Pods[0].HostName")]
    [InlineData("\"http://{|HF2004:orders-1.ordres|}:8080/{id}\"", "$\"http://{Shop.Orders.Pods[1].HostName}:8080/{{id}}\"")]
    [InlineData("$\"http://{|HF2007:orders-2|}:8080/{i}\"", "$\"http://{Shop.Orders.Pods[2].HostName}:8080/{i}\"")]
    [InlineData("\"http://{|HF2007:orders-2|}\".Length", "$\"http://{Shop.Orders.Pods[2].HostName}\".Length")]
    [InlineData("\"{|HF2004:orders\\u002d0.ordres|}\"", "Shop.Orders.Pods[0].HostName")]
    [InlineData("\"{|HF2004:orders-0.ordres.shop.svc|}\"", "\"orders-0.orders.shop.svc\"")]
    [InlineData("$\"http://{|HF2004:orders-{i}.ordres|}:8080\"", "$\"http://orders-{i}.orders:8080\"")]
    [InlineData("$\"{|HF2007:orders-{i}.shop.svc|}\"", "$\"orders-{i}.orders.shop.svc\"")]
    [InlineData("\"{|HF2012:_htp._tcp.orders|}\"", "Shop.Orders.Http.SrvName")]
    [InlineData("\"{|HF2012:_http._udp.orders.shop|}\"", "\"_http._tcp.orders.shop\"")]
    [InlineData("\"http://{|HF2006:orders-0.orders:8080,http://orders-1.orders|}:8080\"", "Shop.Orders.Peers")]
    [InlineData("\"http://{|HF2006:orders-0.orders:8080,http://orders-1.orders:8080\" + \",http://orders-3.orders|}:8080\"", "Shop.Orders.Peers")]
    [InlineData("\"orders-0.orders.shop.svc{|HF2008:.cluster.local|}:80\"", "\"orders-0.orders.shop.svc:80\"")]
    [InlineData("i switch { _ when \"\" is \"{|HF2004:orders-0.ordres|}\" => 1, _ => 0 }", "i switch { _ when \"\" is \"orders-0.orders\" => 1, _ => 0 }")]
    public Task InAnExpression(string wrong, string right) => FixTest<NameInCodeFix>.VerifyAsync([Orders, Use(wrong)], [Orders, Use(right)]);

    [Theory]
    [InlineData("int.Parse({|HF2009:System.Environment.MachineName.Split('-')[1]|})", "Holdfast.PodIdentity.Current<Shop.Orders>().Ordinal")]
    [InlineData("System.Convert.ToInt32({|HF2009:System.Environment.MachineName.Substring(System.Environment.MachineName.Length - 1)|})", "Holdfast.PodIdentity.Current<Shop.Orders>().Ordinal")]
    [InlineData("int.Parse({|HF2009:System.Text.RegularExpressions.Regex.Match(System.Environment.MachineName, @\"\\d{1,2}$\")|}.Value)", "Holdfast.PodIdentity.Current<Shop.Orders>().Ordinal")]
    [InlineData("{|HF2021:Holdfast.PodIdentity.Current<Shop.Orders>().Pod == Shop.Orders.Pods[0]|}", "Holdfast.PodIdentity.Current<Shop.Orders>().Is(Shop.Orders.Pods[0])")]
    [InlineData("{|HF2021:Shop.Orders.Pods.First != Holdfast.PodIdentity.Current<Shop.Orders>().Pod|}", "!Holdfast.PodIdentity.Current<Shop.Orders>().Is(Shop.Orders.Pods.First)")]
    public Task WhoAmI(string wrong, string right) => FixTest<NameInCodeFix>.VerifyAsync([Orders, Use(wrong)], [Orders, Use(right)]);

    [Fact]
    public Task AVariableThatIsMisspelt() => FixTest<ReplaceTextCodeFix>.VerifyAsync("""
        using Holdfast;
        [StatefulApp("orders")] [Container("o:1")] [Env("DATA_PATH", "/data")]
        partial class Orders { static string? Path => System.Environment.GetEnvironmentVariable({|HF2013:"DATA_PTH"|}); }
        """, """
        using Holdfast;
        [StatefulApp("orders")] [Container("o:1")] [Env("DATA_PATH", "/data")]
        partial class Orders { static string? Path => System.Environment.GetEnvironmentVariable("DATA_PATH"); }
        """);

    [Fact]
    public Task OnlyTextWhereAConstantIsNeeded() => FixTest<NameInCodeFix>.VerifyAsync(
        [Orders, """
        class Client
        {
            const string A = "{|HF2004:orders-0.ordres|}";
            static string B = "{|HF2004:orders-1.ordres|}", C = @"{|HF2004:orders-2.ordres|}";
            [System.Obsolete("{|HF2004:orders-0.ordres|}")]
            static string D(string host = "{|HF2004:orders-0.ordres|}") => B + C;
        }
        """],
        [Orders, """
        class Client
        {
            const string A = "orders-0.orders";
            static string B = Shop.Orders.Pods[1].HostName, C = Shop.Orders.Pods[2].HostName;
            [System.Obsolete("orders-0.orders")]
            static string D(string host = "orders-0.orders") => B + C;
        }
        """]);

    [Fact]
    public Task TheFirstReplica() => FixTest<NameInCodeFix>.VerifyAsync("""
        using Holdfast;
        [StatefulApp("orders", Replicas = 3, OrdinalStart = 5)] [Container("o:1")]
        partial class Orders
        {
            static string A => "{|HF2011:orders-0.orders|}";
            static string B => "{|HF2004:orders-6.ordres|}";
        }
        """, """
        using Holdfast;
        [StatefulApp("orders", Replicas = 3, OrdinalStart = 5)] [Container("o:1")]
        partial class Orders
        {
            static string A => Orders.Pods.First.HostName;
            static string B => Orders.Pods.WithOrdinal(6).HostName;
        }
        """);

    [Theory]
    [InlineData("\"{|HF2005:orders-3.orders|}\"")]
    [InlineData("\"{|HF2006:orders-0.orders,orders-1.orders|}\"")]
    [InlineData("\"{|HF2012:_metrics._tcp.orders|}\"")]
    public Task OffersNothingWhereNothingIsCertain(string expression) =>
        FixTest<NameInCodeFix>.VerifyAsync([Orders, Use(expression)], [Orders, Use(expression)]);

    private static string Use(string expression) => $$"""
        public static class Program
        {
            public static object? Run(int i) => {{expression}};
        }
        """;
}
