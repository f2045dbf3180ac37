using System.Collections.Immutable;
using Holdfast.Engine.Judging;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Planning;
using Holdfast.Tool.Files;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Tool.Planning;

/// <summary>Compares two releases and plans what the second does to the first.</summary>
internal static class ReleasePlanner
{
    /// <param name="before">The release that is applied over.</param>
    /// <param name="after">The release that is applied.</param>
    /// <param name="target">The versions of Kubernetes.</param>
    /// <param name="factsOf">What a cluster holds of a set; null where no cluster is asked.</param>
    public static ReleasePlan Plan(PlanSide before, PlanSide after, KubernetesTarget target, Func<ObjectChange, SetFacts?> factsOf)
    {
        ImmutableArray<ObjectChange>.Builder changes = ImmutableArray.CreateBuilder<ObjectChange>();
        ImmutableArray<Diagnostic>.Builder found = ImmutableArray.CreateBuilder<Diagnostic>();
        Func<string, Location, ReportDiagnostic?> severityAt = Severities(after);
        int unchanged = 0;
        foreach ((ImmutableArray<MappingNode> then, ImmutableArray<MappingNode> now) in SidePairs.Of(before, after))
        {
            ManifestDifference difference = ManifestDifference.Of(then, now);
            changes.AddRange(difference.Objects);
            unchanged += difference.Unchanged;
            found.AddRange(ChangeFindings.Of(then, now, target, before.IsOpen || after.IsOpen, severityAt, CancellationToken.None));
        }

        KubernetesVersion? version = target.IsChosen ? NewestOf(target) : null;
        var facts = new List<SetFacts>();
        ImmutableArray<SetOutcome> sets =
        [
            .. changes.Where(IsPlanned).Select(change =>
            {
                SetFacts? own = factsOf(change);
                facts.AddRange(own is null ? [] : [own]);
                return SetPlanner.Plan(change, own, version);
            }),
        ];
        return new ReleasePlan(before, after, changes.ToImmutable(), unchanged, sets, found.ToImmutable())
        {
            StorageClasses =
            [
                .. after.Objects.Concat(before.Objects).Where(static node => ObjectView.KindOf(node) == "StorageClass"),
                .. facts.SelectMany(static own => own.StorageClasses ?? []),
            ],
        };
    }

    /// <summary>A set of which nothing is known to change is left alone, whatever else fills it in.</summary>
    private static bool IsPlanned(ObjectChange change) =>
        ObjectView.Is(change.Node, StatefulSetView.ApiVersion, StatefulSetView.Kind) && (change.Kind != ObjectChangeKind.Changed || !change.Fields.IsEmpty);

    private static KubernetesVersion NewestOf(KubernetesTarget target)
    {
        (int major, int minor, int? patch) = target.Versions.Newest(KubernetesFacts.Supported);
        return new KubernetesVersion(major, minor, patch);
    }

    private static Func<string, Location, ReportDiagnostic?> Severities(PlanSide after)
    {
        Dictionary<string, ManifestFile> byPath = after.Files.GroupBy(static file => file.Path, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
        var options = new ManifestOptions(EditorConfigs.Above(byPath.Keys.Where(Path.IsPathRooted)).ValueOf);
        var severities = new ManifestSeverities(byPath, options);

        // What a cluster holds is in no file.
        return (id, location) => string.IsNullOrEmpty(location.GetLineSpan().Path) ? null : severities.At(id, location);
    }
}
