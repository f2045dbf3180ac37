using System.Collections.Immutable;
using Holdfast.Benchmarks.Sources;
using Holdfast.Engine.Constraints;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Rules;
using Holdfast.Engine.Rules.Storage;
using Holdfast.Engine.Wording;
using Holdfast.Engine.Yaml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Benchmarks.Workloads;

/// <summary>
/// What the API server asks of the objects of the thousand manifests: the walk by itself, and with the rules that report what it finds.
/// All other rules have run before, so that what they share is there already.
/// </summary>
internal static class ConstraintWorkloads
{
    public const string Walk = "walk";
    public const string Rules = "walk and rules";

    /// <summary>What a rule without a place would be reported at; there are none here.</summary>
    private static readonly Location Nowhere = Location.None;

    public static IEnumerable<Workload> All() =>
    [
        new Workload(Walk, Contender.Holdfast, static () =>
        {
            MappingNode[] objects = [.. Folders().SelectMany(static folder => folder)];
            return () =>
            {
                foreach (MappingNode node in objects)
                {
                    ConstraintWalk.Find(node, KubernetesTarget.Default);
                }
            };
        }),
        new Workload(Rules, Contender.Holdfast, static () =>
        {
            ManifestSet[] sets = [.. Folders().Select(static folder => new ManifestSet(folder, [], []))];
            Check(sets, RuleCatalog.All.Where(static rule => !IsOfConstraints(rule)));
            Rule[] rules = [.. RuleCatalog.All.Where(IsOfConstraints)];
            return () => Check(sets, rules);
        }),
    ];

    /// <summary>The rules of the table, and the one that judges the paths which no row can.</summary>
    private static bool IsOfConstraints(Rule rule) => rule is ConstraintRule or PathRule;

    private static void Check(ManifestSet[] sets, IEnumerable<Rule> rules)
    {
        foreach (ManifestSet set in sets)
        {
            var context = new RuleContext(static _ => { }, Nowhere, FieldWords.Yaml);
            foreach (Rule rule in rules)
            {
                rule.Check(set, context);
            }
        }
    }

    /// <summary>The objects of each folder, read from new texts.</summary>
    private static IEnumerable<ImmutableArray<MappingNode>> Folders() => Enumerable.Range(0, ManifestSources.Count)
        .GroupBy(static file => Path.GetDirectoryName(ManifestSources.PathOf(file)))
        .Select(static folder => folder.SelectMany(Read).ToImmutableArray());

    private static IEnumerable<MappingNode> Read(int file)
    {
        string text = ManifestSources.Text(file);
        return YamlReader.Read(text, YamlReader.PlacesIn(ManifestSources.PathOf(file), SourceText.From(text))).Documents;
    }
}
