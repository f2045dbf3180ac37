using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>What build properties say about applications, values and names.</summary>
[HomeOf("HF9017", "HF9019")]
public class ProjectSettingsTests
{
    private const string Apps = """
        using Holdfast;
        [StatefulApp("orders")] [StatefulApp("orders-s", Environment = "staging")] [Container("a:1")] partial class Orders { }
        [StatefulApp("ledger")] [Container("a:1")] partial class Ledger { }
        """;

    [Theory]
    [InlineData("HoldfastReplicas", "order=5", "The build property HoldfastReplicas names the application 'order', which this project does not have, so its value '5' reaches nothing; did you mean 'orders'?")]
    [InlineData("HoldfastImageTag", "orders=1 ledger=2 carts=3", "The build property HoldfastImageTag names the application 'carts', which this project does not have, so its value '3' reaches nothing; there are: ledger, orders, orders-s")]
    [InlineData("HoldfastReplicas", "orders=5,3", "The build property HoldfastReplicas names the value '3', which this project does not have, so it is for no application; write each as name=value, with a comma or a space between them")]
    [InlineData("HoldfastEnvironment", "stagin", "The build property HoldfastEnvironment names the environment 'stagin', which this project does not have, so attributes without an environment count alone; did you mean 'staging'?")]
    [InlineData("HoldfastEnvironment", "production", "The build property HoldfastEnvironment names the environment 'production', which this project does not have, so attributes without an environment count alone; there are: staging")]
    public async Task UnknownNames(string property, string value, string message)
    {
        RuleTest test = RuleTest.With(new Dictionary<string, string> { [property] = value }, Apps);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("HF9019", DiagnosticSeverity.Warning).WithMessage(message));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("HoldfastReplicas", "5")]
    [InlineData("HoldfastReplicas", "orders=5,orders-s=1,ledger=3")]
    [InlineData("HoldfastEnvironment", "Staging")]
    public Task KnownNames(string property, string value) => RuleTest.VerifyAsync(new Dictionary<string, string> { [property] = value }, Apps);

    [Fact]
    public Task AProjectWithoutEnvironments_HasNoPartInTheChoice() =>
        RuleTest.VerifyAsync(new Dictionary<string, string> { ["HoldfastEnvironment"] = "staging" }, Source.App());

    [Fact]
    public Task AProjectWithoutApplications_IsLeftAlone() =>
        RuleTest.VerifyAsync(new Dictionary<string, string> { ["HoldfastReplicas"] = "orders=5" }, "class Nothing { }");

    [Fact]
    public Task AWrongValueForOneApplication_IsSaidThere() => RuleTest.VerifyAsync(
        new Dictionary<string, string> { ["HoldfastReplicas"] = "orders=many,ledger=2" },
        """
        using Holdfast;
        [StatefulApp({|HF9017:"orders"|})] [Container("a:1")] partial class Orders { }
        [StatefulApp("ledger")] [Container("a:1")] partial class Ledger { }
        """);
}
