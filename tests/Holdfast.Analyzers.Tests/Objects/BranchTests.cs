using System.Collections.Immutable;
using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Objects;

/// <summary>Values that are one of several: texts of a bool, and what one branch of the code changes.</summary>
public class BranchTests
{
    /// <summary>The text of a bool has a capital letter in .NET, and labels are compared as they are.</summary>
    [Theory]
    [InlineData("\"true\"", "isFirst.ToString()", true)]
    [InlineData("\"true\"", "true.ToString()", true)]
    [InlineData("\"true\"", "$\"{true}\"", true)]
    [InlineData("isFirst.ToString()", "\"yes\"", true)]
    [InlineData("\"True\"", "isFirst.ToString()", false)] // it may be this one
    [InlineData("\"True\"", "true.ToString()", false)]
    [InlineData("\"true\"", "isFirst.ToString().ToLowerInvariant()", false)]
    [InlineData("\"true\"", "true.ToString().ToLower()", false)]
    [InlineData("isFirst.ToString()", "isFirst.ToString()", false)]
    [InlineData("\"true\"", "text.ToString()", false)]
    public async Task ATextOfABool(string selector, string label, bool isFound) => Assert.Equal(
        isFound,
        (await ShowAsync(KubernetesCode.Usings + $$"""
            static class Made
            {
                public static V1Deployment Front(bool isFirst, string text) => new()
                {
                    Metadata = new() { Name = "front" },
                    Spec = new()
                    {
                        Replicas = 1,
                        Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "front", ["first"] = {{selector}} } },
                        Template = new()
                        {
                            Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = "front", ["first"] = {{label}} } },
                            Spec = new() { Containers = [new() { Name = "front", Image = "front:1.0" }] },
                        },
                    },
                };
            }
            """)).Any(static line => line.Contains("HF1006", StringComparison.Ordinal)));

    [Theory]
    [InlineData("if (Options.IsDirect) service.Spec.ClusterIP = \"None\";", true)]
    [InlineData("if (options.IsHeadless) { service.Spec.ClusterIP = \"None\"; }", true)]
    [InlineData("service.Spec.ClusterIP = Options.IsDirect ? \"None\" : null;", true)]
    [InlineData("service.Spec.ClusterIP = kind == Kind.Tool ? null : \"None\";", true)]
    [InlineData("service.Spec.ClusterIP = headless ? \"None\" : null;", false)]
    [InlineData("service.Spec.ClusterIP = !headless ? null : \"None\";", false)]
    [InlineData("service.Spec.ClusterIP = Options.IsDirect ? \"None\" : options.Address;", false)]
    [InlineData("service.Spec.ClusterIP = Options.IsDirect ? \"None\" : \"None\";", false)]
    [InlineData("service.Spec.ClusterIP = \"None\";", false)]
    [InlineData("if (headless) service.Spec.ClusterIP = \"None\";", false)] // callers may always ask for it
    [InlineData("if (Options.IsDirect) { service.Spec.ClusterIP = \"None\"; } else { service.Spec.ClusterIP = \"None\"; }", false)]
    [InlineData("service.Spec.ClusterIP = \"None\"; if (Options.IsDirect) service.Spec.ClusterIP = \"None\";", false)]
    [InlineData("foreach (var item in options.Items) service.Spec.ClusterIP = \"None\";", false)]
    [InlineData("if (Options.IsDirect) service.Spec.ClusterIP = options.Address;", false)]
    [InlineData("if (Options.IsDirect) { service.Spec.ClusterIP = \"None\"; set.Spec.ServiceName = service.Metadata.Name; }", false, "null")]
    public async Task AServiceThatIsHeadlessInOneBranch(string change, bool isFound, string serviceName = "\"orders\"")
    {
        string[] shown = [.. (await ShowAsync(Code(change, serviceName))).Where(static line => line.Contains("HF1003", StringComparison.Ordinal))];
        Assert.Equal(isFound ? 1 : 0, shown.Length);
        Assert.All(shown, static line => Assert.Contains("which is not always headless", line, StringComparison.Ordinal));
    }

    /// <summary>Where the set is made in one branch, its Service may be headless there.</summary>
    [Fact]
    public async Task ASetOfOneBranchIsLeftAlone() => Assert.DoesNotContain(
        "HF1003",
        string.Concat(await ShowAsync(Code("if (Options.IsDirect) service.Spec.ClusterIP = \"None\";", "\"orders\"").Replace("V1StatefulSet set = new()", "V1StatefulSet set = !Options.IsDirect ? null : new()", StringComparison.Ordinal))),
        StringComparison.Ordinal);

    /// <summary>A method that makes both kinds is asked for one of them.</summary>
    [Theory]
    [InlineData("true", false)]
    [InlineData("false", true)]
    [InlineData("options.IsHeadless", false)]
    public async Task AParameterThatTheCallerDecides(string asked, bool isFound) => Assert.Equal(
        isFound,
        string.Concat(await ShowAsync(Code($"service.Spec = Of({asked});", "\"orders\"").Replace("public static object[] All", """
            private static V1ServiceSpec Of(bool isDirect) => new()
                {
                    ClusterIP = isDirect ? "None" : null,
                    Selector = new Dictionary<string, string> { ["app"] = "orders" },
                    Ports = [new() { Name = "http", Port = 8080 }],
                };

                public static object[] All
            """, StringComparison.Ordinal))).Contains("HF1003", StringComparison.Ordinal));

    private static async Task<ImmutableArray<string>> ShowAsync(string source) => await new ManifestRun().Reference(KubernetesCode.Reference).Source(source).ShowAsync();

    private static string Code(string change, string serviceName) => KubernetesCode.Usings + $$"""
        enum Kind { Tool, Adapter }
        class Options { public static bool IsDirect { get; set; } public bool IsHeadless { get; set; } public string Address { get; set; } public string[] Items { get; set; } }
        static class Made
        {
            public static object[] All(Options options, bool headless, Kind kind)
            {
                V1Service service = new()
                {
                    Metadata = new() { Name = "orders" },
                    Spec = new() { Selector = new Dictionary<string, string> { ["app"] = "orders" }, Ports = [new() { Name = "http", Port = 8080 }] },
                };
                V1StatefulSet set = new()
                {
                    Metadata = new() { Name = "orders" },
                    Spec = new()
                    {
                        ServiceName = {{serviceName}},
                        Replicas = 3,
                        Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "orders" } },
                        Template = new()
                        {
                            Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = "orders" } },
                            Spec = new() { Containers = [new() { Name = "orders", Image = "orders:1.0", Ports = [new() { Name = "http", ContainerPort = 8080 }] }] },
                        },
                    },
                };
                {{change}}
                return [service, set];
            }
        }
        """;
}
