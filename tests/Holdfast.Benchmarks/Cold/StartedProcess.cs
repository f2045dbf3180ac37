using System.Diagnostics;
using System.Globalization;

namespace Holdfast.Benchmarks.Cold;

/// <summary>A process whose cost is read while it runs, since the system forgets it at the end.</summary>
internal static class StartedProcess
{
    private const double BytesInMegabyte = 1024 * 1024;

    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs <c>dotnet</c> to its end; what it prints is shown only where it fails.</summary>
    public static ProcessCost Run(string directory, params IEnumerable<string> arguments)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Start(directory, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        (double processor, double peak) = (0, 0);
        while (!process.WaitForExit(Often))
        {
            // One that is ending has its times still, and no memory any more.
            (double Processor, double Peak) now = Read(process) ?? default;
            (processor, peak) = (Math.Max(processor, now.Processor), Math.Max(peak, now.Peak));
        }

        double wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return process.ExitCode == 0
            ? new ProcessCost(wall, processor, peak)
            : throw new InvalidOperationException($"dotnet {string.Join(' ', process.StartInfo.ArgumentList)} ended with {process.ExitCode}:\n{output.Result}");
    }

    public static Process Start(string directory, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, WorkingDirectory = directory };

        // Under a tracer a child would wait for another tracer.
        start.Environment.Remove("DOTNET_DiagnosticPorts");
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        // What is measured is the compiler as the SDK starts it, and not as this project runs.
        start.Environment.Remove("DOTNET_TieredPGO");
        return Process.Start(start)!;
    }

    /// <summary>Processor time in milliseconds and the peak of memory in megabytes, so far; null where it has just ended.</summary>
    public static (double Processor, double Peak)? Read(Process process)
    {
        try
        {
            process.Refresh();
            return (process.TotalProcessorTime.TotalMilliseconds, process.PeakWorkingSet64 / BytesInMegabyte);
        }
        catch (Exception exception) when (exception is InvalidOperationException or NotSupportedException or System.ComponentModel.Win32Exception or IOException)
        {
            return null;
        }
    }

    public static string Number(double value) => value.ToString("F0", CultureInfo.InvariantCulture);
}
