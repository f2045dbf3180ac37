using System.Runtime.InteropServices;

namespace Holdfast.Tools.BuildCost;

/// <summary>What ended processes of ours, and theirs, took of the processors.</summary>
internal static partial class ChildProcesses
{
    private const int Children = -1;

    // struct rusage begins with two pairs of seconds and microseconds, user and system, and has 14 more numbers.
    private const int Numbers = 18;

    /// <summary>In milliseconds; 0 where the system does not say it.</summary>
    public static unsafe double ProcessorTime
    {
        get
        {
            if (!OperatingSystem.IsLinux())
            {
                return 0;
            }

            long* usage = stackalloc long[Numbers];
            return GetUsage(Children, usage) == 0 ? ((usage[0] + usage[2]) * 1000) + ((usage[1] + usage[3]) / 1000.0) : 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static unsafe partial int GetUsage(int who, long* usage);
}
