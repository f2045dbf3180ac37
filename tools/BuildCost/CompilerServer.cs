using System.Diagnostics;
using System.Reflection;

namespace Holdfast.Tools.BuildCost;

/// <summary>How builds come by a compiler: each starts one, or all share one that no other build uses.</summary>
internal sealed class CompilerServer(bool shared, string directory) : IDisposable
{
    private readonly string _name = Guid.NewGuid().ToString("N");
    private Process? _process;
    private bool _ended;

    public string[] Arguments => shared
        ? ["-p:UseSharedCompilation=true", "-p:SharedCompilationId=" + _name]
        : ["-p:UseSharedCompilation=false"];

    /// <summary>What the server has taken of the processors, in milliseconds; 0 without one and where the system does not say it.</summary>
    public double ProcessorTime
    {
        get
        {
            if (!shared || !OperatingSystem.IsLinux())
            {
                return 0;
            }

            _process ??= Process.GetProcessesByName("dotnet").Concat(Process.GetProcessesByName("VBCSCompiler")).FirstOrDefault(IsOurs);
            _process?.Refresh();
            return _process?.TotalProcessorTime.TotalMilliseconds ?? 0;
        }
    }

    public void Dispose()
    {
        if (shared && !_ended)
        {
            _ended = true;
            Dotnet.Run(directory, Path.Combine(Compiler(), "VBCSCompiler.dll"), "-shutdown", "-pipename:" + _name);
        }
    }

    private static string Compiler() => Path.Combine(
        typeof(CompilerServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "SdkCompiler").Value!,
        "bincore");

    private bool IsOurs(Process process)
    {
        string commandLine = $"/proc/{process.Id}/cmdline";
        return File.Exists(commandLine) && File.ReadAllText(commandLine).Contains("-pipename:" + _name, StringComparison.Ordinal);
    }
}
