using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Holdfast.Local.Processes;

/// <summary>
/// Signals, where the operating system has them. On Windows a process is asked to end by Ctrl+Break, which .NET shows as SIGQUIT and its hosts take as a request
/// to stop; it needs a separate process group, and a console that it shares with this process.
/// </summary>
internal static partial class ProcessSignals
{
    private const int Term = 15;
    private const uint CtrlBreak = 1;

    /// <summary>ProcessStartInfo.CreateNewProcessGroup, which .NET has since version 10.</summary>
    private static readonly PropertyInfo? NewGroup = typeof(ProcessStartInfo).GetProperty("CreateNewProcessGroup");

    /// <summary>Whether a process on Windows can be asked to end: where this runtime can give it a process group.</summary>
    public static bool CanAskOnWindows => NewGroup is { CanWrite: true } && NewGroup.PropertyType == typeof(bool);

    /// <summary>Makes it possible that a process is asked to end.</summary>
    public static void Prepare(ProcessStartInfo start)
    {
        if (OperatingSystem.IsWindows() && CanAskOnWindows)
        {
            NewGroup!.SetValue(start, true);
        }
    }

    /// <summary>Asks a process to end, as the kubelet does. One that cannot be asked is killed.</summary>
    public static void Terminate(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            // Without a separate group, the event would reach this process as well.
            if (!CanAskOnWindows || process.HasExited || !GenerateConsoleCtrlEvent(CtrlBreak, (uint)process.Id))
            {
                Kill(process);
            }
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

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GenerateConsoleCtrlEvent(uint kind, uint processGroup);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int processId, int signal);
}
