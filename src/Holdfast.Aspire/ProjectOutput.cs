using System.Diagnostics;
using System.Reflection;
using Aspire.Hosting;
using Holdfast.Local;

namespace Holdfast.Aspire;

/// <summary>Asks MSBuild what a project is built to.</summary>
internal static class ProjectOutput
{
    /// <summary>The command that runs a project's program, in the project's folder.</summary>
    /// <param name="project">The project.</param>
    /// <param name="configuration">The configuration that it is built in.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LocalClusterException">There is no program to run.</exception>
    public static async Task<LocalCommand> CommandAsync(IProjectMetadata project, string configuration, CancellationToken cancellationToken)
    {
        string path = project.ProjectPath;
        if (!File.Exists(path))
        {
            throw new LocalClusterException($"The project {path} does not exist, so there is nothing to run. Build the AppHost again; its list of projects is older than the solution.");
        }

        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { "msbuild", path, "-nologo", "-nodeReuse:false", "-getProperty:TargetPath", $"-property:Configuration={configuration}" })
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        string target = (await output.ConfigureAwait(false)).Trim();
        if (process.ExitCode != 0)
        {
            throw new LocalClusterException($"MSBuild does not say what {path} is built to: {target} {await error.ConfigureAwait(false)}".TrimEnd());
        }

        if (target.Length == 0)
        {
            throw new LocalClusterException(
                $"{path} is built for several target frameworks, so it is not known which program to run. Name one: AddStatefulApp<…>(LocalCommand.Dotnet(\"path/to/App.dll\")).");
        }

        return File.Exists(target)
            ? LocalCommand.Dotnet(target) with { WorkingDirectory = Path.GetDirectoryName(path) }
            : throw new LocalClusterException(
                $"{target} is not there: {path} is not built in the configuration {configuration}. Build it, or reference it from the AppHost, which then builds it.");
    }

    /// <summary>The configuration that an AppHost is built in, which its projects are as well.</summary>
    public static string ConfigurationOf(Assembly? appHost) =>
        (appHost ?? Assembly.GetEntryAssembly())?.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration is { Length: > 0 } configuration ? configuration : "Debug";
}
