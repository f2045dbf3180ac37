namespace Holdfast;

/// <summary>One change of a set's size, and the steps that the controller takes for it.</summary>
public sealed class ScaleChange
{
    internal ScaleChange(int from, int to, IReadOnlyList<ScaleStep> steps)
    {
        From = from;
        To = to;
        Steps = steps;
    }

    /// <summary>The number of replicas before.</summary>
    public int From { get; }

    /// <summary>The number of replicas afterwards.</summary>
    public int To { get; }

    /// <summary>The steps, one after the other; none when the number stays the same.</summary>
    public IReadOnlyList<ScaleStep> Steps { get; }

    /// <summary>The two numbers, as in <c>3 → 5</c>.</summary>
    /// <returns>The two numbers.</returns>
    public override string ToString() => $"{Describe.Number(From)} → {Describe.Number(To)}";
}
