namespace Holdfast;

/// <summary>
/// What the StatefulSet controller does when a set is scaled: which pods come and go in which order, who waits for whom,
/// which claims stay. Made from the declaration alone, so it takes for granted that all members are there and Ready when
/// a change begins, and that the change before it is finished. Immutable.
/// </summary>
/// <example>
/// <code>Console.WriteLine(ScalePlan.Between&lt;ZooKeeper&gt;(3, 5).Then(1));</code>
/// </example>
public sealed class ScalePlan
{
    private ScalePlan(StatefulSetInfo set, IReadOnlyList<ScaleChange> changes)
    {
        Set = set;
        Changes = changes;
        Steps = [.. changes.SelectMany(change => change.Steps)];
    }

    /// <summary>The set that is scaled. Its own number of replicas plays no part.</summary>
    public StatefulSetInfo Set { get; }

    /// <summary>The changes of size, one after the other.</summary>
    public IReadOnlyList<ScaleChange> Changes { get; }

    /// <summary>The number of replicas before the first change.</summary>
    public int From => Changes[0].From;

    /// <summary>The number of replicas after the last change.</summary>
    public int To => Changes[^1].To;

    /// <summary>
    /// The steps of all changes. They are taken in this order, each when its waits are over; within one step there is
    /// no order.
    /// </summary>
    public IReadOnlyList<ScaleStep> Steps { get; }

    /// <summary>Plans a change of an application's size.</summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <param name="from">The number of replicas now, 0 or more.</param>
    /// <param name="to">The number of replicas to come, 0 or more.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is negative, or the last ordinal would not fit into Kubernetes' 32 bits.
    /// </exception>
    public static ScalePlan Between<TApp>(int from, int to)
        where TApp : IStatefulApp => Between(TApp.StatefulSet, from, to);

    /// <summary>Plans a change of a set's size.</summary>
    /// <param name="set">The set; its own number of replicas plays no part.</param>
    /// <param name="from">The number of replicas now, 0 or more.</param>
    /// <param name="to">The number of replicas to come, 0 or more.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is negative, or the last ordinal would not fit into Kubernetes' 32 bits.
    /// </exception>
    public static ScalePlan Between(StatefulSetInfo set, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(set);
        RequireSize(set, from, nameof(from));
        RequireSize(set, to, nameof(to));
        return new ScalePlan(set, [Change(set, from, to, from)]);
    }

    /// <summary>The same plan with one more change, made when the changes before it are finished.</summary>
    /// <param name="replicas">The number of replicas to come, 0 or more.</param>
    /// <returns>The longer plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="replicas"/> is negative, or the last ordinal would not fit into Kubernetes' 32 bits.
    /// </exception>
    public ScalePlan Then(int replicas)
    {
        RequireSize(Set, replicas, nameof(replicas));
        int most = Changes.Max(change => Math.Max(change.From, change.To));
        return new ScalePlan(Set, [.. Changes, Change(Set, To, replicas, most)]);
    }

    /// <summary>
    /// The plan as text for a change request: the changes, their numbered steps, waits, claims and DNS names, in lines
    /// that are separated by <c>\n</c>.
    /// </summary>
    /// <returns>The plan as text.</returns>
    public override string ToString() => ScalePlanText.Of(this);

    private static ScaleChange Change(StatefulSetInfo set, int from, int to, int membersSoFar) =>
        new(from, to, ScaleSteps.Between(set.WithReplicas(from), set.WithReplicas(to), set.WithReplicas(membersSoFar).Pods));

    private static void RequireSize(StatefulSetInfo set, int replicas, string parameter)
    {
        Require.NotNegative(replicas, "number of replicas", parameter);
        Require.Range(set.Name, set.OrdinalStart, replicas, parameter);
    }
}
