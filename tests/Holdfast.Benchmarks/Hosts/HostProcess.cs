using System.Diagnostics;
using System.Text.Json;
using Holdfast.Benchmarks.Plain;

namespace Holdfast.Benchmarks.Hosts;

/// <summary>This program in a new process, with one compiler. Its measurements come back as text.</summary>
internal static class HostProcess
{
    /// <summary>What the process is told to do: to measure, and to print the measurements instead of tables.</summary>
    public const string Argument = "--measure";

    public static List<Measurement> Measure(RoslynHost host, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = Start([.. host.Folder is { } folder ? new[] { HostContext.Argument, folder } : [], .. arguments]);
        using Process child = Process.Start(start)!;
        string answer = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0
            ? JsonSerializer.Deserialize<List<Measurement>>(answer)!
            : throw new InvalidOperationException($"Measuring in Roslyn {host.Version} ended with {child.ExitCode}.");
    }

    /// <summary>How to start this program again. What it prints is read.</summary>
    public static ProcessStartInfo Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(HostProcess).Assembly.Location);
        }

        // Under a tracer a child would wait for another tracer.
        start.Environment.Remove("DOTNET_DiagnosticPorts");
        start.ArgumentList.Add("--plain");
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
