using System.Collections.Immutable;

namespace Holdfast;

/// <summary>Plans one change, from the state that the one before has left.</summary>
internal static class ScaleChanges
{
    /// <summary>A plan with more phases than this has found ways out that lead round in a circle. It ends there, stuck, rather than never.</summary>
    private const int PhasesPerReplica = 16;

    private static readonly ScaleOptions Nothing = new();

    /// <summary>The controller, or the API server, gets a set that is different.</summary>
    public static ScaleChange Plan(ClusterState left, StatefulSetInfo before, StatefulSetInfo after, ScaleOptions options)
    {
        ImmutableArray<string> immutable = ImmutableFields.Between(before, after, options);
        ClusterState found = StartingState.Found(left, before, options);
        ScaleFigures figures = ScaleFigures.Of(before, after, options);
        ClusterState told = StartingState.Told(immutable.IsEmpty ? found : Orphaned(found), after, options.Template);
        Simulation simulation;
        if (immutable.IsEmpty)
        {
            simulation = new Simulation(after, told, figures, options.KubernetesOf(after));
            simulation.DeleteFailed(before);
        }
        else
        {
            simulation = new Simulation(after, told with { CurrentTemplate = told.UpdateTemplate }, figures, options.KubernetesOf(after));
            simulation.DoByHand("delete the set and keep its pods and claims", Kubectl.OrphanPods(before));
            simulation.DoByHand("create the set again, under the same name; it takes over the pods with the labels of its selector", Kubectl.Apply);
        }

        var change = new ScaleChange(before, after, options, figures, [simulation.Run()])
        {
            Kind = ScaleChangeKind.Change,
            Immutable = immutable,
            Caveats = ScaleCaveats.Of(before, after, options, immutable, found),
        };
        return WithWaysOut(change);
    }

    /// <summary>A set is created where there is none; pods and claims of an earlier one may be there.</summary>
    public static ScaleChange PlanCreation(ClusterState? left, StatefulSetInfo after, ScaleOptions options)
    {
        StatefulSetInfo before = after.WithReplicas(0);
        ScaleFigures figures = ScaleFigures.Of(before, after, options);

        // The labels of pods that a set left say which template they run; without such pods there is no older template.
        ClusterState start = left is { Own.IsEmpty: false }
            ? StartingState.Told(Orphaned(left), after, options.Template)
            : OfNew(left ?? ClusterState.Empty, options.Template);
        ClusterState found = StartingState.Found(start with { CurrentTemplate = start.UpdateTemplate }, before, options).ComparedWith(after);
        var simulation = new Simulation(after, found, figures, options.KubernetesOf(after));
        var change = new ScaleChange(before, after, options, figures, [simulation.Run()])
        {
            Kind = ScaleChangeKind.Creation,
            Caveats = ScaleCaveats.OfCreation(after, found),
        };
        return WithWaysOut(change);
    }

    /// <summary>The set is deleted, and the garbage collector deletes what is its, or nothing.</summary>
    public static ScaleChange PlanDeletion(ClusterState left, StatefulSetInfo before, DeletionPropagation propagation, ScaleOptions options)
    {
        StatefulSetInfo after = before.WithReplicas(0);
        ScaleFigures figures = ScaleFigures.Of(before, after, options);
        bool orphans = propagation == DeletionPropagation.Orphan;
        ClusterState found = StartingState.Found(left, before, options);
        var simulation = new Simulation(before, orphans ? Orphaned(found) : found, figures, options.KubernetesOf(before));
        simulation.DoByHand(
            orphans ? "delete the set and keep its pods and claims" : "delete the set", Kubectl.DeleteSet(before, propagation));
        if (!orphans)
        {
            simulation.DeleteSet();
        }

        var change = new ScaleChange(before, after, options, figures, [orphans ? simulation.EndOrphaning() : simulation.EndDeletion()])
        {
            Kind = orphans ? ScaleChangeKind.Orphaning : ScaleChangeKind.Deletion,
            Caveats = ScaleCaveats.OfDeletion(before, found, propagation),
        };
        return WithWaysOut(change);
    }

    /// <summary>The change with one more phase, which begins by hand.</summary>
    public static ScaleChange Help(ScaleChange change, ScaleHelp help, ScaleOptions options) =>
        change.With([.. change.Phases, NextPhase(change, change.Phases[^1], help, options)]);

    /// <summary>The change with all that a way out says, and then with the first way out wherever it is stuck again.</summary>
    public static ScaleChange Follow(ScaleChange change, ScaleWayOut way) =>
        WithWaysOut(way.Helps.Aggregate(change, (soFar, help) => Help(soFar, help, Nothing)));

    private static ScaleChange WithWaysOut(ScaleChange change)
    {
        if (change.Options.EndWhereStuck || change.Phases[^1].Blocks.Count == 0)
        {
            return change;
        }

        // A way out that leads nowhere, because something else is in the way as well, is taken once.
        ImmutableArray<ScalePhase>.Builder phases = ImmutableArray.CreateBuilder<ScalePhase>();
        phases.AddRange(change.Phases);
        HashSet<(BlockCause, string)> tried = [];
        while (phases.Count < PhasesPerReplica * (change.Figures.Replicas + 1)
            && phases[^1].Blocks.FirstOrDefault(block => !tried.Contains(Key(block))) is { } next)
        {
            tried.Add(Key(next));
            foreach (ScaleHelp help in next.WaysOut[0].Helps)
            {
                phases.Add(NextPhase(change, phases[^1], help, Nothing));
                if (phases[^1].Steps.Any(step => step.ByHand is null))
                {
                    tried.Clear();
                }
            }
        }

        return change.With(phases.ToImmutable());

        static (BlockCause, string) Key(ScaleBlock block) => (block.Cause, string.Join(' ', block.Pods));
    }

    private static ScalePhase NextPhase(ScaleChange change, ScalePhase last, ScaleHelp help, ScaleOptions options)
    {
        ClusterState found = StartingState.Found(last.State, last.Set, options);
        var simulation = new Simulation(last.Set, found, change.Figures, change.Options.KubernetesOf(last.Set));
        simulation.Help(help, last.Blocks);
        return change.Kind switch
        {
            ScaleChangeKind.Deletion => simulation.EndDeletion(help),
            ScaleChangeKind.Orphaning => simulation.EndOrphaning(help),
            _ => simulation.Run(help),
        };
    }

    private static ClusterState OfNew(ClusterState left, TemplateChange template)
    {
        ClusterState state = ClusterState.OfNew(template == TemplateChange.Broken) with { Claims = left.Claims, KnowsAllClaims = left.KnowsAllClaims };
        return left.Pods.Values.Aggregate(state, (soFar, foreign) => soFar.With(foreign));
    }

    private static ClusterState Orphaned(ClusterState found) => found with
    {
        Claims = found.Claims.SetItems(found.Claims.Select(claim => KeyValuePair.Create(claim.Key, claim.Value with { Owner = ClaimOwner.None }))),
    };
}
