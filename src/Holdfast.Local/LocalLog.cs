namespace Holdfast.Local;

/// <summary>The last lines that a member wrote, of all its processes. Safe for several threads.</summary>
public sealed class LocalLog
{
    /// <summary>What lines begin with that the cluster writes.</summary>
    private const string Own = "[holdfast]";

    private const int MostLines = 10_000;

    private readonly Queue<string> _lines = new();
    private readonly Action<string>? _output;
    private readonly string _name;
    private Action<string>? _followers;

    internal LocalLog(string name, Action<string>? output)
    {
        _name = name;
        _output = output;
    }

    /// <summary>The lines, the oldest first; of a long log the last 10,000.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>The last lines as one text.</summary>
    /// <param name="lines">How many lines, 0 or more.</param>
    /// <returns>The lines, separated by <c>\n</c>.</returns>
    public string Tail(int lines) => string.Join('\n', Lines.TakeLast(lines));

    /// <summary>All lines as one text.</summary>
    /// <returns>The lines, separated by <c>\n</c>.</returns>
    public override string ToString() => string.Join('\n', Lines);

    /// <summary>Hands over the lines that are there, and then each one as it is written.</summary>
    internal void Follow(Action<string> follower)
    {
        lock (_lines)
        {
            foreach (string line in _lines)
            {
                follower(line);
            }

            _followers += follower;
        }
    }

    /// <summary>The last lines that its processes wrote, as one text.</summary>
    internal string Output(int lines) => string.Join('\n', Lines.Where(static line => !line.StartsWith(Own, StringComparison.Ordinal)).TakeLast(lines));

    /// <summary>Adds what the cluster says about it.</summary>
    internal void Say(string text) => Add($"{Own} {text}");

    internal void Add(string line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line);
            _followers?.Invoke(line);
            if (_lines.Count > MostLines)
            {
                _lines.Dequeue();
            }
        }

        try
        {
            _output?.Invoke($"{_name} | {line}");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ObjectDisposedException)
        {
            // The writer of a test that has ended takes no more lines; the member's log still has them.
        }
    }
}
