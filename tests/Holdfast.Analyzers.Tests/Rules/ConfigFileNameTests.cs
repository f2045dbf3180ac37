using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Names in files of the project that become parts of ConfigMaps, judged at their places in the file.</summary>
public class ConfigFileNameTests
{
    private const string Web = """
        using Holdfast;
        [StatelessApp("web", Replicas = 2)] [Container("web:1")]
        public sealed partial class Web
        {
            [Port(8080, ServicePort = 80)] public static partial ServicePort Http { get; }
            [ClientService] public static partial Service Front { get; }
        }
        """;

    [Theory]
    [InlineData("upstream {|HF2004:orders-0.order|}:5432;")]
    [InlineData("upstream {|HF2005:orders-3.orders|}:5432;")]
    [InlineData("a\r\nproxy http://{|HF2023:web-front:81|};")]
    [InlineData("upstream orders-0.orders:5432 orders-{{ordinal}}.orders;\r\nproxy http://web-front:80/;\nlog orders-9.txt")]
    public Task OfSets(string text) => VerifyAsync(text, "");

    [Theory]
    [InlineData("server orders-{{ordinal}}.orders:{{Http}}; http://{{Front:Http}}/{{members ',': {{host}} }}")]
    [InlineData("server {|HF2004:orders-{{ordinal}}.order|}:80;")]
    public Task BesidePlaceholders(string text) => VerifyAsync(text, ", Braces = 2");

    private static Task VerifyAsync(string text, string arguments) => RuleTest.VerifyWithFilesAsync(
        new Dictionary<string, string> { ["app.conf"] = text },
        Web,
        Source.App(attributes: $"[ConfigFile(\"/a\", File = \"app.conf\"{arguments})]", members: """
            [Port(80)] public static partial ServicePort Http { get; }
            [ClientService] public static partial Service Front { get; }
            """));
}
