using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Holdfast.Local.Processes;

/// <summary>
/// A job object of Windows: its processes, and those that they start, end when its last handle is closed, which the system does when the process that holds it
/// ends in whatever way.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed partial class JobObject : IDisposable
{
    /// <summary>JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE.</summary>
    private const uint KillOnClose = 0x2000;

    /// <summary>JobObjectExtendedLimitInformation.</summary>
    private const int ExtendedLimits = 9;

    private readonly SafeFileHandle _handle;

    public JobObject()
    {
        _handle = CreateJobObject(0, null);
        var limits = new JobLimits { Flags = KillOnClose };
        if (_handle.IsInvalid || !SetInformationJobObject(_handle, ExtendedLimits, in limits, (uint)Marshal.SizeOf<JobLimits>()))
        {
            int error = Marshal.GetLastPInvokeError();
            _handle.Dispose();
            throw new LocalClusterException(
                $"Windows gives no job object that would end the replicas together with this process: {new Win32Exception(error).Message} Nothing is started, as they would stay "
                + "when this process is killed. Run it outside a job that forbids nested ones (Windows 8 or later allows them).");
        }
    }

    /// <summary>A process belongs to the job; one that has just ended need not.</summary>
    public void Add(Process process)
    {
        if (!AssignProcessToJobObject(_handle, process.SafeHandle) && !process.HasExited)
        {
            var error = new Win32Exception(Marshal.GetLastPInvokeError());
            ProcessSignals.Kill(process);
            throw new LocalClusterException(
                $"Process {process.Id} could not be put into the cluster's job object: {error.Message} It is ended, as it would stay when this process is killed.", error);
        }
    }

    public void Dispose() => _handle.Dispose();

    [LibraryImport("kernel32", EntryPoint = "CreateJobObjectW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    private static partial SafeFileHandle CreateJobObject(nint attributes, string? name);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetInformationJobObject(SafeFileHandle job, int kind, in JobLimits limits, uint size);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool AssignProcessToJobObject(SafeFileHandle job, SafeProcessHandle process);
}
