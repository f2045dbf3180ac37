namespace Holdfast.Tool.Hosting;

/// <summary>
/// Keeps the heap small beside what is live: the collector goes by the size of the processor's cache, and on a large machine it would let
/// a run over a thousand files grow to several times of what they need. Observed with .NET 10 on 32 MB of cache: 134 MB, of which 19 MB live.
/// </summary>
internal sealed class SmallHeap : IDisposable
{
    /// <summary>So much garbage is collected, or half of what is live, so that a large run does not spend its time with it.</summary>
    private const long Step = 6L * 1024 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly CancellationTokenSource _stop = new();

    private readonly Thread _thread;

    public SmallHeap()
    {
        _thread = new Thread(Watch) { IsBackground = true, Name = "memory" };
        _thread.Start();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _thread.Join();
        _stop.Dispose();
    }

    private void Watch()
    {
        long live = GC.GetTotalMemory(forceFullCollection: false);
        while (!_stop.Token.WaitHandle.WaitOne(Pause))
        {
            if (GC.GetTotalMemory(forceFullCollection: false) - live > Math.Max(Step, live / 2))
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
                live = GC.GetTotalMemory(forceFullCollection: false);
            }
        }
    }
}
