using System.Diagnostics;
using System.Reflection;

namespace Holdfast.Tools.BuildCost;

/// <summary>The compiler's server of a build, where it uses one.</summary>
internal sealed class CompilerServer(CompilerUse use, string directory) : IDisposable
{
    private string _name = NewName();
    private Process? _process;
    private bool _hasEnded;

    public string[] Arguments => use == CompilerUse.OwnProcess
        ? ["-p:UseSharedCompilation=false"]
        : ["-p:UseSharedCompilation=true", "-p:SharedCompilationId=" + _name];

    /// <summary>What the server has taken of the processors, in milliseconds; 0 without one and where the system does not say it.</summary>
    public double ProcessorTime
    {
        get
        {
            if (use == CompilerUse.OwnProcess || !OperatingSystem.IsLinux())
            {
                return 0;
            }

            _process ??= Process.GetProcessesByName("dotnet").Concat(Process.GetProcessesByName("VBCSCompiler")).FirstOrDefault(IsOurs);
            _process?.Refresh();
            return _process?.TotalProcessorTime.TotalMilliseconds ?? 0;
        }
    }

    /// <summary>Called before each build: the server of the build before ends where each has one for itself.</summary>
    public void BeginBuild()
    {
        if (use == CompilerUse.NewServer)
        {
            End();
            _name = NewName();
            _process = null;
        }
    }

    public void Dispose()
    {
        if (use != CompilerUse.OwnProcess && !_hasEnded)
        {
            _hasEnded = true;
            End();
        }
    }

    private void End() => Dotnet.Run(directory, Path.Combine(Compiler(), "VBCSCompiler.dll"), "-shutdown", "-pipename:" + _name);

    private static string NewName() => Guid.NewGuid().ToString("N");

    private static string Compiler() => Path.Combine(
        typeof(CompilerServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "SdkCompiler").Value!,
        "bincore");

    private bool IsOurs(Process process)
    {
        string commandLine = $"/proc/{process.Id}/cmdline";
        return File.Exists(commandLine) && File.ReadAllText(commandLine).Contains("-pipename:" + _name, StringComparison.Ordinal);
    }
}
