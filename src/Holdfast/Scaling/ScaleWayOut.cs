namespace Holdfast;

/// <summary>One way to continue a plan that is stuck; <see cref="ScalePlan.Following"/> plans what comes then.</summary>
public sealed class ScaleWayOut
{
    internal ScaleWayOut(string text, params ScaleHelp[] helps)
    {
        Text = text;
        Helps = helps;
    }

    /// <summary>What is done, in words.</summary>
    public string Text { get; }

    /// <summary>What is done, one thing after the other; each begins a phase.</summary>
    public IReadOnlyList<ScaleHelp> Helps { get; }

    /// <summary>What is done, in words.</summary>
    /// <returns>What is done, in words.</returns>
    public override string ToString() => Text;
}
