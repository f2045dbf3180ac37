namespace Holdfast;

/// <summary>
/// What follows from one change, or from one action by hand, until nothing more happens by itself. A change that
/// is never stuck has one phase.
/// </summary>
public sealed class ScalePhase
{
    private ScaleState? _end;

    internal ScalePhase(StatefulSetInfo set, ScaleHelp? help, IReadOnlyList<ScaleStep> steps, IReadOnlyList<ScaleBlock> blocks, ClusterState state)
    {
        Set = set;
        Help = help;
        Steps = steps;
        Blocks = blocks;
        State = state;
    }

    /// <summary>The set as the controller knows it during the phase.</summary>
    public StatefulSetInfo Set { get; }

    /// <summary>The action by hand at the beginning; <see langword="null"/> in the first phase of a change, which begins with the change.</summary>
    public ScaleHelp? Help { get; }

    /// <summary>The steps, what is done by hand included; none when nothing happens.</summary>
    public IReadOnlyList<ScaleStep> Steps { get; }

    /// <summary>
    /// All that is in the way when nothing more happens by itself, in the order in which it is solved; empty where everything is done.
    /// </summary>
    public IReadOnlyList<ScaleBlock> Blocks { get; }

    /// <summary>What is there when nothing more happens by itself.</summary>
    public ScaleState End => _end ??= ScaleStates.Of(Set, State);

    internal ClusterState State { get; }
}
