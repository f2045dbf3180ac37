using System.Reflection;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Tests.Typed;

/// <summary>
/// Whichever KubernetesClient is referenced, what is generated compiles, and what that version cannot hold is reported to code that
/// uses the object.
/// </summary>
public class OtherClientTests
{
    private const string Declaration = """
        using Holdfast;
        [StatefulApp("orders", Replicas = 2)]
        [Container("orders:1.0")]
        [ReadinessProbe(HttpPath = "/ready", Port = nameof(Http))]
        [DisruptionBudget(MaxUnavailable = 1)]
        [Autoscaler(2, 5)]
        [Resources(CpuRequest = "500m")]
        public sealed partial class Orders
        {
            [Port(8080)] public static partial ServicePort Http { get; }
            [VolumeClaim("10Gi", MountPath = "/data", ReadOnly = true)] public static partial ClaimTemplate Data { get; }
            [ClientService] public static partial Service Front { get; }
        }
        """;

    private const string Use = """
        static class Use
        {
            public static object Set => Orders.Manifests.StatefulSet;
            public static object Budget => Orders.Manifests.DisruptionBudget;
            public static object All => Orders.Manifests.All;
        }
        """;

    [Fact]
    public void AllThatIsDeclaredIsThereWhereTheClientHasIt() => Assert.Empty(Run(new ClientSource().Reference()).Problems);

    [Theory]
    [InlineData("19.0.2", "net8.0")]
    [InlineData("19.0.2", "net10.0")]
    public void AllThatIsDeclaredIsThereInAnOlderClient(string version, string framework)
    {
        string packages = typeof(OtherClientTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "PackageFolder").Value!;
        string folder = Path.Combine(packages, "kubernetesclient", version, "lib", framework);
        GeneratorRun run = Run(MetadataReference.CreateFromFile(Path.Combine(folder, "KubernetesClient.dll")));
        Assert.Empty(run.Problems);
        Assert.NotEmpty(run.Compilation.GetTypeByMetadataName("Orders+Manifests")!.GetMembers("StatefulSet"));
        Assert.NotEmpty(run.Compilation.GetTypeByMetadataName("Orders+Manifests")!.GetMembers("Autoscaler"));
    }

    [Fact]
    public void FieldsThatTheClientDoesNotHaveAreSaidWhereTheObjectIsUsed()
    {
        GeneratorRun run = Run(new ClientSource("V1StatefulSetSpec.PersistentVolumeClaimRetentionPolicy", "V1PodSpec.TopologySpreadConstraints").Reference());
        const string what = "spec.template.spec.topologySpreadConstraints, for which KubernetesClient 9.1 has no property. Yaml has it.'";
        Assert.Equal(
            [
                "CS0618 Set 'Orders.Manifests.StatefulSet' is obsolete: 'Without " + what,
                "CS0618 All 'Orders.Manifests.All' is obsolete: 'Without StatefulSet orders: " + what,
            ],
            Problems(run));
    }

    [Fact]
    public void AnObjectThatTheClientDoesNotHaveIsSaidWhereAllAreUsed()
    {
        GeneratorRun run = Run(new ClientSource("V2HorizontalPodAutoscaler", "V1Probe").Reference());
        Assert.Equal(
            [
                "CS0618 Set 'Orders.Manifests.StatefulSet' is obsolete: 'Without spec.template.spec.containers[0].readinessProbe, for which KubernetesClient 9.1 has no property. Yaml has it.'",
                "CS0618 All 'Orders.Manifests.All' is obsolete: 'Without StatefulSet orders: spec.template.spec.containers[0].readinessProbe, for which KubernetesClient 9.1 has no property; HorizontalPodAutoscaler orders, for which KubernetesClient 9.1 has no class. Yaml has it.'",
            ],
            Problems(run));
        Assert.Empty(run.Compilation.GetTypeByMetadataName("Orders+Manifests")!.GetMembers("Autoscaler"));
    }

    /// <summary>What a patch brings though it is wrong: a suppressed finding about it was meant.</summary>
    [Theory]
    [InlineData("spec: {replicas: three}", "spec.replicas, which takes a whole number of 32 bits and is the string 'three'")]
    [InlineData("spec: {minReplicas: 3}", "spec.minReplicas, for which KubernetesClient 9.1 has no property")]
    [InlineData("spec: {template: {spec: {overhead: {cpu: 10GB}}}}", "spec.template.spec.overhead[cpu], which takes a quantity such as 500m or 1Gi and is the string '10GB'")]
    [InlineData("metadata: {creationTimestamp: now}", "metadata.creationTimestamp, which takes a time such as 2026-01-31T12:00:00Z and is the string 'now'")]
    public void ValuesThatNoModelHoldsAreSaidWhereTheObjectIsUsed(string patch, string what)
    {
        GeneratorRun run = GeneratorRun.Of(Create(new ClientSource().Reference(), $"[Holdfast.Patch(\"{patch}\")] partial class Orders {{ }}"));
        Assert.Equal(
            [
                $"CS0618 Set 'Orders.Manifests.StatefulSet' is obsolete: 'Without {what}. Yaml has it.'",
                $"CS0618 All 'Orders.Manifests.All' is obsolete: 'Without StatefulSet orders: {what}. Yaml has it.'",
            ],
            Problems(run));
    }

