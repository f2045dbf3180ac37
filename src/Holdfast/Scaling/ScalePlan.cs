namespace Holdfast;

/// <summary>
/// What the StatefulSet controller does when a set is changed: which pods come and go in which order, what waits for
/// what, which claims stay, where nothing happens by itself and what helps. Made from the declaration, so it assumes that all
/// replicas are there and Ready when a change begins, unless <see cref="ScaleOptions.Replicas"/> say otherwise, and
/// that the change before it is finished. Immutable.
/// </summary>
/// <remarks>
/// A plan has order, never time. A plan that is stuck goes on as after the first way out of
/// <see cref="ScaleBlock.WaysOut"/>; <see cref="Following"/> takes another one, and <see cref="ScaleOptions.EndWhereStuck"/> takes none.
/// </remarks>
/// <example>
/// <code>Console.WriteLine(ScalePlan.Between&lt;ZooKeeper&gt;(3, 5).Then(1));</code>
/// </example>
public sealed class ScalePlan
{
    private ScalePlan(StatefulSetInfo set, IReadOnlyList<ScaleChange> changes)
    {
        Set = set;
        Changes = changes;
        Steps = changes.Count == 1 ? changes[0].Steps : [.. changes.SelectMany(change => change.Steps)];
    }

    /// <summary>The set before the first change. In a plan made from numbers, its own number of replicas is ignored.</summary>
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

    /// <summary>The phases of all changes.</summary>
    public IEnumerable<ScalePhase> Phases => Changes.SelectMany(change => change.Phases);

    /// <summary>What is there at the end.</summary>
    public ScaleState End => Changes[^1].End;

    /// <summary>The first phase at whose end something is in the way, or <see langword="null"/> when all happens by itself.</summary>
    public ScalePhase? StuckAt => Phases.FirstOrDefault(phase => phase.Blocks.Count > 0);

    /// <summary>Plans a change of an application's size.</summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <param name="from">The number of replicas now, 0 or more.</param>
    /// <param name="to">The number of replicas to come, 0 or more.</param>
    /// <param name="options">How replicas are found, the quorum, and what else changes; left out, nothing unusual.</param>
    /// <returns>The plan.</returns>
    /// <inheritdoc cref="Between(StatefulSetInfo, int, int, ScaleOptions?)" path="/exception"/>
    public static ScalePlan Between<TApp>(int from, int to, ScaleOptions? options = null)
        where TApp : IStatefulApp => Between(TApp.StatefulSet, from, to, options);

    /// <summary>Plans a change of a set's size.</summary>
    /// <param name="set">The set; its own number of replicas plays no part.</param>
    /// <param name="from">The number of replicas now, 0 or more.</param>
    /// <param name="to">The number of replicas to come, 0 or more.</param>
    /// <param name="options">How replicas are found, the quorum, and what else changes; left out, nothing unusual.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is negative, or the last ordinal would not fit into Kubernetes' 32 bits.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The options name an ordinal that the set has neither before nor after the change, or claims that are not the set's.
    /// </exception>
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
    /// without its pods and creating it again.
    /// </summary>
    /// <param name="before">The set as it is.</param>
    /// <param name="after">The set as it shall be, of the same name and namespace.</param>
    /// <param name="options">How replicas are found, the quorum, and what else changes; left out, nothing unusual.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="before"/> or <paramref name="after"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The two have different names or are in different namespaces, so that neither becomes the other; or the options name
    /// an ordinal that the set has neither before nor after the change, or claims that are not the set's.
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
    /// How replicas are found, and whether the new template is <see cref="TemplateChange.Broken"/>; left out, all goes well.
    /// </param>
    /// <returns>The plan.</returns>
    /// <inheritdoc cref="Between(StatefulSetInfo, int, int, ScaleOptions?)" path="/exception[@cref='T:System.ArgumentException']"/>
    public static ScalePlan Update<TApp>(ScaleOptions? options = null)
        where TApp : IStatefulApp => Update(TApp.StatefulSet, options);

    /// <summary>Plans an update of a set to a new pod template.</summary>
    /// <param name="set">The set.</param>
    /// <param name="options">
    /// How replicas are found, and whether the new template is <see cref="TemplateChange.Broken"/>; left out, all goes well.
    /// </param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The options name an ordinal that the set has neither before nor after the change, or claims that are not the set's.
    /// </exception>
    public static ScalePlan Update(StatefulSetInfo set, ScaleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        options ??= new ScaleOptions();
        return Plan(set, set, set, options.Template == TemplateChange.None ? options with { Template = TemplateChange.Working } : options);
    }

    /// <summary>Plans the creation of an application's set where there is none.</summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <param name="options">How names and claims are found, and whether the template is broken; left out, nothing unusual.</param>
    /// <returns>The plan.</returns>
    /// <inheritdoc cref="Creation(StatefulSetInfo, ScaleOptions?)" path="/exception[@cref='T:System.ArgumentException']"/>
    public static ScalePlan Creation<TApp>(ScaleOptions? options = null)
        where TApp : IStatefulApp => Creation(TApp.StatefulSet, options);

