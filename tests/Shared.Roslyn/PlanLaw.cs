using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Holdfast.Engine.Manifests;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Planning;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Tests.Shared;

/// <summary>
/// What rules say about two releases of a project, a plan between them says as well: each test of such a rule is a test of plans,
/// its near misses too.
/// </summary>
internal static partial class PlanLaw
{
    /// <summary>The rules whose findings are about one field, which a plan shows at that field.</summary>
    private static readonly string[] OfFields = ["HF4001", "HF4003"];

    /// <summary>The rules whose findings are about a set as a whole.</summary>
    private static readonly string[] OfSets = ["HF4002", "HF4004", "HF4008", "HF4009"];

    /// <summary>The ids that texts mark places with.</summary>
    public static IReadOnlyCollection<string> MarkedIn(IEnumerable<string> texts) =>
        [.. texts.SelectMany(static text => Mark().Matches(text)).Select(static match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>Hand-written manifests, each folder compared with what was released of it.</summary>
    /// <param name="shipped">The files of the release, by their paths below its folder.</param>
    /// <param name="now">The files of the project.</param>
    /// <param name="expected">The ids of what rules find.</param>
    public static void AssertOfFiles(IEnumerable<(string Path, string Text)> shipped, IEnumerable<(string Path, string Text)> now, IReadOnlyCollection<string> expected)
    {
        ShippedManifests released = ShippedManifests.Of(shipped.Select(static file => (Read("/project/kubernetes.shipped/" + file.Path, file.Text), file.Path)));
        ProjectManifests project = ProjectManifests.Of(now.Select(static file => Read(file.Path, file.Text)));
        Assert(project.Units.Select(unit => (released.OfFolder(unit.Directory).All, unit.Complete)), expected);
    }

    /// <summary>Declared types, each environment compared with what was released of it.</summary>
    /// <param name="shipped">The files of the release, by their paths below its folder.</param>
    /// <param name="yaml">The manifests that are generated now for an environment; for none where it is null.</param>
    /// <param name="expected">The ids of what rules find.</param>
    public static void AssertOfTypes(IReadOnlyCollection<(string Path, string Text)> shipped, Func<string?, IEnumerable<string>> yaml, IReadOnlyCollection<string> expected)
    {
        ShippedManifests released = ShippedManifests.Of(shipped.Select(static file => (Read("/0/kubernetes.shipped/" + file.Path, file.Text), file.Path)));
        string?[] environments = [null, .. shipped.Select(static file => Path.GetDirectoryName(file.Path)!).Where(static name => name.Length > 0).Distinct(StringComparer.Ordinal)];
        (ImmutableArray<MappingNode> Before, ImmutableArray<MappingNode> After)[] pairs =
        [
            .. environments.Select(environment => (
                released.OfEnvironment(environment).All,
                yaml(environment).SelectMany((text, index) => Read($"/0/{environment}/{index}.yaml", text).Objects).ToImmutableArray())),
        ];

        // That replicas vote is said by attributes, which the build writes into no manifest.
        bool isQuorumWritten = pairs.Any(static pair => pair.After.Any(static node => node.At("metadata", "annotations", HoldfastAnnotations.Quorum) is not null));
        Assert(pairs, [.. expected.Where(id => id != "HF4004" || isQuorumWritten)]);
    }

    private static void Assert(IEnumerable<(ImmutableArray<MappingNode> Before, ImmutableArray<MappingNode> After)> pairs, IReadOnlyCollection<string> expected)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach ((ImmutableArray<MappingNode> before, ImmutableArray<MappingNode> after) in pairs)
        {
            found.UnionWith(ManifestDifference.Of(before, after).Objects
                .SelectMany(static changed => changed.Fields.Select(field => FieldEffects.Of(changed, field)))
                .Where(static effect => effect is { Kind: EffectKind.Refused or EffectKind.Kept, RuleId: not null })
                .Select(static effect => effect.RuleId!));
            found.UnionWith(ChangeFindings.Of(before, after, KubernetesTarget.Default, isOpen: false, severityAt: null, CancellationToken.None)
                .Select(static diagnostic => diagnostic.Id)
                .Where(static id => OfSets.Contains(id)));
        }

        Xunit.Assert.Equal(expected.Where(static id => OfFields.Contains(id) || OfSets.Contains(id)).Order(StringComparer.Ordinal), found);
    }

    private static ManifestFile Read(string path, string text) => ManifestFileReader.Read(path, SourceText.From(text));

    [GeneratedRegex(@"\{\|(HF\d{4}):")]
    private static partial Regex Mark();
}
