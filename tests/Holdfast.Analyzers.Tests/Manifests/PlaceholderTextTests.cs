using System.Collections.Immutable;
using Holdfast.Tests.Shared;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>Texts of files, entries, variables and arguments follow what is declared.</summary>
public class PlaceholderTextTests
{
    private const string Other = """
        using Holdfast;
        [StatefulApp("orders", Replicas = 2, Namespace = "shop")]
        [Container("orders:1")]
        public sealed partial class Orders
        {
            [Port(8080, ServicePort = 80)] public static partial ServicePort Http { get; }
            [Port(9000)] public static partial ServicePort Grpc { get; }
            [ClientService(Ports = new[] { nameof(Http), nameof(Grpc) })] public static partial Service Api { get; }
            [ClientService(Ports = new[] { nameof(Grpc) })] public static partial Service Calls { get; }
            [PeerList(Each = "{host}:{Grpc}")] public static partial string Peers { get; }
        }
        """;

    [Theory]
    [InlineData("port {Http} of {Front:Http} or {Front}", "port 80 of a-front:8000 or a-front")]
    [InlineData("{majority} of {replicas} in {service}, {{text}}", "2 of 3 in a, {text}")]
    [InlineData("{first:Http} {pods}", "a-1.a:80 a-1.a,a-2.a,a-3.a")]
    [InlineData("{Peers}", "1:a-1.a 2:a-2.a 3:a-3.a")]
    [InlineData("{Sales}", "orders-api.shop.svc.cluster.local:80")]
    [InlineData("{Orders.Api:Http} {Orders.Http} {Orders:Http}", "orders-api.shop.svc.cluster.local:80 8080 orders-api.shop.svc.cluster.local:80")]
    [InlineData("{Orders.Peers} {Orders.first:Grpc}", "orders-0.orders.shop.svc.cluster.local:9000,orders-1.orders.shop.svc.cluster.local:9000 orders-0.orders.shop.svc.cluster.local:9000")]
    [InlineData("[{members ', ': \\\"{host}:{Http}\\\"}]", "[\"a-1.a:80\", \"a-2.a:80\", \"a-3.a:80\"]")]
    [InlineData("{members ';': {index+1}={ordinal}/{name}}", "1=1/a-1;2=2/a-2;3=3/a-3")]
    [InlineData("{members:{name}={{{service}}}\\n}", "a-1={a}\na-2={a}\na-3={a}\n")]
    [InlineData("{members:{Front:Http}{Orders.Http} }", "a-front:80008080a-front:80008080a-front:80008080")]
    public void OneBrace(string text, string expected) => Assert.Equal(expected, Text(text, 1));

    [Theory]
    [InlineData("{ listen {{Http}}; }", "{ listen 80; }")]
    [InlineData("{\\\"a\\\":{\\\"b\\\":{{{Http}}}}", "{\"a\":{\"b\":{80}}")]
    [InlineData("}} {a} }", "}} {a} }")]
    [InlineData("[{{members ',': {\\\"host\\\":\\\"{{host}}\\\"}}}]", "[{\"host\":\"a-1.a\",{\"host\":\"a-2.a\",{\"host\":\"a-3.a\"}]")]
    [InlineData("a\\n{{members:\\n  n.{{index+1}} = {{host}}\\n}}\\nb", "a\n  n.1 = a-1.a\n  n.2 = a-2.a\n  n.3 = a-3.a\nb")]
    [InlineData("  {{members ',':\\n  {{name}}\\n  }}\\n]", "  a-1,\n  a-2,\n  a-3\n]")]
    [InlineData("{{members:\\n  {{name}} }}", "  a-1   a-2   a-3 ")]
    public void TwoBraces(string text, string expected) => Assert.Equal(expected, Text(text, 2));

    [Fact]
    public void ThreeBraces_LeaveTwoAlone() => Assert.Equal("{{Http}} 80 }}}", Text("{{Http}} {{{Http}}} }}}", 3));

    [Fact]
    public void WithoutBraces_NothingIsReplaced() => Assert.Equal("{Http} {{Http}} {", Text("{Http} {{Http}} {", 0));

