using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Images that are known, as attributes declare them.</summary>
public class KnownImageRuleTests
{
    [Theory]
    [InlineData("postgres:16.4", "{|HF3020:\"/var/lib/postgresql\"|}")]
    [InlineData("postgres:18", "{|HF3020:\"/var/lib/postgresql/data\"|}")]
    [InlineData("postgres:18", "\"/var/lib/postgresql\"")]
    [InlineData("orders:1.0", "\"/var/lib/postgresql\"")]
    public Task ClaimsAboveVolumes(string image, string path) => RuleTest.VerifyAsync(App(
        image, members: $"[VolumeClaim(\"1Gi\", MountPath = {path})] public static partial ClaimTemplate Data {{ get; }}"));

    [Theory]
    [InlineData("ReadOnlyRootFilesystem = {|HF6018:true|}", "")]
    [InlineData("ReadOnlyRootFilesystem = false", "")]
    [InlineData("ReadOnlyRootFilesystem = true", "[EmptyDir(MountPath = \"/tmp\")] public static partial Volume Tmp { get; }")]
    public Task ReadOnlyRoots(string argument, string members) => RuleTest.VerifyWatchingAsync("HF6018", App(
        "mcr.microsoft.com/dotnet/aspnet:7.0", $"[SecurityContext({argument})]", members));

    [Theory]
    [InlineData("{|HF6019:\"-Xmx2g\"|}")]
    [InlineData("\"-Xmx1g\"")]
    public Task Heaps(string options) => RuleTest.VerifyAsync(App("orders:1.0", $"[Env(\"JAVA_OPTS\", {options})] [Resources(MemoryLimit = \"2Gi\")]"));

    [Theory]
    [InlineData("{|HF6020:\"confluentinc/cp-kafka:7.6.1\"|}", "kafka")]
    [InlineData("\"confluentinc/cp-kafka:7.6.1\"", "front")]
    public Task Links(string image, string service) => RuleTest.VerifyAsync(App(
        "orders:1.0", members: $"[Port(9092)] public static partial ServicePort Tcp {{ get; }} [ClientService(Name = \"{service}\")] public static partial Service Front {{ get; }}")
        .Replace("\"orders:1.0\"", image, StringComparison.Ordinal));

    [Theory]
    [InlineData("{|HF5026:80|}", "8080")]
    [InlineData("80", "80")]
    [InlineData("8080", "8080")]
    public Task Ports(string port, string variable) => RuleTest.VerifyAsync(App(
        "orders:1.0", $"[Env(\"ASPNETCORE_HTTP_PORTS\", \"{variable}\")]", $"[Port({port})] public static partial ServicePort Http {{ get; }}"));

    [Theory]
    [InlineData("{|HF5025:\"orders\"|}", "[Env(\"AKKA__DISCOVERY__METHOD\", \"kubernetes-api\")]")]
    [InlineData("\"orders\"", "")]
    [InlineData("\"orders\"", "[Env(\"AKKA__DISCOVERY__METHOD\", \"kubernetes-api\")] [Env(\"SEED\", \"orders-0.orders\")]")]
    [InlineData("\"orders\", PodManagementPolicy = PodManagementPolicy.Parallel", "[Env(\"AKKA__DISCOVERY__METHOD\", \"kubernetes-api\")]")]
    public Task NeedlessSets(string arguments, string attributes) => RuleTest.VerifyWatchingAsync("HF5025", Source.App(arguments, attributes));

    [Fact]
    public Task SurvivesHalfTypedCode() => RuleTest.SurvivesAsync(App("postgres:17", "[Env(\"JAVA_OPTS\", )] [Resources(MemoryLimit = )]"));

    private static string App(string image, string attributes = "", string members = "") =>
        Source.App(attributes: attributes, members: members).Replace("orders:1.0", image, StringComparison.Ordinal);
}
