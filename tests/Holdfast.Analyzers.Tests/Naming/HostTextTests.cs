using Holdfast.Engine.Naming;
using Holdfast.Engine.Naming.Texts;

namespace Holdfast.Analyzers.Tests.Naming;

public class HostTextTests
{
    [Theory]
    [InlineData("orders-0.orders", "orders-0.orders@0")]
    [InlineData("http://Orders-0.Orders.shop:8080/x", "http@0 orders-0.orders.shop@7:8080! x@33")]
    [InlineData("tcp://user:pw@db-0.db:1", "tcp@0 user@6 pw@11 db-0.db@14:1!")]
    [InlineData("a-0.a:1,b-0.b:70000 c-0.c.", "a-0.a@0:1 b-0.b@8 70000@14 c-0.c@20")]
    [InlineData("_http._tcp.orders.shop.svc", "_http._tcp.orders.shop.svc@0")]
    [InlineData("orders-\uFFFC.orders", "orders-\uFFFC.orders@0")]
    [InlineData("a..b .c ...", "")]
    [InlineData("http://x/y@z", "http@0 x@7! y@9 z@11")]
    [InlineData("", "")]
    public void FindsNames(string text, string expected) => Assert.Equal(expected, string.Join(' ', HostText.In(text).Select(Show)));

    [Theory]
    [InlineData("orders-0", true)]
    [InlineData("orders-\uFFFC", true)]
    [InlineData("_http._TCP.orders", true)]
    [InlineData("orders.shop.svc", true)]
    [InlineData("zone cluster.local", true)]
    [InlineData("Hello, world - 3 times", false)]
    [InlineData("utf-eight", false)]
    [InlineData("-1", false)]
    [InlineData("", false)]
    public void LooksCloserOnlyAtWhatMayBeOne(string text, bool expected) => Assert.Equal(expected, HostText.MayHold(text));

    private static string Show(HostName host) =>
        $"{host.From(0)}@{host.Start}{(host.Port is { } port ? ":" + port : "")}{(host.IsInUrl ? "!" : "")}";
}
