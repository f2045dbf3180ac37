using System.Collections.Immutable;

namespace Holdfast;

/// <summary>One change of a set, and what follows from it.</summary>
public sealed class ScaleChange
{
    internal ScaleChange(
        StatefulSetInfo before, StatefulSetInfo after, ScaleOptions options, ScaleFigures figures, ImmutableArray<ScalePhase> phases)
    {
        Before = before;
        After = after;
        Options = options;
        Figures = figures;
        Phases = phases;
        Steps = phases.Length == 1 ? phases[0].Steps : [.. phases.SelectMany(phase => phase.Steps)];
    }

    /// <summary>The set before.</summary>
    public StatefulSetInfo Before { get; }

    /// <summary>The set afterwards, as the change asks for it; one without replicas where it is deleted.</summary>
    public StatefulSetInfo After { get; }

    /// <summary>The options of the change.</summary>
    public ScaleOptions Options { get; }

    /// <summary>The number of replicas before.</summary>
    public int From => Before.Replicas;

    /// <summary>The number of replicas afterwards.</summary>
    public int To => After.Replicas;

    /// <summary>What the change does to the set itself.</summary>
    public ScaleChangeKind Kind { get; internal init; }

    /// <summary>Whether the set itself is deleted, with its pods or without.</summary>
    public bool IsDeletion => Kind is ScaleChangeKind.Deletion or ScaleChangeKind.Orphaning;

    /// <summary>
    /// What the API server refuses to change in place, in the words of Kubernetes: <c>spec.serviceName</c>. Where this is
    /// not empty, the set is deleted without its pods and created again.
    /// </summary>
    public IReadOnlyList<string> Immutable { get; internal init; } = [];

    /// <summary>
    /// The phases, one after the other: what follows from the change, and then what follows from each action by hand where nothing happens
    /// by itself.
    /// </summary>
    public IReadOnlyList<ScalePhase> Phases { get; }

    /// <summary>The steps of all phases, one after the other; none when there is nothing to do.</summary>
    public IReadOnlyList<ScaleStep> Steps { get; }

    /// <summary>What is there when the change is finished, or when nothing more happens by itself.</summary>
    public ScaleState End => Phases[^1].End;

    /// <summary>
    /// The replicas that run another pod template than the newest when all steps are done: those below the partition, or, with
    /// <see cref="UpdateStrategy.OnDelete"/>, all that were not deleted.
    /// </summary>
    public IReadOnlySet<Pod> KeepOldTemplate => IsDeletion
        ? ScaleStep.EmptyPods
        : PodOrder.Sort(State.Outdated.Select(ordinal => State.Pods[ordinal].Pod));

    /// <summary>Notes to read before the change is made.</summary>
    public IReadOnlyList<string> Caveats { get; internal init; } = [];

    internal ScaleFigures Figures { get; }

    internal ClusterState State => Phases[^1].State;

    /// <summary>The set as the controller knows it in the end.</summary>
    internal StatefulSetInfo Set => IsDeletion ? After : Phases[^1].Set;

    /// <summary>What changes, as in <c>3 → 5</c> or <c>first ordinal 0 → 10, new template</c>.</summary>
    /// <returns>What changes.</returns>
    public override string ToString() => ScaleChangeText.Of(this);

    internal ScaleChange With(ImmutableArray<ScalePhase> phases) => new(Before, After, Options, Figures, phases)
    {
        Kind = Kind,
        Immutable = Immutable,
        Caveats = Caveats,
    };
}
