using System.Diagnostics;
using System.Globalization;
using System.Net.NetworkInformation;

namespace Holdfast.Samples.Ledger;

/// <summary>A member as a process of this machine; it ends with its owner, however that ends.</summary>
internal sealed class MemberProcess(Pod pod, int firstPort, DirectoryInfo data) : IDisposable
{
    private Process? _process;
    private bool _asked;

    public string Name => pod.Name;

    public Uri Address { get; } =
        new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", MemberAddresses.DevelopmentPort(firstPort, pod.Ordinal, 0)).Uri;

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>The exit code of a member that ended without being asked to; null otherwise.</summary>
    public int? Failure => !_asked && _process is { HasExited: true } process ? process.ExitCode : null;

    /// <summary>A process for each declared member, not yet started, on free ports.</summary>
    public static MemberProcess[] OnFreePorts(DirectoryInfo folder)
    {
        int[] used = [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port)];
        // By chance, so that two demonstrations at once do not choose the same; below the ports that systems give to connections.
        int number = 2 * Ledger.Pods.Count;
        int first = Enumerable.Range(0, 100)
            .Select(_ => Random.Shared.Next(20000, 32000 - number))
            .First(port => !used.Any(other => other >= port && other < port + number));
        return [.. Ledger.Pods.Select(pod => new MemberProcess(pod, first, folder.CreateSubdirectory(Ledger.Data.ClaimName(pod))))];
    }

    public void Start()
    {
        _process?.Dispose();
        _asked = false;
        string assembly = typeof(MemberProcess).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [assembly, "member"]) { RedirectStandardInput = true, UseShellExecute = false };
        start.Environment["HOLDFAST_ORDINAL"] = pod.Ordinal.ToString(CultureInfo.InvariantCulture);
        start.Environment[MemberAddresses.PortVariable] = firstPort.ToString(CultureInfo.InvariantCulture);
        start.Environment[MemberAddresses.DataVariable] = data.FullName;
        start.Environment[Member.StopWithInputVariable] = "1";
        // Members warn of each one that is gone, which is what happens here on purpose.
        start.Environment["Logging__LogLevel__Default"] = nameof(LogLevel.Error);
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{Name} could not be started.");
    }

    /// <summary>As the kernel does it when memory is short: no time to do anything.</summary>
    public void Kill()
    {
        _asked = true;
        _process?.Kill();
        _process?.WaitForExit();
    }

    /// <summary>As the kubelet does it: asks, and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(CancellationToken token)
    {
        _asked = true;
        _process!.StandardInput.Close();
        await _process.WaitForExitAsync(token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (IsRunning)
        {
            Kill();
        }

        _process?.Dispose();
    }
}