    /// <summary>
    /// Plans the creation of a set where there is none. Unlike a set at 0 replicas it has no older template, so that a template
    /// that is broken is the template of all replicas, and a partition leaves none behind.
    /// </summary>
    /// <param name="set">The set.</param>
    /// <param name="options">How names and claims are found, and whether the template is broken; left out, nothing unusual.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The options roll back a template where there is none before, name an ordinal that the set does not have, or
    /// claims that are not the set's.
    /// </exception>
    public static ScalePlan Creation(StatefulSetInfo set, ScaleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        options ??= new ScaleOptions();
        ScaleRequirements.OfOptions(set.WithReplicas(0), set, options, ClusterState.Empty);
        ScaleRequirements.OfCreation(set, options);
        return new ScalePlan(set, [ScaleChanges.PlanCreation(null, set, options)]);
    }

    /// <summary>Plans the end of an application's set: it is deleted, with its pods, and its claims as the retention policy says.</summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <param name="propagation">What becomes of pods and claims.</param>
    /// <param name="options">How replicas and claims are found; left out, nothing unusual.</param>
    /// <returns>The plan.</returns>
    /// <inheritdoc cref="Deletion(StatefulSetInfo, DeletionPropagation, ScaleOptions?)" path="/exception[@cref='T:System.ArgumentException']"/>
    public static ScalePlan Deletion<TApp>(DeletionPropagation propagation = DeletionPropagation.Background, ScaleOptions? options = null)
        where TApp : IStatefulApp => Deletion(TApp.StatefulSet, propagation, options);

    /// <summary>Plans the end of a set: it is deleted, with its pods, and its claims as the retention policy says.</summary>
    /// <param name="set">The set.</param>
    /// <param name="propagation">What becomes of pods and claims.</param>
    /// <param name="options">How replicas and claims are found; left out, nothing unusual.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The options name an ordinal that the set does not have, claims that are not the set's, or a template.
    /// </exception>
    public static ScalePlan Deletion(
        StatefulSetInfo set, DeletionPropagation propagation = DeletionPropagation.Background, ScaleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        options ??= new ScaleOptions();
        ClusterState state = ClusterState.Of(set);
        ScaleRequirements.OfOptions(set, set.WithReplicas(0), options, state);
        ScaleRequirements.OfDeletion(set, options);
        return new ScalePlan(set, [ScaleChanges.PlanDeletion(state, set, propagation, options)]);
    }

    /// <summary>The same plan with one more change of size, made when the changes before it are finished.</summary>
    /// <param name="replicas">The number of replicas to come, 0 or more.</param>
    /// <param name="options">How replicas are found then, the quorum, and what else changes; left out, nothing unusual.</param>
    /// <returns>The longer plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="replicas"/> is negative, or the last ordinal would not fit into Kubernetes' 32 bits.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The options name an ordinal that the set has neither before nor after the change, or claims that are not the set's.
    /// </exception>
    /// <exception cref="InvalidOperationException">The plan ends with the deletion of the set.</exception>
    public ScalePlan Then(int replicas, ScaleOptions? options = null)
    {
        RequireSize(Last.Set, replicas, nameof(replicas));
        return Add(Last.Set.WithReplicas(replicas), options);
    }

    /// <summary>The same plan with one more change, made when nothing more happens by itself after the changes before it.</summary>
    /// <param name="after">The set as it shall be, of the same name and namespace.</param>
    /// <param name="options">How replicas are found then, the quorum, and what else changes; left out, nothing unusual.</param>
    /// <returns>The longer plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="after"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// It has another name or is in another namespace; or the options contradict the set.
    /// </exception>
    /// <exception cref="InvalidOperationException">The plan ends with the deletion of the set.</exception>
    public ScalePlan Then(StatefulSetInfo after, ScaleOptions? options = null)
    {
        RequireSameSet(Last.Set, after);
        return Add(after, options);
    }

    /// <summary>
    /// The same plan with one action by hand, and with what follows from it until nothing more happens by itself. No way out is
    /// taken then; <see cref="Following"/> goes on with one.
    /// </summary>
    /// <param name="help">The action by hand.</param>
    /// <param name="options">How replicas are found then; left out, as the plan knows them.</param>
    /// <returns>The plan with one more phase.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="help"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The set that is applied has another name or is in another namespace; or the options contradict the set.
    /// </exception>
    public ScalePlan Then(ScaleHelp help, ScaleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(help);
        options ??= new ScaleOptions();
        StatefulSetInfo set = Last.Phases[^1].Set;
        if (help.Set is { } after)
        {
            RequireSameSet(set, after);
        }

        ScaleRequirements.OfOptions(set, help.Set ?? set, options, Last.State);
        return With(Changes.Count - 1, ScaleChanges.Help(Last, help, options));
    }

