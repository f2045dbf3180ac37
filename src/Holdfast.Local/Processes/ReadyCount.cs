namespace Holdfast.Local.Processes;

/// <summary>Counts how often pods of a cluster have become Ready: a container that ends may have waited for one of them. Safe for several threads.</summary>
internal sealed class ReadyCount
{
    private int _value;

    public int Value => Volatile.Read(ref _value);

    public void Add() => Interlocked.Increment(ref _value);
}
