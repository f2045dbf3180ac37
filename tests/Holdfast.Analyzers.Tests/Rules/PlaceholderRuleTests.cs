using System.Collections.Immutable;
using Holdfast.Analyzers.Analysis;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Placeholders of files, entries, variables and arguments that stand for nothing.</summary>
[HomeOf("HF9029")]
public class PlaceholderRuleTests
{
    private const string Others = """
        using Holdfast;
        [StatefulApp("postgres", Replicas = 2)] [Container("postgres:17")]
        public partial class Postgres
        {
            [Port(5432)] public static partial ServicePort Sql { get; }
            [Port(8008)] public static partial ServicePort Rest { get; }
            [ClientService(Ports = new[] { nameof(Sql) })] public static partial Service Primary { get; }
            [ClientService(Ports = new[] { nameof(Sql) })] public static partial Service Standby { get; }
        }
        """;

    private const string Members = """
        [Port(80)] public static partial ServicePort Http { get; }
        [ClientService] public static partial Service Front { get; }
        [AddressOf(typeof(Postgres), "u:$(PASSWORD)@{Primary:Sql}")] public static partial string Database { get; }
        """;

    [Theory]
    [InlineData("{{|HF9029:Htp|}}")]
    [InlineData("{{|HF9029:Frnt|}:Http}")]
    [InlineData("{Front:{|HF9029:Htp|}}")]
    [InlineData("{{|HF9029:Htp|}:Http}")]
    [InlineData("{Postgres.{|HF9029:Primry|}:Sql}")]
    [InlineData("{Postgres.Primary:{|HF9029:Rest|}}")]
    [InlineData("{{|HF9029:Postgre|}.Primary:Sql}")]
    [InlineData("{|HF9029:{Postgres:Sql}|}")] // two Services
    [InlineData("{|HF9029:{Postgres:Rest}|}")] // none
    [InlineData("{Postgres:{|HF9029:Sqll|}}")]
    [InlineData("{|HF9029:{}|}")]
    [InlineData("{|HF9029:{namespace}|}")]
    [InlineData("{|HF9029:{ordinal}|}")]
    [InlineData("{|HF9029:{host}|}")]
    [InlineData("{|HF9029:{Database}|}")] // $(PASSWORD) is not replaced in an entry
    [InlineData("a {|HF9029:}|} b")]
    [InlineData("a {|HF9029:{|} b")]
    [InlineData("{|HF9029:{members|}: {{host")]
    [InlineData("{|HF9029:{members|}: {{host}} }}")] // all of its braces are text
    [InlineData("{|HF9029:{.}|}{|HF9029:{:}|}{{|HF9029:a|}.}{|HF9029:{a:}|}")]
    [InlineData("{members ',': {{|HF9029:hst|}:{Http}}")]
    [InlineData("{members: {|HF9029:{members: {host} }|} }")]
    [InlineData("{Http}{Front:Http}{Front}{Postgres.Primary:Sql}{Postgres.Sql}{Postgres.pods}{replicas}{service}{members ',': {host}:{Http} {ordinal+1}{index-1}{name}}{first:Http}{{x}}")]
    public Task InAnEntry(string text) => RuleTest.VerifyAsync(Others, Source.App(
        attributes: $"[ConfigMapEntry(\"a\", \"{text}\", Braces = 1, Applications = new[] {{ typeof(Postgres) }})]", members: Members));

    [Theory]
    [InlineData("{ {{{|HF9029:Htp|}}} }")]
    [InlineData("{|HF9029:{{|} a")]
    [InlineData("}} { } {{Http}} {{members: {{host}} }}")]
    public Task WithTwoBraces(string text) => RuleTest.VerifyAsync(Others, Source.App(
        attributes: $"[ConfigMapEntry(\"a\", \"{text}\", Braces = 2)]", members: Members));

