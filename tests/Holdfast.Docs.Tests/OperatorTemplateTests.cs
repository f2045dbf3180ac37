using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;
using YamlDotNet.RepresentationModel;

namespace Holdfast.Docs.Tests;

/// <summary>What the template of an operator deploys: right manifests that fit together and to its code.</summary>
public partial class OperatorTemplateTests
{
    private static readonly string Project = Path.Combine(RepositoryPaths.Root, "nuget/Holdfast.Templates/content/operator/Company.Operator1");

    private static ImmutableArray<YamlNode> Objects { get; } =
    [
        .. new[] { "crd.yaml", "operator.yaml" }.SelectMany(static file =>
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(Deployed(file)));
            return stream.Documents.Select(static document => document.RootNode);
        }),
    ];

    [Fact]
    public async Task NoRuleFindsAnythingInItsManifests()
    {
        var run = new ManifestRun();
        foreach (string file in new[] { "crd.yaml", "operator.yaml", "kustomization.yaml" })
        {
            run = run.File("deploy/" + file, Deployed(file));
        }

        Assert.Empty((await run.RunAsync()).Select(static diagnostic => diagnostic.ToString()));
    }

    /// <summary>The same run finds what is wrong, so the files are read.</summary>
    [Fact]
    public async Task ARuleFindsAMistakeInThem() => Assert.NotEmpty(await new ManifestRun()
        .File("deploy/operator.yaml", Deployed("operator.yaml").Replace("cpu: 50m", "cpu: 50 m", StringComparison.Ordinal)).RunAsync());

    [Fact]
    public void NamesFitTogether()
    {
        string account = Text(One("ServiceAccount"), "metadata", "name");
        YamlNode binding = One("ClusterRoleBinding");
        Assert.Equal(account, Text(One("Deployment"), "spec", "template", "spec", "serviceAccountName"));
        Assert.Equal(account, Text(binding, "subjects", "0", "name"));
        Assert.Equal(Text(One("Namespace"), "metadata", "name"), Text(binding, "subjects", "0", "namespace"));
        Assert.Equal(Text(One("ClusterRole"), "metadata", "name"), Text(binding, "roleRef", "name"));
        Assert.Contains($"\nnamespace: {Text(One("Namespace"), "metadata", "name")}\n", Deployed("kustomization.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void TheDefinitionIsOfTheResourceThatTheCodeReads()
    {
        YamlNode definition = One("CustomResourceDefinition");
        string code = Code("DemoAppResource.cs");
        Assert.Equal(Constant(code, "Group"), Text(definition, "spec", "group"));
        Assert.Equal(Constant(code, "Version"), Text(definition, "spec", "versions", "0", "name"));
        Assert.Equal(Constant(code, "Plural"), Text(definition, "spec", "names", "plural"));
        Assert.Equal($"{Constant(code, "Plural")}.{Constant(code, "Group")}", Text(definition, "metadata", "name"));
        Assert.Contains($"Kind {{ get; set; }} = \"{Text(definition, "spec", "names", "kind")}\"", code, StringComparison.Ordinal);
        Assert.Equal(
            Member().Matches(Code("DemoAppSpec.cs")).Select(static member => member.Groups[1].Value),
            ((YamlMappingNode)At(definition, "spec", "versions", "0", "schema", "openAPIV3Schema", "properties", "spec", "properties")).Children.Keys.Select(static key => key.ToString()));
    }

    /// <summary>Server-side apply patches, and creates where there is no object yet.</summary>
    [Fact]
    public void RightsAreThoseOfItsCalls()
    {
        string resource = Code("DemoAppResource.cs");
        var needed = Patch().Matches(Code("Reconciler.cs"))
            .Select(static call => (Group: call.Groups[1].Value.ToLowerInvariant(), Resource: call.Groups[2].Value.ToLowerInvariant() + "s"))
            .Select(static call => call.Group == "core" ? call with { Group = "" } : call)
            .SelectMany(static call => new[] { $"create {call.Resource}.{call.Group}", $"patch {call.Resource}.{call.Group}" })
            .Append($"list {Constant(resource, "Plural")}.{Constant(resource, "Group")}");
        Assert.Contains(".ListClusterCustomObjectAsync<", Code("Reconciler.cs"), StringComparison.Ordinal);

        // No other call of the client: each begins with one of its groups.
        Assert.Equal(Patch().Count(Code("Reconciler.cs")) + 1, Regex.Count(Code("Reconciler.cs"), @"client\.\w+\."));

        IEnumerable<string> granted = ((YamlSequenceNode)At(One("ClusterRole"), "rules")).SelectMany(static rule =>
            from verb in (YamlSequenceNode)At(rule, "verbs")
            from name in (YamlSequenceNode)At(rule, "resources")
            from area in (YamlSequenceNode)At(rule, "apiGroups")
            select $"{verb} {name}.{area}");
        Assert.Equal(needed.Order(StringComparer.Ordinal), granted.Order(StringComparer.Ordinal));
    }

    private static string Deployed(string file) => File.ReadAllText(Path.Combine(Project, "deploy", file));

    private static string Code(string file) => File.ReadAllText(Path.Combine(Project, file));

    private static string Constant(string code, string name) => Regex.Match(code, $"const string {name} = \"(.+?)\"").Groups[1].Value;

    private static YamlNode One(string kind) => Assert.Single(Objects, node => Text(node, "kind") == kind);

    private static string Text(YamlNode node, params string[] path) => ((YamlScalarNode)At(node, path)).Value!;

    private static YamlNode At(YamlNode node, params string[] path) => path.Aggregate(node, static (at, step) =>
        at is YamlSequenceNode items ? items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : at[step]);

    [GeneratedRegex(@"client\.(\w+?)V1\.PatchNamespaced(\w+?)Async")]
    private static partial Regex Patch();

    [GeneratedRegex("JsonPropertyName\\(\"(\\w+)\"\\)")]
    private static partial Regex Member();
}
