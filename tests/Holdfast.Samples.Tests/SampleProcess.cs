using System.Diagnostics;
using Holdfast.Tests.Shared;

namespace Holdfast.Samples.Tests;

/// <summary>Runs a sample as a user does: its own process, without arguments, until it ends.</summary>
internal static class SampleProcess
{
    // Beyond the time that a sample gives itself, so that its own words are what a failure shows.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(7);

    public static async Task<(int ExitCode, string Output)> RunAsync(string sample, CancellationToken cancellationToken)
    {
        // From its own output folder, built together with these tests: beside them it has others' libraries.
        var output = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string assembly = Path.Combine(
            RepositoryPaths.Root, "samples", sample, "bin", output.Parent!.Name, output.Name, sample + ".dll");
        var start = new ProcessStartInfo("dotnet", [assembly])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Remove("HOLDFAST_ORDINAL");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> text = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await text + await errors);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
