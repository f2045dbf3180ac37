namespace Holdfast;

/// <summary>
/// One action by hand, where a set does not go on by itself or in the middle of a change. Made by the static
/// methods; <see cref="ScalePlan.Then(ScaleHelp, ScaleOptions?)"/> plans what follows from it. Immutable.
/// </summary>
public sealed record ScaleHelp
{
    private ScaleHelp(ScaleHelpKind kind, int? ordinal = null)
    {
        Kind = kind;
        Ordinal = ordinal;
    }

    /// <summary>What is done.</summary>
    public ScaleHelpKind Kind { get; }

    /// <summary>The ordinal of the replica that it is done for, or <see langword="null"/> where it is done for the set.</summary>
    public int? Ordinal { get; }

    /// <summary>What happens to the pod template.</summary>
    public TemplateChange Template { get; private init; }

    /// <summary>The set that is applied, or <see langword="null"/> where it stays as it is.</summary>
    public StatefulSetInfo? Set { get; private init; }

    /// <summary>A replica's pod is fixed, so that it becomes Ready. Nothing happens where it is Ready already.</summary>
    /// <param name="ordinal">The replica's ordinal, 0 or more.</param>
    /// <returns>The help.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is negative.</exception>
    public static ScaleHelp MakeReady(int ordinal) => new(ScaleHelpKind.MakeReady, RequireOrdinal(ordinal));

    /// <summary>A replica's pod is deleted with its own grace period: <c>kubectl delete pod</c>.</summary>
    /// <param name="ordinal">The replica's ordinal, 0 or more.</param>
    /// <returns>The help.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is negative.</exception>
    public static ScaleHelp DeletePod(int ordinal) => new(ScaleHelpKind.DeletePod, RequireOrdinal(ordinal));

    /// <summary>What holds a pod that is being deleted is removed: a finalizer, or a node that does not answer.</summary>
    /// <param name="ordinal">The replica's ordinal, 0 or more.</param>
    /// <returns>The help.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is negative.</exception>
    public static ScaleHelp Release(int ordinal) => new(ScaleHelpKind.Release, RequireOrdinal(ordinal));

    /// <summary>A pod is removed without waiting for its node: <c>kubectl delete pod --grace-period=0 --force</c>. It may go on running.</summary>
    /// <param name="ordinal">The replica's ordinal, 0 or more.</param>
    /// <returns>The help.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is negative.</exception>
    public static ScaleHelp Force(int ordinal) => new(ScaleHelpKind.Force, RequireOrdinal(ordinal));

    /// <summary>The pod that has a replica's name and is not the set's is deleted.</summary>
    /// <param name="ordinal">The replica's ordinal, 0 or more.</param>
    /// <returns>The help.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is negative.</exception>
    public static ScaleHelp FreeName(int ordinal) => new(ScaleHelpKind.FreeName, RequireOrdinal(ordinal));

    /// <summary>What holds a claim that is being deleted is removed.</summary>
    /// <param name="ordinal">The replica's ordinal, 0 or more.</param>
    /// <returns>The help.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is negative.</exception>
    public static ScaleHelp FreeClaim(int ordinal) => new(ScaleHelpKind.FreeClaim, RequireOrdinal(ordinal));

    /// <summary>A pod template is applied, or the one before is applied again.</summary>
    /// <param name="template">What happens to the template.</param>
    /// <returns>The help.</returns>
    public static ScaleHelp Apply(TemplateChange template) => new(ScaleHelpKind.Apply) { Template = template };

    /// <summary>The set is applied with other values than the change asked for, such as another number of replicas.</summary>
    /// <param name="set">The set as it is to be.</param>
    /// <param name="template">Whether the pod template changes as well.</param>
    /// <returns>The help.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is null.</exception>
    public static ScaleHelp Apply(StatefulSetInfo set, TemplateChange template = TemplateChange.None)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new(ScaleHelpKind.Apply) { Set = set, Template = template };
    }

    /// <summary>The set is changed without effect, so that the controller looks at it again.</summary>
    /// <returns>The help.</returns>
    public static ScaleHelp Touch() => new(ScaleHelpKind.Touch);

    private static int RequireOrdinal(int ordinal) => Require.NotNegative(ordinal, "ordinal of a replica", nameof(ordinal));
}
