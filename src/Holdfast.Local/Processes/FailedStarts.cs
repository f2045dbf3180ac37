namespace Holdfast.Local.Processes;

/// <summary>
/// Counts how often a container has ended by itself in a row and has not been Ready once. A pod of the cluster that has become Ready meanwhile may be what it
/// ended for, so the count begins again. Safe for several threads.
/// </summary>
internal sealed class FailedStarts(ReadyCount ready)
{
    private readonly object _gate = new();
    private bool _hasStarted;
    private int _count;
    private int _seen = ready.Value;

    /// <summary>How often it has ended so.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _seen == ready.Value ? _count : 0;
            }
        }
    }

    /// <summary>It is Ready, or has run for long: what ends it later is not its start.</summary>
    public void Started()
    {
        lock (_gate)
        {
            _hasStarted = true;
            _count = 0;
        }
    }

    /// <summary>It has ended by itself.</summary>
    public void Ended()
    {
        lock (_gate)
        {
            _count = _hasStarted ? 0 : _seen == ready.Value ? _count + 1 : 1;
            _seen = ready.Value;
        }
    }
}
