using System.Runtime.InteropServices;

namespace Holdfast.Local.Processes;

/// <summary>JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h; all but the flags is 0, which means no limit.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct JobLimits
{
    public long ProcessTime;
    public long JobTime;
    public uint Flags;
    public nuint SmallestWorkingSet;
    public nuint LargestWorkingSet;
    public uint ActiveProcesses;
    public nuint Affinity;
    public uint Priority;
    public uint Scheduling;
    public ulong ReadOperations;
    public ulong WriteOperations;
    public ulong OtherOperations;
    public ulong ReadBytes;
    public ulong WrittenBytes;
    public ulong OtherBytes;
    public nuint ProcessMemory;
    public nuint JobMemory;
    public nuint PeakProcessMemory;
    public nuint PeakJobMemory;
}