    [Fact]
    public void FilesOfTheProject_HaveLineEndsOfAnySystem()
    {
        EmittedManifest manifest = Manifest(
            "[ConfigFile(\"/etc/a.conf\", File = \"a.conf\", Braces = 2)] [ConfigMapEntry(\"front\", \"{Front:Http}\", Braces = 1)]",
            "",
            new ProjectText("a.conf", "port {{Http}}\r\n{{members:\r\nserver {{host}}\r\n}}\r\nend\r\n"));
        IDictionary<string, string> data = manifest.Objects.OfType<V1ConfigMap>().Single().Data;
        Assert.Equal("port 80\nserver a-1.a\nserver a-2.a\nserver a-3.a\nend\n", data["a.conf"]);
        Assert.Equal("a-front:8000", data["front"]);
    }

    [Fact]
    public void VariablesAndArguments_NameTheReplicaByItsVariables()
    {
        EmittedManifest manifest = WithContainer(
            "[Env(\"URL\", \"http://{host}:{Http}/{ordinal}?ns={namespace}&me={name}\", Braces = 1)]",
            "",
            "[Container(\"a:1\", Command = new[] { \"/bin/{{a}}\" }, Args = new[] { \"--id={ordinal}\", \"--peers={members ',': {host}}\", \"--orders={Orders.Api:Http}\" }, Braces = 1, Applications = new[] { typeof(Orders) })]");
        Assert.Equal("http://$(POD_NAME).a:80/$(POD_ORDINAL)?ns=$(POD_NAMESPACE)&me=$(POD_NAME)", manifest.Container.Env.Single(variable => variable.Name == "URL").Value);
        Assert.Equal(["/bin/{a}"], manifest.Container.Command);
        Assert.Equal(["--id=$(POD_ORDINAL)", "--peers=a-1.a,a-2.a,a-3.a", "--orders=orders-api.shop.svc.cluster.local:80"], manifest.Container.Args);
        string[] names = [.. manifest.Container.Env.Select(variable => variable.Name)];
        Assert.True(Array.IndexOf(names, "URL") > Array.IndexOf(names, "POD_ORDINAL"));
    }

