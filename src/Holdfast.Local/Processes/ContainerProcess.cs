using System.ComponentModel;
using System.Diagnostics;

namespace Holdfast.Local.Processes;

/// <summary>One run of a container's program.</summary>
internal sealed class ContainerProcess : IDisposable
{
    /// <summary>How long what a process wrote last is waited for; one that it has started may hold its output open.</summary>
    private static readonly TimeSpan OutputTime = TimeSpan.FromMilliseconds(250);

    private readonly Process _process;
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _output;

    private ContainerProcess(Process process, OrphanGuard guard, Action<string> line)
    {
        int id = process.Id;
        _process = process;
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) =>
        {
            guard.Forget(id);
            _exited.TrySetResult();
        };
        _output = Task.WhenAll(ReadAsync(process.StandardOutput, line), ReadAsync(process.StandardError, line));
        if (_process.HasExited)
        {
            _exited.TrySetResult();
        }
    }

    public int Id => _process.Id;

    /// <summary>Completes when the process has ended.</summary>
    public Task Exited => _exited.Task;

    public int ExitCode => _process.ExitCode;

    public static ContainerProcess Start(ProcessStartInfo start, OrphanGuard guard, Action<string> line)
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        ProcessSignals.Prepare(start);
        Process process;
        try
        {
            process = Process.Start(start) ?? throw new Win32Exception();
        }
        catch (Exception exception) when (exception is Win32Exception or IOException or InvalidOperationException)
        {
            throw new LocalClusterException(
                $"\"{start.FileName}\" could not be started in {(start.WorkingDirectory.Length > 0 ? start.WorkingDirectory : Environment.CurrentDirectory)}: {exception.Message}. "
                + "Build the program, or correct its path or working directory.",
                exception);
        }

        guard.Watch(process);
        process.StandardInput.Close();
        return new ContainerProcess(process, guard, line);
    }

    public void Terminate() => ProcessSignals.Terminate(_process);

    public void Kill() => ProcessSignals.Kill(_process);

    public void Freeze() => ProcessSignals.Freeze(_process);

    public void Thaw() => ProcessSignals.Thaw(_process);

    /// <summary>Waits for what it wrote last.</summary>
    public async Task FlushAsync() => await Task.WhenAny(_output, Task.Delay(OutputTime)).ConfigureAwait(false);

    public void Dispose() => _process.Dispose();

    private static async Task ReadAsync(StreamReader reader, Action<string> line)
    {
        try
        {
            while (await reader.ReadLineAsync().ConfigureAwait(false) is { } text)
            {
                line(text);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The process is gone.
        }
    }
}
