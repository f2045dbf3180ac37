using System.Diagnostics;
using Holdfast.Local;
using Microsoft.Extensions.Configuration;

namespace Holdfast.Aspire;

/// <summary>Finds the container engine that runs applications that are images, by the setting that Aspire itself has for it.</summary>
internal static class ContainerEngine
{
    private const string Setting = "ASPIRE_CONTAINER_RUNTIME";

    /// <summary>What stands in place of a container until the engine is known.</summary>
    public static LocalCommand Unknown { get; } = new("docker") { IsEngine = true };

    /// <summary>An application whose containers are images, each in the engine.</summary>
    public static LocalApp InEngine(LocalApp app) =>
        app.Spec.AllContainers.Skip(1).Aggregate(app, (whole, container) => whole.With(container.Name, Unknown));

    /// <summary>The command of the engine that answers.</summary>
    /// <param name="app">The application, for the message.</param>
    /// <param name="configuration">The AppHost's settings.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LocalClusterException">None does.</exception>
    public static async Task<string> FindAsync(LocalApp app, IConfiguration configuration, CancellationToken cancellationToken)
    {
        string[] engines = configuration[Setting] is { Length: > 0 } chosen ? [chosen] : ["docker", "podman"];
        var failures = new List<string>();
        foreach (string engine in engines)
        {
            if (await FailureAsync(engine, cancellationToken).ConfigureAwait(false) is not { } failure)
            {
                return engine;
            }

            failures.Add($"{engine}: {failure}");
        }

        throw new LocalClusterException(
            $"Container \"{app.Spec.Containers[0].Name}\" of StatefulSet \"{app.Set.Name}\" ({app.Source}) is the image {app.Spec.Containers[0].Image}, and no container engine answers "
            + $"({string.Join("; ", failures)}). Start Docker or Podman, or name a program that runs in its place: AddStatefulApp<…>(new {nameof(LocalCommand)}(\"path/to/program\")). "
            + $"Another engine is chosen with the setting {Setting}.");
    }

    private static async Task<string?> FailureAsync(string engine, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(engine) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("ps");
        start.ArgumentList.Add("--quiet");
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return process.ExitCode == 0 ? null : (await error.ConfigureAwait(false)).Trim() is { Length: > 0 } text ? text : $"it ends with {process.ExitCode}";
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return "it is not installed";
        }
    }
}
