namespace Holdfast.Discovery;

/// <summary>When a watch asks again: soon after a change, twice as late each time there was none.</summary>
internal sealed class RefreshSchedule(DiscoveryOptions options)
{
    private TimeSpan _delay;

    /// <summary>How long to wait now.</summary>
    /// <param name="changed">Whether the last look-up brought something new.</param>
    /// <param name="negativeTime">
    /// For how long servers remember that something was not there. Before that is over they would only repeat themselves.
    /// </param>
    public TimeSpan Next(bool changed, TimeSpan? negativeTime)
    {
        _delay = changed || _delay == TimeSpan.Zero ? options.MinRefresh : Shorter(_delay * 2, options.MaxRefresh);
        TimeSpan forgotten = negativeTime is { } time ? time + DiscoveryOptionsCheck.NegativeMargin : TimeSpan.Zero;
        return Shorter(forgotten > _delay ? forgotten : _delay, options.MaxRefresh);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