    [Theory]
    [InlineData("[Env(\"A\", \"{{|HF9029:Htp|}}\", Braces = 1)]")]
    [InlineData("[Env(\"A\", \"{|HF9029:{ordinal+1}|}\", Braces = 1)]")]
    [InlineData("[Env(\"PASSWORD\", Secret = \"a\", Key = \"b\")] [Env(\"A\", \"{ordinal}{name}{host}{namespace}{index}{Database}\", Braces = 1)]")]
    [InlineData("[Env(\"A\", \"{|HF9029:{Postgres.Primary}|}\", Braces = 1)]")] // not among Applications
    [InlineData("[Env(\"A\", \"{Htp} }\")]")]
    [InlineData("[Env(\"A\", \"a\", Braces = {|HF9024:-1|})]")]
    [InlineData("[Env(\"A\", \"a\", Applications = {|HF9024:new[] { typeof(Postgres) }|})]")]
    [InlineData("[Env(\"A\", \"a\", Braces = 1, Applications = {|HF9023:new[] { typeof(string) }|})]")]
    [InlineData("[Sidecar(\"s:1\", Args = new[] { \"{Http}\", \"{{|HF9029:Htp|}}\" }, Braces = 1)] static partial class Side { }")]
    [InlineData("[Sidecar(\"s:1\", Command = new[] { \"/bin/{{|HF9029:Htp|}}\" }, Braces = 1)] static partial class Side { }")]
    [InlineData("[ConfigFile(\"/a\", Braces = 1)] const string Text = \"{ordinal} {host} {{|HF9029:Htp|}}\";")]
    [InlineData("[{|HF9020:ConfigFile(\"/a\")|}] [Port(81)] public static partial ServicePort Other { get; }")]
    [InlineData("[ConfigFile(\"/a\", Braces = {|HF9024:1|})] [PeerList] public static partial string Peers { get; }")]
    [InlineData("[{|HF9029:ConfigFile(\"/a\")|}] [AddressOf(typeof(Postgres), \"u:$(PASSWORD)@{Primary:Sql}\")] public static partial string Url { get; }")]
    [InlineData("[ConfigFile(\"/a\")] [PeerList] public static partial string Peers { get; }")]
    public Task Elsewhere(string declaration)
    {
        bool isAttribute = declaration.StartsWith("[Env", StringComparison.Ordinal);
        return RuleTest.VerifyAsync(Others, Source.App(attributes: isAttribute ? declaration : "", members: Members + (isAttribute ? "" : declaration)));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public Task InARawString(string lineEnd) => RuleTest.VerifyAsync(Others, Source.App(members: Members + """"
        [ConfigFile("/a", Braces = 1)] const string Text = """
            port {Http}
            front {{|HF9029:Frnt|}:Http}
            """;
        """").ReplaceLineEndings(lineEnd));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public Task InAFile(string lineEnd) => RuleTest.VerifyWithFilesAsync(
        new Dictionary<string, string> { ["nginx.conf"] = "port {{Http}};\nserver { listen {{{|HF9029:Htp|}}}; }\n".ReplaceLineEndings(lineEnd) },
        Others,
        Source.App(attributes: "[ConfigFile(\"/a\", File = \"nginx.conf\", Braces = 2)] [ConfigFile(\"/b\", File = \"nginx.conf\")]", members: Members));

    [Theory]
    [InlineData("{ordinal}", true)]
    [InlineData("{name}", true)]
    [InlineData("{members: {name}}", true)]
    [InlineData("{Front:Http}{replicas}", false)]
    public Task InADeployment(string text, bool fires)
    {
        string marked = !fires ? text : text.StartsWith("{members", StringComparison.Ordinal) ? "{|HF9029:{members|}: {name}}" : "{|HF9029:" + text + "|}";
        return RuleTest.VerifyAsync($$"""
            using Holdfast;
            [StatelessApp("web", Replicas = 2)] [Container("web:1")]
            partial class Web
            {
                [Port(8080)] public static partial ServicePort Http { get; }
                [ClientService] public static partial Service Front { get; }
                [ConfigFile("/a", Braces = 1)] const string Text = "{{marked}}";
            }
            """);
    }

    [Theory]
    [InlineData("[Autoscaler(3, 5, CpuUtilization = 80)]", "\"orders\"", "{|HF9024:\"/a\"|}", "{ordinal}")]
    [InlineData("[Autoscaler(3, 5, CpuUtilization = 80)]", "\"orders\"", "\"/a\"", "{Http}")]
    [InlineData("", "\"orders\", Replicas = 10001", "{|HF9029:\"/a\"|}", "{ordinal}")]
    public Task AFileForEachReplica(string attribute, string arguments, string path, string text) => RuleTest.VerifyAsync(Others, Source.App(
        arguments, attribute + "[Resources(CpuRequest = \"1\")]", Members + $"[ConfigFile({path}, Braces = 1)] const string Text = \"{text}\";"));

    /// <summary>Names of pods in a text need their Service as those of a peer list do.</summary>
    [Theory]
    [InlineData("{host}", true)]
    [InlineData("{members: {host}}", true)]
    [InlineData("{first:Http}", true)]
    [InlineData("{name}{Front:Http}", false)]
    public Task NamesOfPods_NeedTheirService(string text, bool fires) => RuleTest.VerifyAsync(Others, Source.App(
        "\"orders\", Replicas = 3, ServiceName = " + (fires ? "{|HF1002:\"peers\"|}" : "\"peers\""),
        $"[Env(\"A\", \"{text}\", Braces = 1)]",
        Members));

    [Theory]
    [InlineData("{Front:{|#0:Htp|}}", "'Htp' is not a member of 'Orders' that declares a port; did you mean 'Http'?")]
    [InlineData("{{|#0:Scratch|}}", "'Scratch' is not a member of 'Orders' with a text or number; the candidates are: Front, Http, first, pods, Database, Postgres, namespace, replicas, majority, ordinal, index, name, host, service, members: …")]
    [InlineData("{|#0:{ordinal}|}", "'{ordinal}' differs in each replica, and all replicas share the entry; use a [ConfigFile], of which each replica gets its own or [Env] with the text")]
    [InlineData("{|#0:{Postgres:Sql}|}", "'Postgres' has 2 Services with the port 'Sql'; use Postgres.Primary:Sql or Postgres.Standby:Sql")]
    [InlineData("{|#0:{namespace}|}", "'Orders' declares no namespace; use Namespace in [StatefulApp] or the property HoldfastNamespace")]
    public async Task SaysWhatCanBeNamed(string text, string message)
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(Others);
        test.TestState.Sources.Add(Source.App(attributes: $"[ConfigMapEntry(\"a\", \"{text}\", Braces = 1, Applications = new[] {{ typeof(Postgres) }})]", members: Members));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("HF9029", DiagnosticSeverity.Error).WithLocation(0).WithMessage("The text of 'a' cannot be generated: " + message));
        await test.RunAsync();
    }

