using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Holdfast.Discovery.Tests.Dns;

/// <summary>A clock that stands still until a test moves it, and says what is waited for.</summary>
internal sealed class ObservedTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _delays = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        _delays.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>The next wait, once it has begun.</summary>
    public ValueTask<TimeSpan> NextDelayAsync() => _delays.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Lets the next wait pass.</summary>
    public async Task<TimeSpan> PassAsync()
    {
        TimeSpan delay = await NextDelayAsync();
        Advance(delay);
        return delay;
    }
}
