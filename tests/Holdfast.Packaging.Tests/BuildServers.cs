using System.Collections.Concurrent;

namespace Holdfast.Packaging.Tests;

/// <summary>
/// MSBuild servers of these tests alone, as many as builds run at a time: a new MSBuild spends a second of processor time before it
/// builds anything. A build of a test finds what earlier builds left in its process, as in an editor.
/// </summary>
internal sealed class BuildServers
{
    /// <summary>The variable that keeps servers apart: a build reaches the one that has the same value.</summary>
    public const string Name = "MSBUILDNODEHANDSHAKESALT";

    private readonly string _run = Guid.NewGuid().ToString("N");
    private readonly ConcurrentBag<string> _free = [];
    private int _count;

    /// <summary>Whether a server can run a command: it has no console, and it is not used where a command asks for its own nodes.</summary>
    public static bool MayRun(string[] arguments) => arguments[0] is "build" or "clean" or "pack" or "publish";

    /// <summary>A server that no other build uses; it starts with its first build.</summary>
    public string Take() => _free.TryTake(out string? server) ? server : $"{_run}.{Interlocked.Increment(ref _count)}";

    public void Return(string? server)
    {
        if (server is not null)
        {
            _free.Add(server);
        }
    }

    /// <summary>Ends them all.</summary>
    public async Task ShutDownAsync(string directory)
    {
        while (_free.TryTake(out string? server))
        {
            await Dotnet.RunAsync(directory, new Dictionary<string, string> { [Name] = server }, "build-server", "shutdown", "--msbuild");
        }
    }
}
