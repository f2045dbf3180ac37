using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>What interfaces and base classes declare counts for the applications that take it over.</summary>
public class ConventionTests
{
    private const string Team = """
        using Holdfast;
        namespace Team;

        [Label("team", "shop")]
        [Label("tier", "any")]
        [Resources(MemoryRequest = "1Gi")]
        [Env("A", "interface")]
        [Env("B", "interface", Environment = "staging")]
        public interface IHasMetrics
        {
            [Port(9090)] static abstract ServicePort Metrics { get; }
            [Port(9091)] static abstract ServicePort ByHand { get; }
            [Port(9092)] static abstract ServicePort Own { get; }
            [Port(9093)] static abstract ServicePort Partial { get; }
            [PeerList(Env = "PEERS")] static abstract string Peers { get; }
            [Port(9094)] ServicePort Instance { get; }
        }

        public interface IHasMore : IHasMetrics
        {
            [ClientService(Ports = new[] { "Metrics" })] static abstract Service Client { get; }
        }

        [Container("base:1.0", Command = new[] { "run" })]
        [Resources(CpuRequest = "1")]
        [Label("tier", "base")]
        public abstract class Convention
        {
            [ConfigFile("/conf/team.cfg")] public const string Text = "team";
            [VolumeClaim("1Gi", MountPath = "/data")] public abstract ClaimTemplate Data { get; }
            [EmptyDir(MountPath = "/tmp")] protected internal abstract Volume Scratch { get; }
        }
        """;

    private const string Orders = """
        using Holdfast;
        using Team;

        [StatefulApp("orders", Replicas = 2)]
        [Label("tier", "own")]
        [Env("A", "own", Environment = "staging")]
        [ReadinessProbe(Port = nameof(Metrics))]
        public sealed partial class Orders : Convention, IHasMore
        {
            public static ServicePort ByHand => Metrics;
            [Port(19092)] public static partial ServicePort Own { get; }
            public static partial ServicePort Partial { get; }
            public static int Number => Read<Orders>();
            private static int Read<T>() where T : IHasMetrics => T.Metrics.Number;
        }
        """;

    public static TheoryData<bool> Places => [false, true];

    [Theory]
    [MemberData(nameof(Places))]
    public void AttributesCount_TheNearestMost(bool elsewhere)
    {
        EmittedManifest app = Emit(elsewhere);
        Assert.Equal("shop", app.StatefulSet.Metadata.Labels["team"]);
        Assert.Equal("own", app.StatefulSet.Metadata.Labels["tier"]);
        Assert.Equal("base:1.0", app.Container.Image);
        Assert.Equal("orders", app.Container.Name);
        Assert.Equal("1", app.Container.Resources.Requests["cpu"].ToString());
        Assert.False(app.Container.Resources.Requests.ContainsKey("memory"));
        Assert.Equal("interface", app.Container.Env.Single(variable => variable.Name == "A").Value);
        Assert.DoesNotContain(app.Container.Env, variable => variable.Name == "B");

        EmittedManifest staging = Emit(elsewhere, ("HoldfastEnvironment", "staging"));
        Assert.Equal("own", staging.Container.Env.Single(variable => variable.Name == "A").Value);
        Assert.Equal("interface", staging.Container.Env.Single(variable => variable.Name == "B").Value);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void MembersAreImplemented_UnlessTheUserDoes(bool elsewhere)
    {
        EmittedManifest app = Emit(elsewhere);
        Assert.Equal(
            ["metrics 9090", "by-hand 9091", "own 19092", "partial 9093", "instance 9094"],
            app.Container.Ports.Select(port => port.Name + " " + port.ContainerPort));
        Assert.Equal(9090, app.Member<ServicePort>("Metrics").Number);
        Assert.Equal(9090, app.Member<ServicePort>("ByHand").Number);
        Assert.Equal(19092, app.Member<ServicePort>("Own").Number);
        Assert.Equal(9093, app.Member<ServicePort>("Partial").Number);
        Assert.Equal(9090, app.Member<int>("Number"));
        Assert.Contains(app.Container.Env, variable => variable.Name == "PEERS" && variable.Value == app.Member<string>("Peers"));
        Assert.Equal("metrics", app.Service("orders-client").Spec.Ports.Single().Name);
        Assert.Equal("data", app.StatefulSet.Spec.VolumeClaimTemplates.Single().Metadata.Name);
        Assert.Contains(app.Container.VolumeMounts, mount => mount.MountPath == "/conf/team.cfg");
        Assert.Contains(app.Container.VolumeMounts, mount => mount.MountPath == "/tmp");
        Assert.Equal("metrics", app.Container.ReadinessProbe.TcpSocket.Port.Value);
    }

    [Fact]
    public Task NothingIsSaidOfAConventionThatFits() => RuleTest.VerifyAsync(Team, Orders);

    [Fact]
    public void AnApplicationAsBaseClass_KeepsWhatItDeclares()
    {
        EmittedManifest app = EmittedManifest.Of("Second", """
            using Holdfast;
            [StatefulApp("first")] [Container("first:1")] [Label("a", "b")]
            public partial class First { [Port(80)] public static partial ServicePort Http { get; } }
            [StatefulApp("second")] [Container("second:1")]
            public partial class Second : First { }
            """);
        Assert.Null(app.Container.Ports);
        Assert.False(app.StatefulSet.Metadata.Labels.ContainsKey("a"));
    }

    [Fact]
    public void AContainersClass_TakesOverToo()
    {
        EmittedManifest app = EmittedManifest.Of("Orders", """
            using Holdfast;
            [Sidecar("ship:1")] [Env("A", "b")]
            public abstract class Shipping { [Port(24224)] public abstract ServicePort Forward { get; } }
            [StatefulApp("orders")] [Container("orders:1")]
            public partial class Orders { public partial class Shipper : Shipping { } }
            """);
        var shipper = app.StatefulSet.Spec.Template.Spec.InitContainers.Single();
        Assert.Equal("shipper", shipper.Name);
        Assert.Equal(24224, shipper.Ports.Single().ContainerPort);
        Assert.Contains(shipper.Env, variable => variable.Name == "A");
    }

    private static EmittedManifest Emit(bool elsewhere, params (string Name, string Value)[] properties)
    {
        var options = properties.ToDictionary(static property => property.Name, static property => property.Value);
        if (!elsewhere)
        {
            return EmittedManifest.Of("Orders", options, Team, Orders);
        }

        using var image = new MemoryStream();
        Assert.True(Compilations.Create(Team).WithAssemblyName("Team").Emit(image).Success);
        CSharpCompilation consumer = Compilations.Create(Orders).AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        return EmittedManifest.Of("Orders", GeneratorRun.Of(consumer, options), image.ToArray());
    }
}
