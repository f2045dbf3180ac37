using Holdfast.Tests.Shared;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Texts of ConfigMaps that are not there, no text or too long.</summary>
[HomeOf("HF9020", "HF9021", "HF9022")]
public class ConfigTextTests
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["conf/nats.conf"] = "port: 4222\n",
        ["conf/logo.png"] = "a\0b",
    };

    [Theory]
    [InlineData("[ConfigFile(\"/a\", File = {|HF9020:\"conf/nats.cnf\"|})]")]
    [InlineData("[ConfigFile(\"/a\", File = {|HF9020:\"Conf/nats.conf\"|})]")]
    [InlineData("[{|HF9020:ConfigFile(\"/a\")|}]")]
    [InlineData("[ConfigMapEntry(\"a\", File = {|HF9020:\"nothing\"|})]")]
    [InlineData("[{|HF9020:ConfigMapEntry(\"a\")|}]")]
    [InlineData("[ConfigMapEntry(\"a\", \"b\", File = {|HF9020:\"conf/nats.conf\"|})]")]
    [InlineData("[ConfigFile(\"/a\", File = {|HF9021:\"conf/logo.png\"|})]")]
    [InlineData("[ConfigFile(\"/a\", File = \"conf/nats.conf\")] [ConfigMapEntry(\"a\", File = \"./conf/nats.conf\")] [ConfigFile(\"/b\", File = @\"conf\\nats.conf\")]")]
    public Task OnAClass(string attributes) => RuleTest.VerifyWithFilesAsync(Files, Source.App(attributes: attributes));

    [Theory]
    [InlineData("[ConfigFile(\"/a\", File = {|HF9020:\"conf/nats.conf\"|})] const string Text = \"\";")]
    [InlineData("[Sidecar(\"s:1\")] [ConfigFile(\"/a\", File = {|HF9020:\"nats.conf\"|})] static partial class Side { }")]
    [InlineData("[Sidecar(\"s:1\")] [ConfigFile(\"/a\", File = \"conf/nats.conf\")] static partial class Side { }")]
    public Task OnMembers(string member) => RuleTest.VerifyWithFilesAsync(Files, Source.App(members: member));

    [Theory]
    [InlineData("conf/nats.cnf", "write 'conf/nats.conf', or add <HoldfastConfigFile Include=\"conf/nats.cnf\" /> to the project file")]
    [InlineData("nats.conf", "write 'conf/nats.conf', or add <HoldfastConfigFile Include=\"nats.conf\" /> to the project file")]
    [InlineData("other.txt", "add <HoldfastConfigFile Include=\"other.txt\" /> to the project file")]
    public async Task SaysWhatToDo(string file, string advice)
    {
        var test = new RuleTest();
        test.AddFiles(Files);
        test.TestState.Sources.Add(Source.App(attributes: $"[ConfigFile(\"/a\", File = {{|#0:\"{file}\"|}})]"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("HF9020", DiagnosticSeverity.Error)
            .WithLocation(0)
            .WithMessage($"'{file}' is not a file that the project passes to Holdfast, so the ConfigMap has no text for it; {advice}"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData(KubernetesLimits.ConfigMapBytes - 1, false)] // the file in UTF-8 and one byte of the constant
    [InlineData(KubernetesLimits.ConfigMapBytes, true)]
    public Task Size(int bytes, bool fires)
    {
        string text = new('x', bytes - 3);
        string argument = fires ? "{|HF9022:\"/a\"|}" : "\"/a\"";
        return RuleTest.VerifyWithFilesAsync(
            new Dictionary<string, string> { ["big.txt"] = text + "\u20ac" },
            Source.App(attributes: $"[ConfigFile({argument}, File = \"big.txt\")] [ConfigMapEntry(\"b\", \"1\")] [ConfigMapEntry(\"c\", \"much more\", ConfigMap = \"other\")]"));
    }

    [Theory]
    [InlineData("[ConfigFile(\"/a\", Mode = {|HF6005:512|})] const string Text = \"\";")]
    [InlineData("[ConfigFile(\"/a\", Mode = {|HF6015:400|})] const string Text = \"\";")]
    [InlineData("[ConfigFile(\"/a\", Mode = 493, Immutable = true)] const string Text = \"\"; [ConfigFile(\"/b\")] const string Other = \"\";")]
    public Task Permissions(string member) => RuleTest.VerifyAsync(Source.App(members: member));

    /// <summary>Whatever the names of immutable ConfigMaps are, references to their entries are judged.</summary>
    [Theory]
    [InlineData("[Env(\"A\", ConfigMap = \"orders-config\", Key = \"a\")]")]
    [InlineData("[Env(\"A\", ConfigMap = \"orders-config\", Key = {|HF1017:\"b\"|})]")]
    public Task AnEntryOfAnImmutableConfigMap(string attribute) => RuleTest.VerifyAsync(Source.App(attributes: "[ConfigMapEntry(\"a\", \"1\", Immutable = true)]" + attribute));

    [Theory]
    [InlineData("[ConfigFile(")]
    [InlineData("[ConfigFile(\"/a\", File = )]")]
    [InlineData("[ConfigFile(File = \"conf\")]")]
    [InlineData("[ConfigFile(\"/a\", File = Missing)]")]
    [InlineData("[ConfigMapEntry(")]
    [InlineData("[ConfigMapEntry(Missing)]")]
    [InlineData("[ConfigMapEntry(\"a\", )]")]
    [InlineData("[ConfigMapEntry(\"a\", Missing, ConfigMap = )]")]
    public Task SurvivesHalfTypedCode(string attribute) => RuleTest.SurvivesAsync(Source.App(attributes: attribute));
}
