namespace Holdfast.CodeFixes.Tests;

public class ReplaceTextCodeFixTests
{
    [Fact]
    public Task Quantities() => FixTest<ReplaceTextCodeFix>.VerifyAsync("""
        using Holdfast;
        [StatefulApp("orders")]
        [Container("orders:1.0")]
        [Resources(CpuRequest = {|HF3008:"500 m"|}, MemoryRequest = {|HF3008:"512MB"|}, MemoryLimit = {|HF3008:"1g"|})]
        partial class Orders
        {
            [VolumeClaim({|HF3008:"10GB"|} /* much */, MountPath = "/data")] public static partial ClaimTemplate Data { get; }
            [VolumeClaim({|HF3008:"1,5 GiB"|}, MountPath = "/log")] public static partial ClaimTemplate Log { get; }
        }
        """, """
        using Holdfast;
        [StatefulApp("orders")]
        [Container("orders:1.0")]
        [Resources(CpuRequest = "500m", MemoryRequest = "512Mi", MemoryLimit = "1Gi")]
        partial class Orders
        {
            [VolumeClaim("10Gi" /* much */, MountPath = "/data")] public static partial ClaimTemplate Data { get; }
            [VolumeClaim("1.5Gi", MountPath = "/log")] public static partial ClaimTemplate Log { get; }
        }
        """);

    [Fact]
    public Task Names() => FixTest<ReplaceTextCodeFix>.VerifyAsync("""
        using Holdfast;
        [StatefulApp({|HF2002:"My_OrderService."|})]
        [Container("orders:1.0")]
        partial class Orders
        {
            [Port(80, Name = {|HF2003:"Http"|})] public static partial ServicePort Http { get; }
            [Port(81)] public static partial ServicePort {|HF2003:PrometheusMetrics|} { get; }
            [Port(number: 82, Protocol = PortProtocol.Udp)] public static partial ServicePort {|HF2003:TelemetryAndTraces|} { get; }
            [VolumeClaim("1Gi", MountPath = "/data")] public static partial ClaimTemplate {|HF2003:Größe|} { get; }
            [ClientService(Name = {|HF2003:"Front End"|})] public static partial Service Front { get; }
        }
        """, """
        using Holdfast;
        [StatefulApp("my-order-service")]
        [Container("orders:1.0")]
        partial class Orders
        {
            [Port(80, Name = "http")] public static partial ServicePort Http { get; }
            [Port(81, Name = "prometheus-metr")] public static partial ServicePort PrometheusMetrics { get; }
            [Port(number: 82, Protocol = PortProtocol.Udp, Name = "telemetry-and-t")] public static partial ServicePort TelemetryAndTraces { get; }
            [VolumeClaim("1Gi", MountPath = "/data", Name = "gr-e")] public static partial ClaimTemplate Größe { get; }
            [ClientService(Name = "front-end")] public static partial Service Front { get; }
        }
        """);

    [Fact]
    public Task ANameOfTheUsersOwnAsLongAsTheControllerTakesIt() => FixTest<ReplaceTextCodeFix>.VerifyAsync($$"""
        using Holdfast;
        [StatefulApp({|HF2001:"{{new string('a', 51)}}-tail"|})] [Container("o:1")] partial class Orders { }
        """, $$"""
        using Holdfast;
        [StatefulApp("{{new string('a', 51)}}")] [Container("o:1")] partial class Orders { }
        """);

    [Fact]
    public Task ATypingErrorInAServicesName() => FixTest<ReplaceTextCodeFix>.VerifyAsync("""
        using Holdfast;
        [StatefulApp("orders", ServiceName = {|HF1002:"order-peers"|})]
        [HeadlessService("orders-peers")]
        [Container("o:1")]
        partial class Orders
        {
            [PeerList] public static partial string Peers { get; }
        }
        """, """
        using Holdfast;
        [StatefulApp("orders", ServiceName = "orders-peers")]
        [HeadlessService("orders-peers")]
        [Container("o:1")]
        partial class Orders
        {
            [PeerList] public static partial string Peers { get; }
        }
        """);

