using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>What an application can start after, and what keeps it from waiting.</summary>
[HomeOf("HF9041", "HF9042")]
public class AfterTests
{
    private const string Wait = ", WaitImage = \"curlimages/curl:8.11.1\"";

    [Theory]
    [InlineData("[After(typeof(Migrations)" + Wait + ")]")]
    [InlineData("[After(typeof(Migrations)" + Wait + ")] [ServiceAccount(\"orders\")]")]
    [InlineData("[After(typeof(Migrations)" + Wait + ")] [ServiceAccount(Create = true, MountToken = true)]")]
    [InlineData("[After(typeof(Migrations)" + Wait + ")] [NetworkPolicy]")]
    [InlineData("[After(typeof(Migrations)" + Wait + ")] [NetworkPolicy(RestrictEgress = true, EgressCidrs = new[] { \"10.96.0.1/32\" })]")]
    [InlineData("[After({|HF9041:typeof(Migrations)|}" + Wait + ")] [NetworkPolicy(RestrictEgress = true)]")]
    [InlineData("[After({|HF9041:typeof(Migrations)|}" + Wait + ")] [ServiceAccount(MountToken = false)]")]
    [InlineData("[After({|HF9041:typeof(Expiring)|}" + Wait + ")]")]
    [InlineData("[After({|HF9041:typeof(Elsewhere)|}" + Wait + ")]")]
    [InlineData("[After({|HF9041:typeof(Anywhere)|}" + Wait + ")]")]
    [InlineData("[After({|HF9041:typeof(Backup)|}" + Wait + ")]")]
    [InlineData("[After({|HF9041:typeof(string)|}" + Wait + ")]")]
    [InlineData("[After({|HF9041:typeof(Orders)|}" + Wait + ")]")]
    [InlineData("[After({|HF9042:typeof(Migrations)|})]")]
    [InlineData("[After(typeof(Migrations)" + Wait + ")] [After({|HF9042:typeof(Seed)|})]")]
    public Task Applications(string attributes) => RuleTest.VerifyAsync(App(attributes));

    [Theory]
    [InlineData("[StatefulApp(\"orders\", Replicas = 2)]", true)]
    [InlineData("[StatelessApp(\"orders\", Replicas = 2)]", true)]
    [InlineData("[StatelessApp(\"orders\", Replicas = 2, Namespace = \"shop\")]", false)]
    public Task OneNamespaceIsDeclaredInBoth(string kind, bool isFound) => RuleTest.VerifyAsync(
        App("[After(" + (isFound ? "{|HF9041:typeof(Migrations)|}" : "typeof(Migrations)") + Wait + ")]", kind));

    [Theory]
    [InlineData("[RunOnce(\"work\", Namespace = \"shop\")]")]
    [InlineData("[Scheduled(\"work\", \"@daily\", Namespace = \"shop\")]")]
    public Task AJobStartsAfterNothing(string kind) => RuleTest.VerifyAsync(App("[{|HF9013:After(typeof(Migrations))|}]", kind));

    /// <summary>The application's own address in the Job, and the Job before the application: neither reading waits for the other.</summary>
    [Fact]
    public Task TwoMayReferToEachOther() => RuleTest.VerifyAsync("""
        using Holdfast;
        [StatefulApp("orders", Replicas = 2, Namespace = "shop")] [Container("orders:1.0")] [After(typeof(Migrations), WaitImage = "curlimages/curl:8.11.1")]
        partial class Orders { [Port(8080)] public static partial ServicePort Http { get; } }
        [RunOnce("migrations", Namespace = "shop")] [Container("orders:1.0")]
        partial class Migrations { [AddressOf(typeof(Orders), "{first:Http}", Env = "ORDERS")] public static partial string Address { get; } }
        """);

    [Fact]
    public async Task AProjectThatCanWaitIsNotWarned()
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(App("[After(typeof(Migrations))]"));
        using var image = new MemoryStream();
        Assert.True(CSharpCompilation.Create("Holdfast.Discovery", options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddReferences(MetadataReference.CreateFromFile(typeof(object).Assembly.Location)).Emit(image).Success);
        test.TestState.AdditionalReferences.Add(MetadataReference.CreateFromImage(image.ToArray()));
        await test.RunAsync();
    }

    [Fact]
    public async Task SaysWhatToDoInstead()
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(App("[After({|#0:typeof(Expiring)|}, WaitImage = \"curlimages/curl:8.11.1\")] [After({|#1:typeof(Migrations)|})]"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("HF9041", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            "'Orders' cannot start after 'Expiring', because the Job is deleted some time after its end, and pods that start later would wait forever; remove "
            + "TtlSecondsAfterFinished there"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("HF9042", DiagnosticSeverity.Warning).WithLocation(1).WithMessage(
            "'Orders' is to start after 'Migrations', but the project does not reference Holdfast.Discovery, which waits, so it starts at once; reference that package "
            + "and call AddHoldfastStart, or set WaitImage to an image with a shell and curl"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("[After]")]
    [InlineData("[After(")]
    [InlineData("[After(null)]")]
    [InlineData("[After(typeof())]")]
    [InlineData("[After(typeof(Missing))]")]
    [InlineData("[After(typeof(Orders<>))]")]
    [InlineData("[After(typeof(Migrations), WaitImage = )]")]
    public Task SurvivesHalfTypedCode(string attribute) => RuleTest.SurvivesAsync(App(attribute));

    private static string App(string attributes, string kind = "[StatefulApp(\"orders\", Replicas = 2, Namespace = \"shop\")]") => $$"""
        using Holdfast;
        {{kind}} [Container("orders:1.0")]
        {{attributes}}
        public sealed partial class Orders
        {
        }
        [RunOnce("migrations", Namespace = "shop")] [Container("orders:1.0")] public sealed partial class Migrations { }
        [RunOnce("seed", Namespace = "shop")] [Container("orders:1.0")] public sealed partial class Seed { }
        [RunOnce("expiring", Namespace = "shop", TtlSecondsAfterFinished = 60)] [Container("orders:1.0")] public sealed partial class Expiring { }
        [RunOnce("elsewhere", Namespace = "other")] [Container("orders:1.0")] public sealed partial class Elsewhere { }
        [RunOnce("anywhere")] [Container("orders:1.0")] public sealed partial class Anywhere { }
        [Scheduled("backup", "@daily", Namespace = "shop")] [Container("orders:1.0")] public sealed partial class Backup { }
        """;
}