    /// <summary>
    /// The plan that takes another way out. It is the same up to the point at which the way out is one, goes on with it, and with the first
    /// way out wherever it is stuck again. Changes that came after are left out.
    /// </summary>
    /// <param name="way">A way out of one of this plan's blocks.</param>
    /// <returns>The other plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="way"/> is null.</exception>
    /// <exception cref="ArgumentException">It is not a way out of any of this plan's blocks.</exception>
    public ScalePlan Following(ScaleWayOut way)
    {
        ArgumentNullException.ThrowIfNull(way);
        for (int index = 0; index < Changes.Count; index++)
        {
            IReadOnlyList<ScalePhase> phases = Changes[index].Phases;
            for (int end = 0; end < phases.Count; end++)
            {
                if (phases[end].Blocks.Any(block => block.WaysOut.Contains(way)))
                {
                    return With(index, ScaleChanges.Follow(Changes[index].With([.. phases.Take(end + 1)]), way));
                }
            }
        }

        throw new ArgumentException(
            $"The plan for StatefulSet \"{Set.Name}\" is not stuck at a block with this way out: \"{way}\". Take one of the WaysOut of its Blocks.", nameof(way));
    }

    /// <summary>The same plan with the deletion of the set, when the changes before it are finished.</summary>
    /// <param name="propagation">What becomes of pods and claims.</param>
    /// <param name="options">How replicas and claims are found then; left out, nothing unusual.</param>
    /// <returns>The longer plan.</returns>
    /// <exception cref="ArgumentException">The options contradict the set.</exception>
    /// <exception cref="InvalidOperationException">The plan ends with the deletion of the set.</exception>
    public ScalePlan ThenDeletion(DeletionPropagation propagation = DeletionPropagation.Background, ScaleOptions? options = null)
    {
        RequireNotDeleted();
        options ??= new ScaleOptions();
        ScaleRequirements.OfOptions(Last.Set, Last.Set.WithReplicas(0), options, Last.State);
        ScaleRequirements.OfDeletion(Last.Set, options);
        return new ScalePlan(Set, [.. Changes, ScaleChanges.PlanDeletion(Last.State, Last.Set, propagation, options)]);
    }

    /// <summary>
    /// The same plan with the creation of the set after its deletion: of the same name, it finds the claims that stayed, and the pods
    /// where the deletion left them.
    /// </summary>
    /// <param name="set">The set, of the same name and namespace.</param>
    /// <param name="options">How names and claims are found then, and whether the template is broken; left out, nothing unusual.</param>
    /// <returns>The longer plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is null.</exception>
    /// <exception cref="ArgumentException">It has another name or is in another namespace; or the options contradict the set.</exception>
    /// <exception cref="InvalidOperationException">The plan does not end with the deletion of the set.</exception>
    public ScalePlan ThenCreation(StatefulSetInfo set, ScaleOptions? options = null)
    {
        RequireSameSet(Last.Set, set);
        if (!Last.IsDeletion)
        {
            throw new InvalidOperationException(
                $"StatefulSet \"{Set.Name}\" exists at the end of the plan, so it cannot be created. Plan its deletion first (ThenDeletion), or a "
                + "change (Then).");
        }

        options ??= new ScaleOptions();
        ScaleRequirements.OfOptions(set.WithReplicas(0), set, options, Last.State);
        ScaleRequirements.OfCreation(set, options);
        return new ScalePlan(Set, [.. Changes, ScaleChanges.PlanCreation(Last.State, set, options)]);
    }

    /// <summary>
    /// The plan as text for a change request: the changes, their numbered steps, waits, claims, DNS names, Ready replicas and
    /// what is to be known, in lines that are separated by <c>\n</c>.
    /// </summary>
    /// <returns>The plan as text.</returns>
    public override string ToString() => ScalePlanText.Of(this);

    private ScaleChange Last => Changes[^1];

    private static ScalePlan Plan(StatefulSetInfo set, StatefulSetInfo before, StatefulSetInfo after, ScaleOptions? options)
    {
        options ??= new ScaleOptions();
        ClusterState state = ClusterState.Of(before);
        ScaleRequirements.OfOptions(before, after, options, state);
        return new ScalePlan(set, [ScaleChanges.Plan(state, before, after, options)]);
    }

    private ScalePlan Add(StatefulSetInfo after, ScaleOptions? options)
    {
        RequireNotDeleted();
        options ??= new ScaleOptions();
        ScaleRequirements.OfOptions(Last.Set, after, options, Last.State);
        return new ScalePlan(Set, [.. Changes, ScaleChanges.Plan(Last.State, Last.Set, after, options)]);
    }

    /// <summary>The plan with another change at an index, which is then its last.</summary>
    private ScalePlan With(int index, ScaleChange change) => new(Set, [.. Changes.Take(index), change]);

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
                + "set has its own pods and claims, and no data moves; plan its creation (Creation).",
                nameof(after));
        }
    }

    private void RequireNotDeleted()
    {
        if (Last.IsDeletion)
        {
            throw new InvalidOperationException(
                $"The plan ends with the deletion of StatefulSet \"{Set.Name}\"; nothing is left to change. Plan its creation "
                + "(ThenCreation).");
        }
    }
}
