using System.Collections.Immutable;

namespace Holdfast;

/// <summary>One change of a set, and the steps that are taken for it.</summary>
public sealed class ScaleChange
{
    internal ScaleChange(StatefulSetInfo before, StatefulSetInfo after, ScaleOptions options, IReadOnlyList<ScaleStep> steps)
    {
        Before = before;
        After = after;
        Options = options;
        Steps = steps;
    }

    /// <summary>The set before.</summary>
    public StatefulSetInfo Before { get; }

    /// <summary>The set afterwards; one without members where it is deleted.</summary>
    public StatefulSetInfo After { get; }

    /// <summary>What was said about the change.</summary>
    public ScaleOptions Options { get; }

    /// <summary>The number of replicas before.</summary>
    public int From => Before.Replicas;

    /// <summary>The number of replicas afterwards.</summary>
    public int To => After.Replicas;

    /// <summary>Whether the set itself is deleted.</summary>
    public bool IsDeletion { get; internal init; }

    /// <summary>
    /// What the API server refuses to change in place, in the words of Kubernetes: <c>spec.serviceName</c>. Where this is
    /// not empty, the set is deleted without its pods and made anew.
    /// </summary>
    public IReadOnlyList<string> Immutable { get; internal init; } = [];

    /// <summary>The steps, one after the other; none when there is nothing to do.</summary>
    public IReadOnlyList<ScaleStep> Steps { get; }

    /// <summary>
    /// The members that run the old pod template when all steps are done: those below the partition, or, with
    /// <see cref="UpdateStrategy.OnDelete"/>, all that nobody deleted.
    /// </summary>
    public IReadOnlySet<Pod> KeepOldTemplate { get; internal init; } = ScaleStep.EmptyPods;

    /// <summary>What else should be known before the change is made, in words.</summary>
    public IReadOnlyList<string> Caveats { get; internal init; } = [];

    /// <summary>What changes, as in <c>3 → 5</c> or <c>first ordinal 0 → 10, new template</c>.</summary>
    /// <returns>What changes.</returns>
    public override string ToString() => ScaleChangeText.Of(this);
}
