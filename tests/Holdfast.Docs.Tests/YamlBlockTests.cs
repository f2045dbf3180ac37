using System.Collections.Immutable;
using Holdfast.Tests.Shared;
using YamlDotNet.RepresentationModel;

namespace Holdfast.Docs.Tests;

/// <summary>
/// YAML of pages is YAML, and steps of pipelines name actions and tasks that exist, with inputs that they have. The pages of rules are
/// left out, some of which show what is not YAML; their examples have their own tests.
/// </summary>
public class YamlBlockTests
{
    /// <summary>The inputs that pages use, of the actions' <c>action.yml</c> and of the tasks' <c>task.json</c>, read on 2026-11-30.</summary>
    private static readonly ImmutableDictionary<string, string[]> Inputs = new Dictionary<string, string[]>
    {
        ["actions/checkout@v6"] = ["fetch-depth"],
        ["actions/setup-dotnet@v5"] = ["dotnet-version", "global-json-file"],
        ["github/codeql-action/upload-sarif@v4"] = ["sarif_file", "category"],
        ["UseDotNet@2"] = ["version", "packageType", "useGlobalJson"],
        ["PublishBuildArtifacts@1"] = ["PathtoPublish", "ArtifactName"],
    }.ToImmutableDictionary();

    public static TheoryData<string> Blocks => [.. All.Select(static block => block.ToString())];

    /// <summary>Without what is an excerpt, line by line, as ReadmeTests read it.</summary>
    private static IEnumerable<Block> All => Block.All.Where(static block =>
        block.Language == "yaml" && !block.Page.StartsWith("docs/rules/", StringComparison.Ordinal) && !block.Text.Contains("# …", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Blocks))]
    public void IsYaml(string place) => Assert.NotEmpty(Read(Block.At(place).Text));

    [Fact]
    public void StepsNameWhatExists()
    {
        YamlMappingNode[] steps =
        [
            .. All.Select(static block => block.Text)
                .Concat(Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, ".github/workflows")).Select(File.ReadAllText))
                .SelectMany(static text => Read(text))
                .SelectMany(static root => root.AllNodes.OfType<YamlMappingNode>())
                .Where(static node => Name(node) is not null),
        ];
        Assert.Equal(Inputs.Keys.Order(StringComparer.Ordinal), steps.Select(static step => Name(step)!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(steps, static step => Assert.Subset(Inputs[Name(step)!].ToHashSet(), InputsOf(step).ToHashSet()));
    }

    private static ImmutableArray<YamlNode> Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(static document => document.RootNode)];
    }

    /// <summary>What a step uses; null where a mapping is no such step.</summary>
    private static string? Name(YamlMappingNode node) => (Value(node, "uses") ?? Value(node, "task")) is YamlScalarNode { Value: { } name } && name.Contains('@', StringComparison.Ordinal) ? name : null;

    private static IEnumerable<string> InputsOf(YamlMappingNode step) =>
        (Value(step, "with") ?? Value(step, "inputs")) is YamlMappingNode inputs ? inputs.Children.Keys.Cast<YamlScalarNode>().Select(static key => key.Value!) : [];

    private static YamlNode? Value(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? value : null;
}
