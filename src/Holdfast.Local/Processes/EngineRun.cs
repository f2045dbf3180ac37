using System.Diagnostics;
using System.Globalization;
using Holdfast.Local.Manifests;
using Holdfast.Local.Network;
using Holdfast.WellKnown;

namespace Holdfast.Local.Processes;

/// <summary>
/// A container's image in a container engine, Docker or Podman: its client runs in the foreground as any other program of a container, passes signals on, and ends with
/// the container. Containers of a cluster share a network, in which they know each other by the names that the cluster gives them.
/// </summary>
internal static class EngineRun
{
    private static readonly TimeSpan CommandTime = TimeSpan.FromSeconds(30);

    /// <summary>The name of a container, which is free again when its process has ended.</summary>
    public static string NameOf(OrphanGuard guard, Endpoint pod, ContainerSpec container) => $"{NetworkOf(guard.Mark)}-{pod.Namespace}-{pod.Pod}-{container.Name}";

    /// <summary>The name of a cluster's network.</summary>
    public static string NetworkOf(string mark) => $"holdfast-{mark[..12]}";

    /// <summary>The client's arguments; the values of variables are in its own environment.</summary>
    public static IEnumerable<string> Arguments(
        OrphanGuard guard, Endpoint pod, ContainerSpec container, IEnumerable<string> variables, IEnumerable<(string Folder, string Path)> mounts, IEnumerable<string> arguments)
    {
        if (container.Image is null)
        {
            throw new LocalClusterException($"Container \"{container.Name}\" of {pod.Pod} names no image, so there is nothing to run in a container engine. Name one, or a program.");
        }

        yield return "run";
        yield return "--rm";
        yield return $"--name={NameOf(guard, pod, container)}";
        yield return $"--label={OrphanGuard.Variable}={guard.Mark}";
        yield return $"--network={NetworkOf(guard.Mark)}";
        yield return $"--hostname={pod.Pod}";
        foreach (string name in Names(pod))
        {
            yield return $"--network-alias={name}";
        }

        foreach (string name in variables)
        {
            yield return $"--env={name}";
        }

        foreach ((string folder, string path) in mounts)
        {
            yield return $"--volume={folder}:{path}";
        }

        foreach (PortSpec port in container.Ports)
        {
            string actual = (pod.Port(port.Number.ToString(CultureInfo.InvariantCulture)) ?? port.Number).ToString(CultureInfo.InvariantCulture);
            yield return $"--publish={pod.Listens}:{actual}:{port.Number}/{(port.IsTcp ? "tcp" : "udp")}";
        }

        if (!container.Command.IsEmpty)
        {
            yield return $"--entrypoint={container.Command[0]}";
        }

        yield return container.Image;
        foreach (string argument in container.Command.Skip(1).Concat(arguments))
        {
            yield return argument;
        }
    }

    /// <summary>The names under which a pod's container is known in the network, as cluster DNS has them.</summary>
    private static IEnumerable<string> Names(Endpoint pod) => pod.Subdomain.Length == 0 ? [] :
    [
        $"{pod.Pod}.{pod.Subdomain}",
        $"{pod.Pod}.{pod.Subdomain}.{pod.Namespace}",
        $"{pod.Pod}.{pod.Subdomain}.{pod.Namespace}.{ClusterDomains.ServiceLabel}",
        $"{pod.Pod}.{pod.Subdomain}.{pod.Namespace}.{ClusterDomains.ServiceLabel}.{ClusterDomains.Default}",
        pod.Subdomain,
    ];

    /// <summary>Asks the engine for something and waits for it.</summary>
    /// <returns>What it wrote to its error output; null where it has done it.</returns>
    public static string? Do(string engine, params string[] arguments)
    {
        var start = new ProcessStartInfo(engine) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(CommandTime))
            {
                process.Kill();
                return $"no answer within {CommandTime.TotalSeconds:0} s";
            }

            output.Wait();
            return process.ExitCode == 0 ? null : error.Result.Trim() is { Length: > 0 } text ? text : $"it ended with {process.ExitCode}";
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return exception.Message;
        }
    }
}
