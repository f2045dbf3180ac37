using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Ports of Services that pods do not have, and what a patch takes away from a Service.</summary>
[HomeOf("HF5017")]
public class ServicePortRuleTests
{
    private const string Members = """
        [Port(8080, ServicePort = 80)] public static partial ServicePort Http { get; }
        [ClientService] public static partial Service Front { get; }
        """;

    [Theory]
    [InlineData("orders-front", "ports: [{port: 80, targetPort: {|#0:htp|}}]", DiagnosticSeverity.Warning)]
    [InlineData("orders", "ports: [{port: 8080, targetPort: {|#0:htp|}}]", DiagnosticSeverity.Warning)]
    [InlineData("orders-front", "ports: [{port: 80, targetPort: {|#0:8081|}}]", DiagnosticSeverity.Info)]
    [InlineData("orders-front", "ports: [{{|#0:port|}: 81, targetPort: http}]", DiagnosticSeverity.Error)] // a second one, without a name
    [InlineData("orders-front", "ports: [{port: 81, name: other, targetPort: 8080}]", null)]
    [InlineData("orders", "ports: [{port: 81, name: other}]", null)] // headless: no port is translated
    [InlineData("orders-front", "selector: null, ports: [{port: 80, targetPort: htp}]", null)] // its endpoints are written elsewhere
    public Task Ports(string service, string spec, DiagnosticSeverity? severity)
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(Source.App("\"orders\"", $"[Patch(\"{{kind: Service, metadata: {{name: {service}}}, spec: {{{spec}}}}}\")]", Members));
        if (severity is { } expected)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("HF5017", expected).WithLocation(0));
        }

        return test.RunAsync();
    }

    [Theory]
    [InlineData("{|HF9012:ports|}: [{$patch: replace}, {port: 81, name: other, targetPort: 8080}]")]
    [InlineData("ports: {|HF9012:null|}")]
    [InlineData("selector: null, ports: null")] // Patroni writes the endpoints itself
    [InlineData("selector: {app.kubernetes.io/managed-by: holdfast}")]
    [InlineData("ports: [{port: 81, name: other, targetPort: http}]")]
    public Task APatchThatTakesAwayWhatNamesLeadTo(string spec) => RuleTest.VerifyAsync(Source.App(
        "\"orders\"", $"[Patch(\"{{kind: Service, metadata: {{name: orders}}, spec: {{{spec}}}}}\")]", Members));

    [Fact]
    public Task APatchThatTakesAwayTheService() => RuleTest.VerifyAsync(Source.App(
        "\"orders\"", "[Patch(\"{kind: StatefulSet, spec: {serviceName: {|HF9012:null|}}}\")]", Members));

    [Fact]
    public Task FiresOnANameThatNoContainerHas() => RuleTest.VerifyAsync(Source.App(
        "\"orders\"", "[Patch(\"{kind: Service, metadata: {name: orders-front}, spec: {ports: [{port: 80, targetPort: {|HF5017:htp|}}]}}\")]", Members));

    [Theory]
    [InlineData("[Port(8080, ServicePort = )] public static partial ServicePort Http { get; } [ClientService] public static partial Service Front { get; }")]
    [InlineData("[Port(8080, ServicePort = 80, Name = Missing)] public static partial ServicePort Http { get; } [ClientService] public static partial Service Front { get; }")]
    public Task SurvivesHalfTypedCode(string members) => RuleTest.SurvivesAsync(Source.App(members: members));
}