    [Theory]
    [InlineData("KubernetesClient.Models.dll", new string[0], true)]
    [InlineData("KubernetesClient.dll", new[] { "client" }, false)]
    [InlineData("KubernetesClient.dll", new[] { "client", "global" }, true)]
    [InlineData("Other.dll", new string[0], false)]
    public void TypedObjectsAreThereWhereTheModelsCanBeNamed(string file, string[] aliases, bool areThere)
    {
        MetadataReference client = new ClientSource().Reference(file, aliases);
        GeneratorRun run = GeneratorRun.Of(Compilations.Create(Declaration).AddReferences(client));
        Assert.Empty(run.Problems);
        Assert.Equal(areThere, run.Compilation.GetTypeByMetadataName("Orders+Manifests")!.GetMembers("All").Length == 1);
    }

    [Fact]
    public void ThereIsNothingOfTwoClientsThatHaveTheSameTypes()
    {
        MetadataReference[] clients = [new ClientSource().Reference(), new ClientSource().Reference("KubernetesClient.Aot.dll")];
        CSharpCompilation compilation = Compilations.Create(Declaration).AddReferences(clients);
        Assert.Empty(GeneratorRun.Of(compilation).Problems);
        Assert.Equal(Generated(Compilations.Create(Declaration)), Generated(compilation));
    }

    [Theory]
    [InlineData(NullableContextOptions.Disable, LanguageVersion.CSharp13)]
    [InlineData(NullableContextOptions.Enable, LanguageVersion.CSharp13)]
    [InlineData(NullableContextOptions.Enable, LanguageVersion.Preview)]
    public void InAnyProjectThatTheDeclarationCompilesIn(NullableContextOptions nullable, LanguageVersion version)
    {
        GeneratorRun run = GeneratorRun.Of(Compilations
            .Create(Compilations.ParseOptions.WithLanguageVersion(version), nullable, Declaration, Use)
            .AddReferences(ClientReference.Value));
        Assert.Empty(run.Problems);
        Assert.NotEmpty(run.Compilation.GetTypeByMetadataName("Orders+Manifests")!.GetMembers("StatefulSet"));
    }

    [Fact]
    public void NamesOfTheUsersOwnDoNotGetInTheWay()
    {
        GeneratorRun run = ClientReference.Run("""
            namespace Shop
            {
                class k8s { }
                class System { }
                class V1StatefulSet { }

                [global::Holdfast.StatefulApp("orders")]
                [global::Holdfast.Container("orders:1.0")]
                partial class Orders
                {
                    class StatefulSet { }
                    class All { }
                    class V1Service { }
                    [global::Holdfast.Port(8080)] public static partial global::Holdfast.ServicePort Yaml { get; }
                    [global::Holdfast.ClientService] public static partial global::Holdfast.Service HeadlessService { get; }
                    [global::Holdfast.ReplicaService(Name = "each")] public static partial global::Holdfast.ReplicaServices StatefulService { get; }
                }
            }
            """);
        Assert.Empty(run.Problems);
        Assert.NotEmpty(run.Compilation.GetTypeByMetadataName("Shop.Orders+Manifests")!.GetMembers("HeadlessService2"));
    }

    [Fact]
    public void AUsersOwnManifestsStayAsTheyAre()
    {
        GeneratorRun run = ClientReference.Run("using Holdfast; [StatefulApp(\"a\")] [Container(\"a:1\")] partial class A { static class Manifests { } }");
        Assert.DoesNotContain("k8s", Assert.Single(run.Sources).SourceText.ToString(), StringComparison.Ordinal);
    }

    private static GeneratorRun Run(MetadataReference client) => GeneratorRun.Of(Create(client));

    private static CSharpCompilation Create(MetadataReference client, params string[] more) => Compilations.Create([Declaration, Use, .. more]).AddReferences(client);

    private static string Generated(CSharpCompilation compilation) => Assert.Single(GeneratorRun.Of(compilation).Sources).SourceText.ToString();

    /// <summary>What the compiler says, each at the member of <see cref="Use"/> that it is about.</summary>
    private static IEnumerable<string> Problems(GeneratorRun run) => run.Problems.Select(static problem =>
        $"{problem.Id} {problem.Location.SourceTree!.GetRoot().FindNode(problem.Location.SourceSpan).Ancestors().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.PropertyDeclarationSyntax>().First().Identifier} {problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
}
