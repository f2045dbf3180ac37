using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>Attributes for an environment count in a build for it, argument by argument.</summary>
public class EnvironmentTests
{
    private const string Orders = """
        using Holdfast;
        [StatefulApp("orders", Replicas = 3, MinReadySeconds = 5)]
        [StatefulApp("orders", Replicas = 1, Environment = "staging")]
        [Container("orders:1.0", Args = new[] { "serve" })]
        [Container("orders:dev", Environment = "staging")]
        [Container(Args = new[] { "serve", "--trace" }, Environment = "test")]
        [Env("LEVEL", "info")]
        [Env("MODE", "live")]
        [Env("LEVEL", "debug", Environment = "staging")]
        [Env("EXTRA", "yes", Environment = "staging")]
        [Resources(MemoryRequest = "2Gi", MemoryLimit = "2Gi")]
        [Resources(MemoryLimit = "3Gi", Environment = "Staging")]
        [NodeAffinity("zone", NodeAffinityOperator.In, "a")]
        [NodeAffinity("zone", NodeAffinityOperator.NotIn, "b")]
        [NodeAffinity("zone", NodeAffinityOperator.NotIn, "c", Environment = "staging")]
        [SecurityContext(RunAsUser = 1000, Environment = "staging")]
        public sealed partial class Orders
        {
            [Port(8080, ServicePort = 80)]
            [Port(9090, Environment = "staging")]
            public static partial ServicePort Http { get; }

            [VolumeClaim("10Gi", MountPath = "/data")]
            [VolumeClaim("1Gi", Environment = "staging")]
            public static partial ClaimTemplate Data { get; }

            [ConfigFile("/conf/a")]
            [ConfigFile("/conf/b", Environment = "staging")]
            private const string Text = "x";

            [ClientService] public static partial Service Client { get; }

            [Sidecar("trace:1", Environment = "staging")] partial class Trace { }
        }
        """;

    [Theory]
    [InlineData(null)]
    [InlineData("production")]
    public void WithoutAChoice_OnlyWhatIsForAllCounts(string? environment)
    {
        EmittedManifest app = In(environment);
        Assert.Equal(3, app.StatefulSet.Spec.Replicas);
        Assert.Equal(5, app.StatefulSet.Spec.MinReadySeconds);
        Assert.Equal("orders:1.0", app.Container.Image);
        Assert.Equal(["LEVEL=info", "MODE=live"], Variables(app));
        Assert.Equal("2Gi", app.Container.Resources.Limits["memory"].ToString());
        Assert.Null(app.Container.SecurityContext?.RunAsUser);
        Assert.Equal(8080, app.Container.Ports.Single().ContainerPort);
        Assert.Equal("10Gi", app.StatefulSet.Spec.VolumeClaimTemplates.Single().Spec.Resources.Requests["storage"].ToString());
        Assert.Contains(app.Container.VolumeMounts, mount => mount.MountPath == "/conf/a");
        Assert.Null(app.StatefulSet.Spec.Template.Spec.InitContainers);
        Assert.Equal(2, Expressions(app));
        Assert.Equal(3, app.Member<PodSet>("Pods").Count);
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("STAGING")]
    public void AnAttributeOfTheEnvironment_ReplacesTheArgumentsThatItNames(string environment)
    {
        EmittedManifest app = In(environment);
        Assert.Equal(1, app.StatefulSet.Spec.Replicas);
        Assert.Equal(5, app.StatefulSet.Spec.MinReadySeconds);
        Assert.Equal("orders:dev", app.Container.Image);
        Assert.Equal(["serve"], app.Container.Args);
        Assert.Equal(["LEVEL=debug", "MODE=live", "EXTRA=yes"], Variables(app));
        Assert.Equal("2Gi", app.Container.Resources.Requests["memory"].ToString());
        Assert.Equal("3Gi", app.Container.Resources.Limits["memory"].ToString());
        Assert.Equal(9090, app.Container.Ports.Single().ContainerPort);
        Assert.Equal(80, app.Service("orders-client").Spec.Ports.Single().Port);
        Assert.Equal("1Gi", app.StatefulSet.Spec.VolumeClaimTemplates.Single().Spec.Resources.Requests["storage"].ToString());
        Assert.Contains(app.Container.VolumeMounts, mount => mount.MountPath == "/data");
        Assert.Contains(app.Container.VolumeMounts, mount => mount.MountPath == "/conf/b");
        Assert.Equal("trace", app.StatefulSet.Spec.Template.Spec.InitContainers.Single().Name);
        Assert.Equal(3, Expressions(app));
        Assert.Single(app.Member<PodSet>("Pods"));
        Assert.Equal(9090, app.Member<ServicePort>("Http").Number);
    }

    [Fact]
    public void AnArgumentThatIsLeftOut_ReplacesNothing()
    {
        EmittedManifest app = In("test");
        Assert.Equal("orders:1.0", app.Container.Image);
        Assert.Equal(["serve", "--trace"], app.Container.Args);
        Assert.Equal(3, app.StatefulSet.Spec.Replicas);
    }

    [Fact]
    public void PropertiesCountMoreThanTheEnvironment() =>
        Assert.Equal(7, EmittedManifest.Of("Orders", new Dictionary<string, string> { ["HoldfastEnvironment"] = "staging", ["HoldfastReplicas"] = "7" }, Orders).StatefulSet.Spec.Replicas);

    private static EmittedManifest In(string? environment) => EmittedManifest.Of(
        "Orders",
        environment is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["HoldfastEnvironment"] = environment },
        Orders);

    private static IEnumerable<string> Variables(EmittedManifest app) => app.Container.Env
        .Where(static variable => !variable.Name.StartsWith("POD_", StringComparison.Ordinal))
        .Select(static variable => variable.Name + "=" + variable.Value);

    private static int Expressions(EmittedManifest app) => app.StatefulSet.Spec.Template.Spec.Affinity.NodeAffinity
        .RequiredDuringSchedulingIgnoredDuringExecution.NodeSelectorTerms.Single().MatchExpressions.Count;
}
