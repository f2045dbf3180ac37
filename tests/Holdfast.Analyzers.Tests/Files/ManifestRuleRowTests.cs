using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Holdfast.Analyzers.Tests.Objects;
using Holdfast.Engine.Model.Tree;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Each rule of the catalogue that holds for hand-written YAML reports YAML, and is silent on the near miss.</summary>
public partial class ManifestRuleRowTests
{
    private const string File = "k8s/shop.yaml";

    /// <summary>What no manifest can say, and where else the rule is tried.</summary>
    private static readonly ImmutableDictionary<string, string> Elsewhere = new Dictionary<string, string>
    {
        ["HF1001"] = "needs a use of the name: ManifestNameTests",
        ["HF2004"] = "names in texts: ManifestNameTests",
        ["HF2005"] = "names in texts: ManifestNameTests",
        ["HF2006"] = "names in texts: ManifestNameTests",
        ["HF4001"] = "needs a last release: ShippedRuleTests",
    }.ToImmutableDictionary();

    /// <summary>The objects that code makes in each row, written as a manifest.</summary>
    [Theory]
    [MemberData(nameof(ObjectRuleTests.Rules), MemberType = typeof(ObjectRuleTests))]
    public async Task ARuleSaysItOfAManifest(string id, string wrong, string right)
    {
        Assert.Contains(id, await IdsAsync(wrong));
        Assert.DoesNotContain(id, await IdsAsync(right));
    }

    [Fact]
    public void EveryRuleOfTheCatalogueForYamlIsTried()
    {
        string catalogue = Path.Combine(RepositoryPaths.Shared, "rules.md");
        Assert.SkipUnless(System.IO.File.Exists(catalogue), "The rule catalogue is not beside the repository.");

        // Of a row: the id, and the column that says where the rule holds.
        string[] ids =
        [
            .. System.IO.File.ReadLines(catalogue)
                .Select(static line => line.Split('|'))
                .Where(static cells => cells.Length > 5 && Id().IsMatch(cells[1].Trim()) && Yaml().IsMatch(cells[4]))
                .Select(static cells => cells[1].Trim()),
        ];
        Assert.True(ids.Length > 50, $"Only {ids.Length} rules of the catalogue hold for YAML; is its form another one?");
        Assert.Empty(ids.Except(ObjectRuleTests.Rules.Select(static row => row.Data.Item1)).Except(Elsewhere.Keys));
    }

    private static async Task<ImmutableArray<string>> IdsAsync(string change)
    {
        ImmutableArray<MappingNode> objects = await ObjectTrees.AllAsync(KubernetesCode.Compile(Shop.With(change)));
        return
        [
            .. (await new ManifestRun().File(File, ObjectTrees.Write(objects, unknown: "${VALUE}")).RunAsync())
                .Where(static diagnostic => diagnostic.Location.GetLineSpan().Path.EndsWith(File, StringComparison.Ordinal))
                .Select(static diagnostic => diagnostic.Id),
        ];
    }

    [GeneratedRegex("^HF[0-9]{4}$")]
    private static partial Regex Id();

    [GeneratedRegex(@"\bY\b")]
    private static partial Regex Yaml();
}
