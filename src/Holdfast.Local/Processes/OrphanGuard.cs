using System.Diagnostics;
using System.Globalization;

namespace Holdfast.Local.Processes;

/// <summary>
/// Ends members when this process ends in whatever way. On Windows they are in a job object. Elsewhere a shell waits at the end of a pipe that only this process
/// holds open. When it closes, the shell kills each process that has the cluster's mark in its environment (Linux), or whose number it has received (macOS), with
/// what that has started. A mark is inherited, so processes that members have started are found even where their parent has ended, and one that was being started
/// at that very moment.
/// </summary>
internal sealed class OrphanGuard : IDisposable
{
    /// <summary>The environment variable with the mark.</summary>
    public const string Variable = "HOLDFAST_LOCAL_CLUSTER";

    // It takes no signal that a terminal sends to all. It looks until it finds nothing twice, as a process may be between fork and exec.
    private const string Script = """
        trap '' INT TERM HUP QUIT
        told=' ' all=
        while read -r word; do
          case $word in
            -*) told=$(echo "$told" | sed "s/ ${word#-} / /") ;;
            *) told="$told$word " ;;
          esac
        done
        if [ "$3" = Marks ]; then
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
          told=$(echo $told)
          while [ -n "$told" ]; do
            next=
            for pid in $told; do
              kill -STOP "$pid" 2>/dev/null && next="$next $(pgrep -P "$pid" 2>/dev/null)"
              all="$all $pid"
            done
            told=$(echo $next)
          done
          for pid in $all; do kill -KILL "$pid" 2>/dev/null; done
        fi
        if [ -n "$2" ]; then rm -rf -- "$2"; fi
        """;

    private readonly GuardKind _kind;
    private readonly Process? _shell;
    private readonly IDisposable? _job;

    /// <summary>Begins to watch.</summary>
    /// <param name="temporaryFolder">A folder that goes with the cluster; null where it stays.</param>
    /// <param name="kind">How processes are found; left out, as this operating system allows.</param>
    public OrphanGuard(string? temporaryFolder, GuardKind? kind = null)
    {
        _kind = kind ?? KindOf(OperatingSystem.IsWindows(), OperatingSystem.IsLinux());
        if (OperatingSystem.IsWindows())
        {
            _job = new JobObject();
            return;
        }

        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        start.ArgumentList.Add("holdfast-guard");
        start.ArgumentList.Add($"{Variable}={Mark}");
        start.ArgumentList.Add(temporaryFolder ?? "");
        start.ArgumentList.Add(_kind.ToString());

        // A cluster may run inside a member of another one, whose mark is not the guard's.
        start.Environment.Remove(Variable);
        _shell = Process.Start(start);
    }

    /// <summary>The mark of this cluster's members.</summary>
    public string Mark { get; } = Guid.NewGuid().ToString("N");

    /// <summary>A member has started.</summary>
    /// <exception cref="LocalClusterException">It cannot be watched, and is ended.</exception>
    public void Watch(Process process)
    {
        if (OperatingSystem.IsWindows() && _job is JobObject job)
        {
            job.Add(process);
        }

        Tell(process.Id.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A member has ended, so that its number may be another process's.</summary>
    public void Forget(int processId) => Tell(string.Create(CultureInfo.InvariantCulture, $"-{processId}"));

    /// <summary>How processes are found on an operating system: only Linux lets a shell read the environment of all processes.</summary>
    public static GuardKind KindOf(bool windows, bool linux) => windows ? GuardKind.Job : linux ? GuardKind.Marks : GuardKind.Numbers;

    public void Dispose()
    {
        _job?.Dispose();
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

    private void Tell(string word)
    {
        if (_shell is null || _kind != GuardKind.Numbers)
        {
            return;
        }

        try
        {
            lock (_shell)
            {
                _shell.StandardInput.WriteLine(word);
                _shell.StandardInput.Flush();
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The guard has ended; the cluster still ends its members itself.
        }
    }
}
