using System.Diagnostics;
using System.Globalization;

namespace Holdfast.Tool.Hosting;

/// <summary>A line on a terminal that says how far a long run is; short runs and redirected output have none.</summary>
internal sealed class ProgressLine(ToolHost host) : IDisposable
{
    private static readonly TimeSpan Before = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private TimeSpan _next = Before;
    private int _length;

    /// <summary>Shows a step.</summary>
    /// <param name="what">What is done, such as <c>Reading</c>.</param>
    /// <param name="done">How many are done.</param>
    /// <param name="all">How many there are.</param>
    public void Show(string what, int done, int all)
    {
        if (!host.ErrorIsTerminal || _time.Elapsed < _next)
        {
            return;
        }

        lock (_lock)
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"{what} {done} of {all} …");
            host.Error.Write("\r" + text.PadRight(_length));
            host.Error.Flush();
            _length = Math.Max(_length, text.Length);
            _next = _time.Elapsed + Between;
        }
    }

    /// <summary>Removes the line.</summary>
    public void Dispose()
    {
        if (_length > 0)
        {
            host.Error.Write("\r" + new string(' ', _length) + "\r");
            host.Error.Flush();
        }
    }
}
