using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Tool.Planning;

/// <summary>Which objects of two releases are compared with each other.</summary>
internal static class SidePairs
{
    /// <summary>
    /// All with all, as the cluster sees it. Where one release has an object twice, for two clusters, each folder is compared with the
    /// folder that has as much of its path as any.
    /// </summary>
    public static IEnumerable<(ImmutableArray<MappingNode> Before, ImmutableArray<MappingNode> After)> Of(PlanSide before, PlanSide after)
    {
        if (!HasTwice(before) && !HasTwice(after))
        {
            return [(before.Objects, after.Objects)];
        }

        return after.Units.Select(unit => (
            before.Units
                .Select(other => (other.Objects, Common: Common(other.Folder, unit.Folder)))
                .Where(other => other.Common > 0 || before.Units.Length == 1)
                .OrderByDescending(static other => other.Common)
                .Select(static other => other.Objects)
                .FirstOrDefault([]),
            unit.Objects));
    }

    private static bool HasTwice(PlanSide side) => side.Objects
        .Select(static node => (ObjectView.KindOf(node), ObjectView.ApiVersionOf(node), Text(node, "namespace"), Text(node, "name")))
        .Where(static key => key.Item4 is not null)
        .GroupBy(static key => key)
        .Any(static group => group.Skip(1).Any());

    /// <summary>How many steps from the end two paths have in common, and one more; equal paths have most.</summary>
    private static int Common(string one, string other)
    {
        if (one == other)
        {
            return int.MaxValue;
        }

        string[] left = one.Split('/');
        string[] right = other.Split('/');
        return left.Reverse().Zip(right.Reverse()).TakeWhile(static pair => pair.First == pair.Second).Count();
    }

    private static string? Text(MappingNode node, string field) => node.At("metadata", field).TryGetString(out string? text) ? text : null;
}
