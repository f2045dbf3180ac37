namespace Holdfast;

/// <summary>
/// What the StatefulSet controller does when a set is changed: which pods come and go in which order, who waits for whom,
/// which claims stay, where nothing happens by itself and what helps. Made from the declaration, so it takes for granted
/// that all members are there and Ready when a change begins, unless <see cref="ScaleOptions.Members"/> say otherwise, and
/// that the change before it is finished. Immutable.
/// </summary>
/// <remarks>
/// Only order is told, never time. A plan that is stuck goes on as after the first way out of
/// <see cref="ScaleBlock.WaysOut"/>.
/// </remarks>
/// <example>
/// <code>Console.WriteLine(ScalePlan.Between&lt;ZooKeeper&gt;(3, 5).Then(1));</code>
/// </example>
public sealed class ScalePlan
{
    private readonly ClusterState _state;

    private ScalePlan(StatefulSetInfo set, IReadOnlyList<ScaleChange> changes, ClusterState state)
    {
        Set = set;
        Changes = changes;
        Steps = [.. changes.SelectMany(change => change.Steps)];
        _state = state;
    }

    /// <summary>The set before the first change. With a plan made from numbers its own number of replicas plays no part.</summary>
    public StatefulSetInfo Set { get; }

    /// <summary>The changes, one after the other.</summary>
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

    /// <summary>The first step that is not taken by itself, or <see langword="null"/> when nobody has to help.</summary>
    public ScaleStep? StuckAt => Steps.FirstOrDefault(step => step.Stuck is not null);

    /// <summary>Plans a change of an application's size.</summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <param name="from">The number of replicas now, 0 or more.</param>
    /// <param name="to">The number of replicas to come, 0 or more.</param>
    /// <param name="options">How members are found, the quorum, and what else changes; left out, nothing unusual.</param>
    /// <returns>The plan.</returns>
    /// <inheritdoc cref="Between(StatefulSetInfo, int, int, ScaleOptions?)" path="/exception"/>
    public static ScalePlan Between<TApp>(int from, int to, ScaleOptions? options = null)
        where TApp : IStatefulApp => Between(TApp.StatefulSet, from, to, options);

    /// <summary>Plans a change of a set's size.</summary>
    /// <param name="set">The set; its own number of replicas plays no part.</param>
    /// <param name="from">The number of replicas now, 0 or more.</param>
    /// <param name="to">The number of replicas to come, 0 or more.</param>
    /// <param name="options">How members are found, the quorum, and what else changes; left out, nothing unusual.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is negative, or the last ordinal would not fit into Kubernetes' 32 bits.
    /// </exception>
    /// <exception cref="ArgumentException">The options say that a claim is held, but the set has no claim templates.</exception>
    public static ScalePlan Between(StatefulSetInfo set, int from, int to, ScaleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        RequireSize(set, from, nameof(from));
        RequireSize(set, to, nameof(to));
        return Plan(set, set.WithReplicas(from), set.WithReplicas(to), options);
    }

    /// <summary>
    /// Plans any change of a set: its size, first ordinal, update strategy, partition and policies. What the API server
    /// does not change in place (the Service, the pod management policy, the claim templates) is planned as deleting the set
    /// without its pods and making it anew.
    /// </summary>
    /// <param name="before">The set as it is.</param>
    /// <param name="after">The set as it shall be, of the same name and namespace.</param>
    /// <param name="options">How members are found, the quorum, and what else changes; left out, nothing unusual.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="before"/> or <paramref name="after"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The two have different names or are in different namespaces, so that neither becomes the other; or the options say
    /// that a claim is held, but the set has no claim templates.
    /// </exception>
    public static ScalePlan Between(StatefulSetInfo before, StatefulSetInfo after, ScaleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        RequireSameSet(before, after);
        return Plan(before, before, after, options);
    }

    /// <summary>Plans an update of an application to a new pod template.</summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <param name="options">
    /// How members are found, and whether the new template is <see cref="TemplateChange.Broken"/>; left out, all goes well.
    /// </param>
    /// <returns>The plan.</returns>
    /// <inheritdoc cref="Between(StatefulSetInfo, int, int, ScaleOptions?)" path="/exception[@cref='T:System.ArgumentException']"/>
    public static ScalePlan Update<TApp>(ScaleOptions? options = null)
        where TApp : IStatefulApp => Update(TApp.StatefulSet, options);

    /// <summary>Plans an update of a set to a new pod template.</summary>
    /// <param name="set">The set.</param>
    /// <param name="options">
    /// How members are found, and whether the new template is <see cref="TemplateChange.Broken"/>; left out, all goes well.
    /// </param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is null.</exception>
    /// <exception cref="ArgumentException">The options say that a claim is held, but the set has no claim templates.</exception>
    public static ScalePlan Update(StatefulSetInfo set, ScaleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        options ??= new ScaleOptions();
        return Plan(set, set, set, options.Template == TemplateChange.None ? options with { Template = TemplateChange.Working } : options);
    }

