using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Planning;
using Holdfast.Engine.Rules.Upgrades;
using Holdfast.WellKnown;

namespace Holdfast.Tool.Planning;

/// <summary>Plans what becomes of a StatefulSet, by the same scale plans that code makes of declared types.</summary>
internal static class SetPlanner
{
    /// <param name="change">The set that changes.</param>
    /// <param name="facts">What the cluster holds of it; null where no cluster is asked.</param>
    /// <param name="kubernetes">The version of Kubernetes; null for the one that plans are made for by default.</param>
    public static SetOutcome Plan(ObjectChange change, SetFacts? facts, KubernetesVersion? kubernetes)
    {
        var outcome = new SetOutcome(change)
        {
            NeedsMajority = change.Node.At("metadata", "annotations", HoldfastAnnotations.Quorum).Is("true"),
            Growth = change.Kind == ObjectChangeKind.Changed ? ClaimGrowth.Of(change) : [],
            Notes = facts?.IsUpdating == true ? ["An update is under way in the cluster. The steps below begin when it is finished."] : [],
        };
        StatefulSetInfo? before = null;
        StatefulSetInfo? after = null;
        string? problem = null;
        if (change.Before is { } then)
        {
            before = SetDeclaration.Read(new StatefulSetView(then), out problem);
        }

        if (change.After is { } now && problem is null)
        {
            after = SetDeclaration.Read(new StatefulSetView(AsApplied(change, now)), out problem);
        }

        if (problem is not null)
        {
            return outcome with { Problem = $"The steps are not known, because {problem}." };
        }

        ScaleOptions options = Options(facts, kubernetes);
        try
        {
            return (before, after) switch
            {
                (null, { } created) => outcome with { Plan = ScalePlan.Creation(created, options) },
                ({ } deleted, null) => outcome with { Plan = ScalePlan.Deletion(deleted, DeletionPropagation.Background, options) },
                _ => Between(outcome, before!, after!, options),
            };
        }
        catch (ArgumentException exception)
        {
            return outcome with { Problem = $"The steps are not known: {exception.Message.Split('\n')[0]}" };
        }
    }

    private static SetOutcome Between(SetOutcome outcome, StatefulSetInfo before, StatefulSetInfo after, ScaleOptions options)
    {
        ImmutableArray<FieldChange> fields = outcome.Change.Fields;
        FieldChange[] refused = [.. fields.Where(field => FieldEffects.Of(outcome.Change, field).Kind == EffectKind.Refused)];
        if (refused.Any(static field => field.Path.IsIn("spec.selector")))
        {
            return outcome with { Problem = "Nothing happens: the API server refuses another selector, and a recreated set would not adopt its pods." };
        }

        if (refused.Any(field => FieldEffects.Of(outcome.Change, field).RuleId == ShrunkClaimRule.Id))
        {
            return outcome with { Problem = "Nothing happens: the API server refuses the set, because a claim template asks for less than its claims have." };
        }

        bool isNewTemplate = fields.Any(static field => field.Path.IsIn("spec.template"));
        ScaleOptions all = options with { Template = isNewTemplate ? TemplateChange.Working : TemplateChange.None, Recreate = refused.Length > 0 };
        if (!isNewTemplate && refused.Length == 0 && before.Equals(after) && options.Replicas.Count == 0)
        {
            return outcome;
        }

        // A set names its namespace in one of the two, or in none.
        ScalePlan plan = ScalePlan.Between(before.Namespace is null && after.Namespace is { } space ? before.In(space) : before, after, all);
        return outcome with
        {
            Plan = plan,
            BrokenPlan = isNewTemplate && after.Replicas > 0 ? ScalePlan.Between(plan.Set, after, all with { Template = TemplateChange.Broken, EndWhereStuck = true }) : null,
        };
    }

    private static ScaleOptions Options(SetFacts? facts, KubernetesVersion? kubernetes)
    {
        var options = new ScaleOptions
        {
            Replicas = facts?.Replicas ?? ImmutableSortedDictionary<int, ReplicaCondition>.Empty,
            KeptClaims = facts?.KeptClaims,
        };
        return kubernetes is null ? options : options with { Kubernetes = kubernetes };
    }

    /// <summary>Where the manifest leaves the number of replicas to the cluster, and always has, the cluster keeps its number.</summary>
    private static MappingNode AsApplied(ObjectChange change, MappingNode after) =>
        change.Before is { } before
        && LiveObject.Is(before)
        && after.At("spec", "replicas") is null
        && before.At("spec", "replicas") is { } number
        && LiveObject.AsApplied(before, after).At("spec", "replicas") is null
        && after["spec"] is MappingNode spec
            ? after.With(after.Entries.Select(entry => entry.Key == "spec"
                ? new MappingEntry("spec", spec.With(spec.Entries.Append(new MappingEntry("replicas", number))))
                : entry))
            : after;
}
