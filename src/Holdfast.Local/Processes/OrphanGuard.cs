using System.Diagnostics;
using System.Globalization;

namespace Holdfast.Local.Processes;

/// <summary>
/// Ends members when this process ends in whatever way. A shell waits at the end of a pipe that only this process holds open. When it
/// closes, the shell kills each process that has the cluster's mark in its environment (Linux), or whose number it has received (macOS). A mark is
/// inherited, so processes that members have started are found as well, and one that was being started at that very moment.
/// </summary>
internal sealed class OrphanGuard : IDisposable
{
    /// <summary>The environment variable with the mark.</summary>
    public const string Variable = "HOLDFAST_LOCAL_CLUSTER";

    // It takes no signal that a terminal sends to all. It looks until it finds nothing twice, as a process may be between fork and exec.
    private const string Script = """
        trap '' INT TERM HUP QUIT
        told=
        while read -r word; do told="$told $word"; done
        if [ -r /proc/self/environ ]; then
          empty=0; tries=0
          while [ $empty -lt 2 ] && [ $tries -lt 100 ]; do
            found=$(grep -l -s -F -e "$1" /proc/[0-9]*/environ)
            if [ -z "$found" ]; then empty=$((empty + 1)); else empty=0; fi
            for file in $found; do
              pid=${file#/proc/}
              kill -KILL "${pid%/environ}" 2>/dev/null
            done
            tries=$((tries + 1))
            sleep 0.05 2>/dev/null || sleep 1
          done
        else
          for pid in $told; do kill -KILL "$pid" 2>/dev/null; done
        fi
        if [ -n "$2" ]; then rm -rf -- "$2"; fi
        """;

    private readonly Process? _shell;

    /// <summary>Begins to watch.</summary>
    /// <param name="temporaryFolder">A folder that goes with the cluster; null where it stays.</param>
    public OrphanGuard(string? temporaryFolder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        start.ArgumentList.Add("holdfast-guard");
        start.ArgumentList.Add($"{Variable}={Mark}");
        start.ArgumentList.Add(temporaryFolder ?? "");

        // A cluster may run inside a member of another one, whose mark is not the guard's.
        start.Environment.Remove(Variable);
        _shell = Process.Start(start);
    }

    /// <summary>The mark of this cluster's members.</summary>
    public string Mark { get; } = Guid.NewGuid().ToString("N");

    /// <summary>A member has started.</summary>
    public void Watch(Process process)
    {
        if (_shell is null || OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            lock (_shell)
            {
                _shell.StandardInput.WriteLine(process.Id.ToString(CultureInfo.InvariantCulture));
                _shell.StandardInput.Flush();
            }
        }
        catch (IOException)
        {
            // The guard has ended; the cluster still ends its members itself.
        }
    }

    public void Dispose()
    {
        if (_shell is null)
        {
            return;
        }

        try
        {
            _shell.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended.
        }

        _shell.WaitForExit(TimeSpan.FromSeconds(10));
        _shell.Dispose();
    }
}