    [Fact]
    public void ATextWithTheReplica_IsAFileForEach()
    {
        EmittedManifest manifest = Manifest("", """
            [ConfigFile("/etc/node.conf", Braces = 1)] const string Node = "id={index} {ordinal+10} {name} {host} {members ',': {ordinal}}";
            [ConfigFile("/etc/all.conf", Braces = 1)] const string All = "{members ',': {ordinal}}";
            """);
        IDictionary<string, string> data = manifest.Objects.OfType<V1ConfigMap>().Single().Data;
        Assert.Equal(["a-1.node.conf", "a-2.node.conf", "a-3.node.conf", "all.conf"], data.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("id=1 12 a-2 a-2.a 1,2,3", data["a-2.node.conf"]);
        Assert.Equal(
            [("/etc/node.conf", null, "$(POD_NAME).node.conf"), ("/etc/all.conf", "all.conf", null)],
            manifest.Container.VolumeMounts.Select(mount => (mount.MountPath, (string?)mount.SubPath, (string?)mount.SubPathExpr)));
    }

    [Fact]
    public void AMember_IsAFileWithItsText()
    {
        EmittedManifest manifest = Manifest("", """
            [ConfigFile("/etc/peers")] [PeerList(Each = "{host}")] public static partial string Nodes { get; }
            [ConfigFile("/etc/orders")] [AddressOf(typeof(Orders), "http://{Api:Http}", Env = "ORDERS")] public static partial string ToOrders { get; }
            """);
        IDictionary<string, string> data = manifest.Objects.OfType<V1ConfigMap>().Single().Data;
        Assert.Equal(manifest.Member<string>("Nodes"), data["peers"]);
        Assert.Equal(manifest.Member<string>("ToOrders"), data["orders"]);
        Assert.Equal(["/etc/peers", "/etc/orders"], manifest.Container.VolumeMounts.Select(mount => mount.MountPath));
    }

    [Fact]
    public void ReplicasAndPorts_OfTheBuild_AreFollowed()
    {
        const string Source = """
            using Holdfast;
            [StatefulApp("b", Replicas = 1)] [Container("b:1")]
            [ConfigMapEntry("orders", "{Orders.pods:Http}", Braces = 1, Applications = new[] { typeof(Orders) })]
            [ConfigMapEntry("own", "{replicas}: {members ' ': {name}}", Braces = 1)]
            partial class B { }
            """;
        EmittedManifest manifest = EmittedManifest.Of("B", new Dictionary<string, string> { ["HoldfastReplicas"] = "b=2 orders=3", ["HoldfastNamespace"] = "test" }, Other, Source);
        IDictionary<string, string> data = manifest.Objects.OfType<V1ConfigMap>().Single().Data;
        Assert.Equal("orders-0.orders:8080,orders-1.orders:8080,orders-2.orders:8080", data["orders"]);
        Assert.Equal("2: b-0 b-1", data["own"]);
    }

    /// <summary>A list of members restarts all of them when one is added; a file of each replica restarts none.</summary>
    [Fact]
    public void TheHash_FollowsWhatReplicasRead()
    {
        const string Each = "[ConfigFile(\"/a\", Braces = 1)] const string Text = \"{ordinal} {Http}\";";
        const string List = "[ConfigFile(\"/a\", Braces = 1)] const string Text = \"{members: {name}} {Http}\";";
        Assert.Equal(Hash(Each, 3, 80), Hash(Each, 4, 80));
        Assert.NotEqual(Hash(Each, 3, 80), Hash(Each, 3, 81));
        Assert.NotEqual(Hash(List, 3, 80), Hash(List, 4, 80));
        Assert.NotEqual(Hash(List, 3, 80), Hash(List, 3, 81));
    }

    [Fact]
    public void ADeployment_HasNamesOfPodsInVariablesOnly()
    {
        EmittedManifest manifest = EmittedManifest.Of("Web", Other, """
            using Holdfast;
            [StatelessApp("web", Replicas = 2)] [Container("web:1")]
            [Env("ME", "{name}:{Http}", Braces = 1)]
            [ConfigMapEntry("orders", "{Orders.Calls:Grpc} {replicas} {Front:Http}", Braces = 1, Applications = new[] { typeof(Orders) })]
            partial class Web
            {
                [Port(8080)] public static partial ServicePort Http { get; }
                [ClientService] public static partial Service Front { get; }
            }
            """);
        Assert.Equal("$(POD_NAME):8080", manifest.Deployment.Spec.Template.Spec.Containers[0].Env.Single(variable => variable.Name == "ME").Value);
        Assert.Equal("orders-calls.shop.svc.cluster.local:9000 2 web-front:8080", manifest.Objects.OfType<V1ConfigMap>().Single().Data["orders"]);
    }

    private static string Hash(string member, int replicas, int port) => EmittedManifest.Of("A", $$"""
        using Holdfast;
        [StatefulApp("a", Replicas = {{replicas}})] [Container("a:1")]
        partial class A
        {
            [Port({{port}})] public static partial ServicePort Http { get; }
            {{member}}
        }
        """).StatefulSet.Spec.Template.Metadata.Annotations["holdfast.dev/config-hash"];

    private static string Text(string text, int braces) => Manifest(
        $"[ConfigMapEntry(\"text\", \"{text}\", Braces = {braces}{(braces == 0 ? "" : ", Applications = new[] { typeof(Orders) }")})]", "")
        .Objects.OfType<V1ConfigMap>().Single().Data["text"];

    private static EmittedManifest Manifest(string attributes, string members, params ImmutableArray<ProjectText> files) => WithContainer(attributes, members, "[Container(\"a:1\")]", files);

    private static EmittedManifest WithContainer(string attributes, string members, string container, params ImmutableArray<ProjectText> files) => EmittedManifest.Of("A", files, Other, $$"""
        using Holdfast;
        [StatefulApp("a", Replicas = 3, OrdinalStart = 1)]
        {{container}}
        {{attributes}}
        partial class A
        {
            [Port(80, ServicePort = 8000)] public static partial ServicePort Http { get; }
            [ClientService(Name = "a-front")] public static partial Service Front { get; }
            [PeerList(Each = "{ordinal}:{host}", Separator = " ")] public static partial string Peers { get; }
            [AddressOf(typeof(Orders), "{Api:Http}")] public static partial string Sales { get; }
            {{members}}
        }
        """);
}
