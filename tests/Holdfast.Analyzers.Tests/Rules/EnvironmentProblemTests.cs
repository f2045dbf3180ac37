using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Attributes that do not fit together over environments; and what is wrong in one of them only.</summary>
[HomeOf("HF9016")]
public class EnvironmentProblemTests
{
    [Theory]
    [InlineData("[Resources(MemoryRequest = \"1Gi\")] [{|HF9016:Resources(MemoryRequest = \"2Gi\")|}]", "")]
    [InlineData("[Resources(MemoryRequest = \"1Gi\", Environment = \"a\")] [{|HF9016:Resources(MemoryRequest = \"2Gi\", Environment = \"A\")|}]", "")]
    [InlineData("[{|HF9016:Container(\"a:1\")|}]", "")]
    [InlineData("[{|HF9016:StatefulApp(\"again\")|}]", "")]
    [InlineData("", "[Port(1)] [{|HF9016:Port(2)|}] public static partial ServicePort Http { get; }")]
    [InlineData("", "[{|HF9016:Port(1, Environment = \"a\")|}] public static partial ServicePort Http { get; }")]
    [InlineData("", "[{|HF9016:ConfigFile(\"/a\", Environment = \"a\")|}] const string Text = \"\";")]
    public Task Fires(string attributes, string members) => RuleTest.VerifyAsync(Source.App(attributes: attributes, members: members));

    [Fact]
    public Task AnApplicationInOneEnvironmentOnly() => RuleTest.VerifyAsync("""
        using Holdfast;
        [{|HF9016:StatefulApp("orders", Environment = "staging")|}] [Container("orders:1")]
        partial class Orders { }
        """);

    [Fact]
    public async Task AContainerWithMembersInOneEnvironmentOnly()
    {
        var test = new RuleTest { CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None };
        test.TestState.Sources.Add(Source.App(members: """
            [{|HF9016:Sidecar("trace:1", Environment = "staging")|}] partial class Trace
            {
                [Port(9411)] public static partial ServicePort Collector { get; }
            }
            """));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("[Resources(MemoryRequest = \"1Gi\")] [Resources(MemoryRequest = \"2Gi\", Environment = \"a\")] [Resources(MemoryRequest = \"2Gi\", Environment = \"b\")]", "")]
    [InlineData("[Resources(MemoryRequest = \"1Gi\", Environment = \"a\")]", "")]
    [InlineData("[StatefulApp(\"orders\", Replicas = 1, Environment = \"a\")]", "")]
    [InlineData("[Label(\"a\", \"b\")] [Label(\"c\", \"d\")] [Label(\"e\", \"f\", Environment = \"a\")]", "")]
    [InlineData("", "[Port(1)] [Port(2, Environment = \"a\")] public static partial ServicePort Http { get; }")]
    [InlineData("", "[Sidecar(\"trace:1\", Environment = \"staging\")] partial class Trace { }")]
    public Task IsSilent(string attributes, string members) => RuleTest.VerifyAsync(Source.App(attributes: attributes, members: members));

    [Theory]
    [InlineData("[Resources(Environment = )] [Env(\"A\", Environment = null)] [Label(Environment = Missing.Name)]", "")]
    [InlineData("", "[Port(1, Environment = 3)] public static partial ServicePort Http { get; }")]
    public Task SurvivesHalfTypedCode(string attributes, string members) =>
        RuleTest.SurvivesAsync(Source.App(attributes: attributes, members: members));

    [Fact]
    public Task AMistakeInOneEnvironment_IsSaidWhateverIsChosen() => RuleTest.VerifyAsync(Source.App(
        attributes: "[Resources(MemoryRequest = \"1Gi\")] [Resources(MemoryRequest = {|HF3008:\"much\"|}, Environment = \"staging\")]"));

    [Fact]
    public Task AMistakeInAll_IsSaidOnce() => RuleTest.VerifyAsync(Source.App(
        attributes: "[Resources(MemoryRequest = {|HF3008:\"much\"|})] [Resources(MemoryLimit = \"1Gi\", Environment = \"staging\")] [Resources(MemoryLimit = \"2Gi\", Environment = \"test\")]"));
}
