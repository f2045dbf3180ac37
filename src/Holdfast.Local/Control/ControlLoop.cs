using System.Threading.Channels;

namespace Holdfast.Local.Control;

/// <summary>Runs what concerns one set one after the other.</summary>
internal sealed class ControlLoop : IAsyncDisposable
{
    private readonly Channel<Action> _work = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _running;
    private readonly Action _failed;
    private Exception? _failure;

    /// <param name="failed">Told once something has gone wrong that nothing waits for.</param>
    public ControlLoop(Action failed)
    {
        _failed = failed;
        _running = Task.Run(RunAsync);
    }

    /// <summary>What went wrong first in something that nothing waits for; the loop goes on.</summary>
    public Exception? Failure => Volatile.Read(ref _failure);

    /// <summary>Something has gone wrong that nothing waits for.</summary>
    public void Fail(Exception exception)
    {
        if (Interlocked.CompareExchange(ref _failure, exception, null) is null)
        {
            _failed();
        }
    }

    /// <summary>Does something later; nothing once the loop has ended.</summary>
    public void Post(Action action) => _work.Writer.TryWrite(() =>
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    });

    /// <summary>Does something and waits for it.</summary>
    public Task<T> DoAsync<T>(Func<T> action)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        bool taken = _work.Writer.TryWrite(() =>
        {
            try
            {
                done.SetResult(action());
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        });
        return taken ? done.Task : Task.FromException<T>(new ObjectDisposedException(nameof(LocalCluster)));
    }

    public async ValueTask DisposeAsync()
    {
        _work.Writer.TryComplete();
        await _running.ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        await foreach (Action action in _work.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            action();
        }
    }
}
