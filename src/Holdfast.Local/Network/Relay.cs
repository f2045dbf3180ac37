using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Holdfast.Local.Network;

/// <summary>
/// Passes TCP connections on. While it is held, nothing passes and nothing is refused, as when packets are lost; what was sent arrives
/// when it is let go.
/// </summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Func<IPEndPoint?> _target;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<Task, byte> _connections = new();
    private readonly Task _accepting;
    private volatile TaskCompletionSource _open = Opened();

    /// <summary>Begins to listen; throws a socket's exception where something else does.</summary>
    public Relay(IPEndPoint listen, Func<IPEndPoint?> target)
    {
        _target = target;
        _listener = new TcpListener(listen);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Whether nothing passes.</summary>
    public bool IsHeld
    {
        get => !_open.Task.IsCompleted;
        set
        {
            if (value && _open.Task.IsCompleted)
            {
                _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
            else if (!value)
            {
                _open.TrySetResult();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await _accepting.ConfigureAwait(false);
        await Task.WhenAll(_connections.Keys).ConfigureAwait(false);
        _end.Dispose();
    }

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync(_end.Token).ConfigureAwait(false);
                Task connection = ConnectAsync(socket);
                _connections[connection] = 0;
                _ = connection.ContinueWith(ended => _connections.TryRemove(ended, out _), TaskScheduler.Default);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The relay ends.
        }
    }

    private async Task ConnectAsync(Socket from)
    {
        using Socket source = from;
        try
        {
            await _open.Task.WaitAsync(_end.Token).ConfigureAwait(false);
            if (_target() is not { } target)
            {
                // Refused, as kube-proxy does where no pod is ready.
                source.LingerState = new LingerOption(true, 0);
                return;
            }

            using var onward = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            source.NoDelay = true;
            await onward.ConnectAsync(target, _end.Token).ConfigureAwait(false);
            await Task.WhenAll(PumpAsync(source, onward), PumpAsync(onward, source)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            source.LingerState = new LingerOption(true, 0);
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(buffer, _end.Token).ConfigureAwait(false)) > 0)
            {
                await _open.Task.WaitAsync(_end.Token).ConfigureAwait(false);
                for (int sent = 0; sent < count;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), _end.Token).ConfigureAwait(false);
                }
            }

            await _open.Task.WaitAsync(_end.Token).ConfigureAwait(false);
            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // One side has broken the connection, so the other loses it as well; only while nothing passes it does not hear of it.
            await _open.Task.WaitAsync(_end.Token).ConfigureAwait(false);
            from.Close(0);
            to.Close(0);
        }
    }
}
