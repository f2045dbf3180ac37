using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Addresses that cannot be made.</summary>
[HomeOf("HF9015")]
public class AddressRuleTests
{
    private const string Others = """
        using Holdfast;
        [StatefulApp("postgres", Replicas = 2)] [Container("postgres:17")]
        public partial class Postgres
        {
            [Port(5432)] public static partial ServicePort Sql { get; }
            [Port(8008)] public static partial ServicePort Rest { get; }
            [ClientService(Ports = new[] { nameof(Sql) })] public static partial Service Primary { get; }
            [PeerList] public static partial string Nodes { get; }
            [EmptyDir] public static partial Volume Scratch { get; }
        }
        [StatelessApp("web")] [Container("web:1")]
        public partial class Web
        {
            [Port(80)] public static partial ServicePort Http { get; }
            [ClientService] public static partial Service Front { get; }
        }
        [StatefulApp("alone", ServiceName = "")] [Container("alone:1")]
        public partial class Alone
        {
            [Port(80)] public static partial ServicePort Http { get; }
            [PeerList(Each = "{name}")] public static partial string Names { get; }
        }
        [StatefulApp("crowd", Replicas = 10001)] [Container("crowd:1")]
        public partial class Crowd { }
        """;

    [Theory]
    [InlineData("Postgres", "\"{{|HF9015:Primry|}:Sql}\"")]
    [InlineData("Postgres", "\"{Primary:{|HF9015:Sqll|}}\"")]
    [InlineData("Postgres", "\"{Primary:{|HF9015:Rest|}}\"")] // the Service does not offer it
    [InlineData("Postgres", "\"{{|HF9015:Scratch|}}\"")]
    [InlineData("Postgres", "\"{{|HF9015:Sql|}:Rest}\"")]
    [InlineData("Postgres", "\"{{|HF9015:Nodes|}:Sql}\"")]
    [InlineData("Postgres", "\"{first:{|HF9015:Primary|}}\"")]
    [InlineData("Postgres", "\"{|HF9015:{}|}\"")]
    [InlineData("Postgres", "\"{|HF9015:{Primary:}|}\"")]
    [InlineData("Postgres", "\"{|HF9015:{Primary:Sql:Rest}|}\"")]
    [InlineData("Postgres", "\"a{|HF9015:}|}b\"")]
    [InlineData("Postgres", "\"\\t{{|HF9015:host|}}\"")]
    [InlineData("Postgres", "{|HF9015:$\"{{{nameof(Postgres.Scratch)}}}\"|}")]
    [InlineData("Postgres", "$\"{{{nameof(Postgres.Primary)}:{nameof(Postgres.Sql)}}}\"")]
    [InlineData("Postgres", "\"{Primary:Sql}{Primary}{Sql}{Nodes}{first:Rest}{pods:Sql}{first}{pods}{{}}\"")]
    [InlineData("Web", "\"{|HF9015:{first:Http}|}\"")]
    [InlineData("Web", "\"{|HF9015:{pods}|}\"")]
    [InlineData("Web", "\"{Front:Http}{Http}\"")]
    [InlineData("Alone", "\"{|HF9015:{pods:Http}|}\"")]
    [InlineData("Alone", "\"{Http}{Names}\"")]
    [InlineData("Crowd", "\"{|HF9015:{pods}|}\"")] // the address would end before its last member
    [InlineData("Crowd", "\"{first}\"")]
    public Task Placeholders(string type, string text) => RuleTest.VerifyAsync(Others, Orders($"[AddressOf(typeof({type}), {text})] public static partial string Address {{ get; }}"));

    [Theory]
    [InlineData("[AddressOf({|HF9015:typeof(string)|}, \"{Front}\")] public static partial string Address { get; }")]
    [InlineData("[AddressOf({|HF9015:typeof(System.Collections.Generic.List<>)|}, \"{\")] public static partial string Address { get; }")]
    [InlineData("[AddressOf(typeof(Web), \"{Front}\")] public static string {|HF9002:Address|} => string.Empty;")]
    [InlineData("[AddressOf(typeof(Orders), \"{first}\")] public static partial string Address { get; }")]
    [InlineData("[Sidecar(\"side:1\")] static partial class Side { [AddressOf(typeof(Web), \"{{|HF9015:Frnt|}}\")] public static partial string Address { get; } }")]
    public Task Types(string member) => RuleTest.VerifyAsync(Others, Orders(member));

    [Theory]
    [InlineData("{{|#0:Primry|}:Sql}", "'Primry' is not a member of 'Postgres' with an address; did you mean 'Primary'?")]
    [InlineData("{Primary:{|#0:Rest|}}", "the Service 'Primary' of 'Postgres' does not offer the port 'Rest'; the candidates are: Sql")]
    [InlineData("{{|#0:Scratch|}}", "'Scratch' is not a member of 'Postgres' with an address; the candidates are: Primary, Sql, Rest, Nodes, first, pods")]
    public async Task SaysWhatCanBeNamed(string text, string message)
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(Others);
        test.TestState.Sources.Add(Orders($"[AddressOf(typeof(Postgres), \"{text}\")] public static partial string Address {{ get; }}"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("HF9015", DiagnosticSeverity.Error).WithLocation(0).WithMessage("The address 'Address' cannot be generated: " + message));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("[AddressOf]")]
    [InlineData("[AddressOf(")]
    [InlineData("[AddressOf(typeof(), \"{x}\")] public static partial string Address { get; }")]
    [InlineData("[AddressOf(typeof(Missing), \"{x}\", Env = )] public static partial string Address { get; }")]
    [InlineData("[AddressOf(null, \"{x}\")] public static partial string Address { get; }")]
    [InlineData("[AddressOf(typeof(Half), Missing.Text)] public static partial string Address { get; }")]
    [InlineData("[AddressOf(typeof(Half), \"{Front:Http}{Http}\", Env = \"A\")] public static partial string Address { get; }")]
    public Task SurvivesHalfTypedCode(string member) => RuleTest.SurvivesAsync(Orders(member) + """
        [StatelessApp("half")] [Container("half:1")]
        partial class Half { [Port(Missing.Number)] public static partial ServicePort Http { get; } [ClientService(Name = Missing.Name)] public static partial Service Front { get; } }
        """);

    private static string Orders(string members) => Source.App(members: members);
}
