using System.Collections.Immutable;
using System.Reflection;
using Holdfast.Analyzers.Tests.Manifests;
using Holdfast.Analyzers.Tests.Rules;
using Holdfast.Engine.Manifests;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Tests.Shared;
using Holdfast.Tool.Planning;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Tests.Planning;

/// <summary>
/// The command plans from manifests what code plans from the declared type: the same steps, waits, claims, names, obstacles and commands.
/// </summary>
public class PlanAgreementTests
{
    private const string Replicas = "Replicas = 3";

    private static readonly string[] Samples = ["ZooKeeper/ZooKeeper", "Ledger/Ledger", "Kafka/Kafka", "Nats/Nats", "RabbitMq/RabbitMq", "Redis/Redis", "PostgreSql/PostgreSql", "AkkaCluster/Workers"];

    /// <summary>What releases change, as edits of a declaration; those about claims leave a sample without any as it is.</summary>
    private static readonly (string Name, Func<string, string> Edit)[] Changes =
    [
        ("more replicas", static source => Replaced(source, Replicas, "Replicas = 5")),
        ("fewer replicas", static source => Replaced(source, Replicas, "Replicas = 1")),
        ("a new template", NewTemplate),
        ("a new template and more replicas", static source => NewTemplate(Replaced(source, Replicas, "Replicas = 4"))),
        ("a new template at a partition", static source => NewTemplate(Replaced(source, Replicas, "Replicas = 3, UpdatePartition = 2"))),
        ("a new template by hand", static source => NewTemplate(Replaced(source, Replicas, "Replicas = 3, UpdateStrategy = UpdateStrategy.OnDelete"))),
        ("other ordinals", static source => Replaced(source, Replicas, "Replicas = 3, OrdinalStart = 10")),
        ("another Service", static source => Replaced(source, Replicas, "Replicas = 3, ServiceName = \"peers\"")),
        ("another policy", static source => source.Contains("PodManagementPolicy = PodManagementPolicy.Parallel", StringComparison.Ordinal)
            ? Replaced(source, "PodManagementPolicy = PodManagementPolicy.Parallel", "PodManagementPolicy = PodManagementPolicy.OrderedReady")
            : Replaced(source, Replicas, "Replicas = 3, PodManagementPolicy = PodManagementPolicy.Parallel")),
        ("claims that go with replicas", static source => Replaced(OfClass(source, "[ClaimRetention(WhenScaled = ClaimRetention.Delete)]"), Replicas, "Replicas = 2")),
        ("larger claims", static source => source.Replace("[VolumeClaim(\"", "[VolumeClaim(\"1", StringComparison.Ordinal)),
        ("one more claim", static source => First(source, "[VolumeClaim(", "[VolumeClaim(\"1Gi\", MountPath = \"/more\")] public static partial ClaimTemplate More { get; }\n    [VolumeClaim(")),
    ];

    public static TheoryData<string, string> SampleChanges => [.. Samples.SelectMany(static sample => Changes.Where(change => change.Edit(SourceOf(sample)) != SourceOf(sample)).Select(change => (sample, change.Name)))];

    /// <summary>The pairs that tests of upgrade rules have as rows.</summary>
    public static TheoryData<string, string> UpgradePairs => [.. Rows(nameof(ShippedRuleTests.Sets)).Select(static row => (Rules.Source.App((string)row[0]!), Rules.Source.App((string)row[1]!)))
        .Concat(Rows(nameof(ShippedRuleTests.ClaimTemplates)).Select(static row => (Rules.Source.App(members: (string)row[0]!), Rules.Source.App(members: (string)row[1]!))))
        .Concat(Rows(nameof(ShippedRuleTests.Quorums)).Select(static row => (
            Rules.Source.App($"\"orders\", Replicas = {row[0]}", (string)row[2]!),
            Rules.Source.App($"\"orders\", Replicas = {row[1]}", (string)row[2]!))))];

    [Theory]
    [MemberData(nameof(SampleChanges))]
    public void OfSamples(string sample, string change)
    {
        string source = SourceOf(sample);
        string after = Changes.Single(one => one.Name == change).Edit(source);
        string space = source.Split('\n').FirstOrDefault(static line => line.StartsWith("namespace ", StringComparison.Ordinal))?["namespace ".Length..].TrimEnd(';', '\r') + ".";
        AssertAgree((space == "." ? string.Empty : space) + Path.GetFileName(sample), source, after, Beside(sample));
    }

    [Theory]
    [MemberData(nameof(UpgradePairs))]
    public void OfTheTestsOfUpgradeRules(string before, string after) => AssertAgree("Orders", Unmarked(before), Unmarked(after));

    private static string SourceOf(string sample) => File.ReadAllText(Path.Combine(RepositoryPaths.Root, "samples", sample + ".cs"));

    /// <summary>Constants that a sample's declaration uses.</summary>
    private static string[] Beside(string sample) => sample == "Ledger/Ledger" ? [SourceOf("Ledger/Routes")] : [];