    /// <summary>Plans the end of a set: it is deleted, with its pods, and its claims as the retention policy says.</summary>
    /// <param name="set">The set.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is null.</exception>
    public static ScalePlan Deletion(StatefulSetInfo set)
    {
        ArgumentNullException.ThrowIfNull(set);
        (ScaleChange change, ClusterState state) = ScaleChanges.PlanDeletion(ClusterState.Of(set), set);
        return new ScalePlan(set, [change], state);
    }

    /// <summary>The same plan with one more change of size, made when the changes before it are finished.</summary>
    /// <param name="replicas">The number of replicas to come, 0 or more.</param>
    /// <param name="options">How members are found then, the quorum, and what else changes; left out, nothing unusual.</param>
    /// <returns>The longer plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="replicas"/> is negative, or the last ordinal would not fit into Kubernetes' 32 bits.
    /// </exception>
    /// <exception cref="ArgumentException">The options say that a claim is held, but the set has no claim templates.</exception>
    /// <exception cref="InvalidOperationException">The plan ends with the deletion of the set.</exception>
    public ScalePlan Then(int replicas, ScaleOptions? options = null)
    {
        RequireSize(Changes[^1].After, replicas, nameof(replicas));
        return Add(Changes[^1].After.WithReplicas(replicas), options);
    }

    /// <summary>The same plan with one more change, made when the changes before it are finished.</summary>
    /// <param name="after">The set as it shall be, of the same name and namespace.</param>
    /// <param name="options">How members are found then, the quorum, and what else changes; left out, nothing unusual.</param>
    /// <returns>The longer plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="after"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// It has another name or is in another namespace; or the options say that a claim is held, but the set has no claim
    /// templates.
    /// </exception>
    /// <exception cref="InvalidOperationException">The plan ends with the deletion of the set.</exception>
    public ScalePlan Then(StatefulSetInfo after, ScaleOptions? options = null)
    {
        RequireSameSet(Changes[^1].After, after);
        return Add(after, options);
    }

    /// <summary>The same plan with the deletion of the set, when the changes before it are finished.</summary>
    /// <returns>The longer plan.</returns>
    /// <exception cref="InvalidOperationException">The plan ends with the deletion of the set.</exception>
    public ScalePlan ThenDeletion()
    {
        RequireNotDeleted();
        (ScaleChange change, ClusterState state) = ScaleChanges.PlanDeletion(_state, Changes[^1].After);
        return new ScalePlan(Set, [.. Changes, change], state);
    }

    /// <summary>
    /// The plan as text for a change request: the changes, their numbered steps, waits, claims, DNS names, Ready members and
    /// what is to be known, in lines that are separated by <c>\n</c>.
    /// </summary>
    /// <returns>The plan as text.</returns>
    public override string ToString() => ScalePlanText.Of(this);

    private static ScalePlan Plan(StatefulSetInfo set, StatefulSetInfo before, StatefulSetInfo after, ScaleOptions? options)
    {
        options ??= new ScaleOptions();
        RequireClaims(after, options);
        (ScaleChange change, ClusterState state) = ScaleChanges.Plan(ClusterState.Of(before), before, after, options);
        return new ScalePlan(set, [change], state);
    }

    private ScalePlan Add(StatefulSetInfo after, ScaleOptions? options)
    {
        RequireNotDeleted();
        options ??= new ScaleOptions();
        RequireClaims(after, options);
        (ScaleChange change, ClusterState state) = ScaleChanges.Plan(_state, Changes[^1].After, after, options);
        return new ScalePlan(Set, [.. Changes, change], state);
    }

    private static void RequireSize(StatefulSetInfo set, int replicas, string parameter)
    {
        Require.NotNegative(replicas, "number of replicas", parameter);
        Require.Range(set.Name, set.OrdinalStart, replicas, parameter);
    }

    private static void RequireSameSet(StatefulSetInfo before, StatefulSetInfo after)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (before.Name != after.Name || (before.Namespace is not null && after.Namespace is not null && before.Namespace != after.Namespace))
        {
            throw new ArgumentException(
                $"{Describe.Workload(before)} does not become {Describe.Workload(after)}: a set keeps its name and namespace. Another "
                + "one has pods and claims of its own, and no data moves; plan its creation from 0 replicas.",
                nameof(after));
        }
    }

    private static void RequireClaims(StatefulSetInfo set, ScaleOptions options)
    {
        if (set.ClaimTemplates.Count == 0 && options.Members.Any(member => member.Value == MemberCondition.ClaimHeldTerminating))
        {
            throw new ArgumentException(
                $"The options say that a claim of a member is being deleted, but StatefulSet \"{set.Name}\" has no claim templates.",
                nameof(options));
        }
    }

    private void RequireNotDeleted()
    {
        if (Changes[^1].IsDeletion)
        {
            throw new InvalidOperationException(
                $"The plan ends with the deletion of StatefulSet \"{Set.Name}\"; there is nothing to change then. Plan its creation from "
                + "0 replicas.");
        }
    }
}
