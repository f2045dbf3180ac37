using System.Diagnostics;
using System.Text;

namespace Holdfast.Packaging.Tests;

/// <summary>Runs the SDK's command line and leaves no process behind.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>The pipe of the compiler server that builds use; null where each build starts its own compiler.</summary>
    public static string? CompilerServer { get; set; }

    /// <summary>Runs a command that has to succeed.</summary>
    public static Task<string> RunAsync(string directory, params string[] arguments) => RunAsync(directory, new Dictionary<string, string>(), arguments);

    /// <inheritdoc cref="RunAsync(string, string[])"/>
    /// <param name="directory">Where it runs.</param>
    /// <param name="environment">Variables that it has beside those of the tests.</param>
    /// <param name="arguments">The command line.</param>
    public static async Task<string> RunAsync(string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var (exitCode, output) = await TryAsync(directory, arguments, environment);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
        return output;
    }

    /// <summary>Runs a command that has to fail.</summary>
    public static async Task<string> FailAsync(string directory, params string[] arguments)
    {
        var (exitCode, output) = await TryAsync(directory, arguments);
        Assert.True(exitCode != 0, $"dotnet {string.Join(' ', arguments)} succeeded:\n{output}");
        return output;
    }

    private static async Task<(int ExitCode, string Output)> TryAsync(string directory, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The tests may run inside an MSBuild, which tells its children where its own files are.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        // What is run plays a member on a developer's machine, wherever the tests run.
        foreach (var name in new[] { "KUBERNETES_SERVICE_HOST", "POD_NAME", "POD_NAMESPACE", "POD_ORDINAL" })
        {
            start.Environment.Remove(name);
        }

        start.Environment["HOLDFAST_ORDINAL"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["UseSharedCompilation"] = CompilerServer is null ? "false" : "true";
        if (CompilerServer is { } pipe)
        {
            start.Environment["SharedCompilationId"] = pipe;
        }

        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, e) => Append(e.Data);
        process.ErrorDataReceived += (_, e) => Append(e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, output.ToString());

        void Append(string? line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }
}