    [Theory]
    [InlineData("[VolumeClaim({|HF3008:\"ten gigs\"|}, MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }")]
    [InlineData("[VolumeClaim({|HF3008:Sizes.Bad|}, MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }")]
    [InlineData("[VolumeClaim({|HF3008:\"10\" + \"GB\"|}, MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }")]
    public Task OffersNothingWhereThereIsNoOneMend(string member) => FixTest<ReplaceTextCodeFix>.OffersNothingAsync($$"""
        using Holdfast;
        [StatefulApp("orders")]
        [Container("orders:1.0")]
        partial class Orders
        {
            {{member}}
        }
        static class Sizes { public const string Bad = "10GB"; }
        """);

    [Fact]
    public Task AFieldOfAPatch() => FixTest<ReplaceTextCodeFix>.VerifyAsync(
        """"
        using Holdfast;
        [StatefulApp("orders")] [Container("o:1")]
        [Patch("""
            spec:
              {|HF9009:minReadySecond|}: 10 # seconds
            """)]
        [Patch("spec: {{|HF9009:\"revisionHistoryLimits\"|}: 3}")]
        [Patch("kind: {|HF9008:'StatefullSet'|}")]
        partial class Orders { }
        """",
        """"
        using Holdfast;
        [StatefulApp("orders")] [Container("o:1")]
        [Patch("""
            spec:
              minReadySeconds: 10 # seconds
            """)]
        [Patch("spec: {revisionHistoryLimit: 3}")]
        [Patch("kind: StatefulSet")]
        partial class Orders { }
        """");

    [Fact]
    public Task AValueInAPatch() => FixTest<ReplaceTextCodeFix>.VerifyAsync(
        """"
        using Holdfast;
        [StatefulApp("orders")] [Container("o:1")]
        [Patch(@"spec:
          template: {spec: {containers: [
            {name: {|HF2003:Side_Car|}, image: 's:1', resources: {requests: {memory: {|HF3008:10GB|}}}}]}}")]
        partial class Orders { }
        """",
        """"
        using Holdfast;
        [StatefulApp("orders")] [Container("o:1")]
        [Patch(@"spec:
          template: {spec: {containers: [
            {name: side-car, image: 's:1', resources: {requests: {memory: 10Gi}}}]}}")]
        partial class Orders { }
        """");

    [Fact]
    public Task ANameInAnAddress() => FixTest<ReplaceTextCodeFix>.VerifyAsync(
        Web("{{|HF9015:Frnt|}:Http}"),
        Web("{Front:Http}"));

    [Theory]
    [InlineData("[Env(\"A\", \"{Front:{|HF9029:Htp|}}\", Braces = 1)]", "[Env(\"A\", \"{Front:Http}\", Braces = 1)]")]
    [InlineData("[Container(\"web:1\", Args = new[] { \"a\", \"{{|HF9029:Htp|}}\" }, Braces = 1)]", "[Container(\"web:1\", Args = new[] { \"a\", \"{Http}\" }, Braces = 1)]")]
    public Task ANameInAPlaceholder(string before, string after)
    {
        string Source(string attribute) => Web("{Front}").Replace(attribute.StartsWith("[Container", StringComparison.Ordinal) ? "[Container(\"web:1\")]" : "partial class", attribute.StartsWith("[Container", StringComparison.Ordinal) ? attribute : attribute + " partial class", StringComparison.Ordinal);
        return FixTest<ReplaceTextCodeFix>.VerifyAsync(Source(before), Source(after));
    }

    private static string Web(string text) => $$"""
        using Holdfast;
        [StatelessApp("web")] [Container("web:1")]
        partial class Web
        {
            [Port(80)] public static partial ServicePort Http { get; }
            [ClientService] public static partial Service Front { get; }
            [AddressOf(typeof(Web), "http://{{text}}/")] public static partial string Self { get; }
        }
        """;
}
