namespace Holdfast;

/// <summary>What keeps a plan from going on by itself, and what helps.</summary>
public sealed class ScaleBlock
{
    internal ScaleBlock(BlockCause cause, IReadOnlySet<Pod> pods, string reason, IReadOnlyList<ScaleWayOut> waysOut)
    {
        Cause = cause;
        Pods = pods;
        Reason = reason;
        WaysOut = waysOut;
    }

    /// <summary>The kind of thing that is in the way.</summary>
    public BlockCause Cause { get; }

    /// <summary>The replicas that are in the way. Where there are two or more, it is enough that one of them moves.</summary>
    public IReadOnlySet<Pod> Pods { get; }

    /// <summary>What is in the way and what the controller makes of it, in words.</summary>
    public string Reason { get; }

    /// <summary>
    /// The ways out; each is enough. A plan goes on as after the first one; <see cref="ScalePlan.Following"/> goes on as
    /// after another.
    /// </summary>
    public IReadOnlyList<ScaleWayOut> WaysOut { get; }

    /// <summary>The reason.</summary>
    /// <returns>The reason.</returns>
    public override string ToString() => Reason;
}
