namespace Holdfast.Local;

/// <summary>
/// How long a container that ended waits before it starts again: not at all the first time, then <see cref="First"/>, then twice as
/// long each time. The kubelet waits 10 s to 5 min; the defaults here are shorter. Immutable.
/// </summary>
public sealed record RestartBackOff
{
    /// <summary>The wait before the second restart; default 0.2 s (the kubelet: 10 s).</summary>
    public TimeSpan First { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait; default 5 s (the kubelet: 5 min).</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a container runs for its earlier ends to be forgotten; default 30 s (the kubelet: 10 min).</summary>
    public TimeSpan ForgetAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait before a restart.</summary>
    /// <param name="restart">Which restart it is, the first is 0.</param>
    internal TimeSpan Wait(int restart) => restart == 0
        ? TimeSpan.Zero
        : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks * (1L << Math.Min(restart - 1, 20))));
}