    /// <summary>Whatever a text is, nothing throws, and the place of each finding is in it.</summary>
    [Fact]
    public async Task AnyText_IsRead()
    {
        string[] parts = ["{", "}", "{{", "}}", "members", ":", "','", "Http", "Front", ".", "ordinal", "+1", " ", "\\n", "host", "Postgres", "a"];
        var random = new Random(1);
        int findings = 0;
        for (int run = 0; run < 20; run++)
        {
            string entries = string.Concat(Enumerable.Range(0, 25).Select(entry =>
                $"[ConfigMapEntry(\"k{entry}\", \"{string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => parts[random.Next(parts.Length)]))}\", Braces = {random.Next(1, 4)})]\n"));
            GeneratorRun made = GeneratorRun.Of(Compilations.Create(Others, Source.App(attributes: entries, members: Members)));
            Assert.Empty(made.Problems);
            ImmutableArray<Diagnostic> found = await made.Compilation.WithAnalyzers([new DeclarationAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain(found, static diagnostic => diagnostic.Id == "AD0001");
            Assert.All(found.Where(static diagnostic => diagnostic.Id == "HF9029"), static diagnostic => Assert.StartsWith(
                "[ConfigMapEntry(",
                diagnostic.Location.SourceTree!.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim(),
                StringComparison.Ordinal));
            findings += found.Count(static diagnostic => diagnostic.Id == "HF9029");
        }

        Assert.InRange(findings, 100, 5000);
    }

    [Theory]
    [InlineData("[ConfigMapEntry(\"a\", \"{\", Braces = )]")]
    [InlineData("[ConfigMapEntry(\"a\", \"{members:}\", Braces = 1, Applications = )]")]
    [InlineData("[ConfigMapEntry(\"a\", \"{members '':}\", Braces = 1, Applications = new[] { typeof() })]")]
    [InlineData("[ConfigMapEntry(\"a\", \"{members:{Http}}\", Braces = 1, Applications = new[] { typeof(Missing), null })]")]
    [InlineData("[ConfigMapEntry(\"a\", Missing.Text, Braces = Missing.Count, Applications = null)]")]
    [InlineData("[Env(\"a\", Braces = 1)]")]
    [InlineData("[Container(\"a:1\", Args = new[] { \"{Http}\", }, Braces = 1")]
    [InlineData("[ConfigFile(Braces = 1)]")]
    public Task SurvivesHalfTypedCode(string attribute) => RuleTest.SurvivesAsync(Source.App(attributes: attribute, members: Members) + Others.Replace("using Holdfast;", "", StringComparison.Ordinal));
}
