namespace Holdfast;

/// <summary>Where a plan is stuck for good, and what gets it out.</summary>
public sealed class ScaleBlock
{
    internal ScaleBlock(BlockCause cause, IReadOnlySet<Pod> pods, string reason, IReadOnlyList<string> waysOut)
    {
        Cause = cause;
        Pods = pods;
        Reason = reason;
        WaysOut = waysOut;
    }

    /// <summary>The kind of thing that is in the way.</summary>
    public BlockCause Cause { get; }

    /// <summary>The members that are in the way. Where there are two or more, it is enough that one of them moves.</summary>
    public IReadOnlySet<Pod> Pods { get; }

    /// <summary>What is in the way and what the controller makes of it, in words.</summary>
    public string Reason { get; }

    /// <summary>
    /// What somebody can do, in words, each by itself. The plan goes on as after the first one.
    /// </summary>
    public IReadOnlyList<string> WaysOut { get; }

    /// <summary>The reason.</summary>
    /// <returns>The reason.</returns>
    public override string ToString() => Reason;
}