    private static void AssertAgree(string type, string before, string after, params string[] beside)
    {
        EmittedManifest then = EmittedManifest.Of(type, [before, .. beside]);
        EmittedManifest now = EmittedManifest.Of(type, [after, .. beside]);
        StatefulSetInfo setBefore = then.Member<PodSet>("Pods").Set;
        StatefulSetInfo setAfter = now.Member<PodSet>("Pods").Set;
        MappingNode nodeBefore = SetOf(then.Yaml);
        MappingNode nodeAfter = SetOf(now.Yaml);
        Assert.Equal(setBefore, SetDeclaration.Read(new StatefulSetView(nodeBefore), out _));
        Assert.Equal(setAfter, SetDeclaration.Read(new StatefulSetView(nodeAfter), out _));

        ImmutableArray<SetOutcome> sets = ReleasePlanner.Plan(Side("before", then.Yaml), Side("after", now.Yaml), KubernetesTarget.Default, static _ => null).Sets;
        if (setBefore.Name != setAfter.Name || (setBefore.Namespace is { } one && setAfter.Namespace is { } other && one != other))
        {
            Assert.Equal(
                [ScalePlan.Creation(setAfter).ToString(), ScalePlan.Deletion(setBefore).ToString()],
                sets.Select(static outcome => outcome.Plan!.ToString()));
            return;
        }

        bool isShrunk = Sizes(nodeBefore).Any(size => Sizes(nodeAfter).Any(next => next.Name == size.Name && next.Size < size.Size));
        var options = new ScaleOptions
        {
            Template = Equals(nodeBefore.At("spec", "template"), nodeAfter.At("spec", "template")) ? TemplateChange.None : TemplateChange.Working,
            Recreate = !Equals(nodeBefore.At("spec", "volumeClaimTemplates"), nodeAfter.At("spec", "volumeClaimTemplates"))
                && !Sizes(nodeBefore).SequenceEqual(Sizes(nodeAfter)),
        };
        string? expected = isShrunk ? null : ScalePlan.Between(setBefore, setAfter, options).ToString();
        if (expected?.EndsWith(": nothing to do", StringComparison.Ordinal) == true || expected == $"StatefulSet {setBefore.Name}: replicas {setBefore.Replicas}")
        {
            expected = null;
        }

        string? actual = sets.SingleOrDefault()?.Plan?.ToString();
        Assert.Equal(expected, actual?.EndsWith(": nothing to do", StringComparison.Ordinal) == true ? null : actual);
        if (isShrunk)
        {
            Assert.Contains("asks for less than its claims have", sets.Single().Problem, StringComparison.Ordinal);
        }
    }

    /// <summary>What a claim template asks for: names, bytes and the rest, as far as it differs.</summary>
    private static (string Name, long Size, string Other)[] Sizes(MappingNode set) =>
    [
        .. set.At("spec", "volumeClaimTemplates").Mappings().Select(static template => (
            ((ScalarNode)template.At("metadata", "name")!).Text,
            Bytes(((ScalarNode)template.At("spec", "resources", "requests", "storage")!).Text),
            string.Join(' ', Texts(new MappingNode([.. ((MappingNode)template["spec"]!).Entries.Where(static entry => entry.Key != "resources"), new MappingEntry("labels", template.At("metadata", "labels") ?? ScalarNode.Null())]))))),
    ];

    private static IEnumerable<string> Texts(ManifestNode node) => node switch
    {
        MappingNode mapping => mapping.Entries.SelectMany(static entry => Texts(entry.Value).Prepend(entry.Key)),
        SequenceNode list => list.Items.SelectMany(Texts),
        ScalarNode scalar => [scalar.Text],
        _ => [],
    };

    private static long Bytes(string size) => size.EndsWith("Gi", StringComparison.Ordinal) ? long.Parse(size[..^2], System.Globalization.CultureInfo.InvariantCulture) << 10
        : size.EndsWith("Mi", StringComparison.Ordinal) ? long.Parse(size[..^2], System.Globalization.CultureInfo.InvariantCulture)
        : throw new FormatException(size);

    private static PlanSide Side(string name, string yaml) => new(name, [(string.Empty, Objects(name, yaml))]);

    private static MappingNode SetOf(string yaml) => Objects("set", yaml).Single(static node => ObjectView.KindOf(node) == StatefulSetView.Kind);

    private static ImmutableArray<MappingNode> Objects(string name, string yaml) => ManifestFileReader.Read($"/{name}/a.yaml", SourceText.From(yaml)).Objects;

    private static IEnumerable<object?[]> Rows(string test) => typeof(ShippedRuleTests).GetMethod(test)!.GetCustomAttributes<InlineDataAttribute>().Select(static row => row.Data);

    private static string Unmarked(string source)
    {
        TestFileMarkupParser.GetPositionsAndSpans(source, out string content, out _, out _);
        return content;
    }

    private static string NewTemplate(string source) => OfClass(source, "[Env(\"RELEASE\", \"next\")]");

    private static string OfClass(string source, string attribute) => Replaced(source, "public sealed partial class ", attribute + "\npublic sealed partial class ");

    private static string First(string source, string before, string after) => source.IndexOf(before, StringComparison.Ordinal) is >= 0 and var at
        ? source[..at] + after + source[(at + before.Length)..]
        : source;

    private static string Replaced(string source, string before, string after)
    {
        Assert.Contains(before, source, StringComparison.Ordinal);
        return source.Replace(before, after, StringComparison.Ordinal);
    }
}
