using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Holdfast.Local.Processes;

/// <summary>Signals, where the operating system has them. Windows has none: a process is ended there without being asked.</summary>
internal static partial class ProcessSignals
{
    private const int Term = 15;

    /// <summary>Asks a process to end, as the kubelet does.</summary>
    public static void Terminate(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            Kill(process);
        }
        else
        {
            Send(process, Term);
        }
    }

    /// <summary>Stops a process where it is; it holds its connections and answers nothing.</summary>
    public static void Freeze(Process process)
    {
        RequireSignals("frozen");
        Send(process, OperatingSystem.IsMacOS() ? 17 : 19);
    }

    /// <summary>Lets a frozen process go on.</summary>
    public static void Thaw(Process process)
    {
        RequireSignals("thawed");
        Send(process, OperatingSystem.IsMacOS() ? 19 : 18);
    }

    /// <summary>Ends a process and those that it has started, at once.</summary>
    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or AggregateException or System.ComponentModel.Win32Exception)
        {
            // It has ended, or one of those that it has started has.
        }
    }

    private static void RequireSignals(string what)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException($"Windows has no signal by which a process is {what}. Run the test on Linux or macOS.");
        }
    }

    private static void Send(Process process, int signal)
    {
        if (!process.HasExited)
        {
            _ = Signal(process.Id, signal);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int processId, int signal);
}
