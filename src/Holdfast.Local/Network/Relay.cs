using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Holdfast.Local.Network;

/// <summary>
/// Passes TCP connections on. While a connection is held, nothing passes and nothing is refused, as when packets are lost; what was sent
/// arrives when it is let go.
/// </summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Func<IPEndPoint?> _target;
    private readonly Func<Socket, Func<CancellationToken, Task>> _gate;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<Task, byte> _connections = new();
    private readonly Task _accepting;

    /// <summary>Begins to listen; throws a socket's exception where something else does.</summary>
    /// <param name="listen">Where it listens.</param>
    /// <param name="target">Where a connection leads; null where it is refused.</param>
    /// <param name="gate">Of a connection that was accepted: waits while nothing may pass.</param>
    public Relay(IPEndPoint listen, Func<IPEndPoint?> target, Func<Socket, Func<CancellationToken, Task>> gate)
    {
        _target = target;
        _gate = gate;
        _listener = new TcpListener(listen);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await _accepting.ConfigureAwait(false);
        await Task.WhenAll(_connections.Keys).ConfigureAwait(false);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync(_end.Token).ConfigureAwait(false);
                Task connection = Task.Run(() => ConnectAsync(socket));
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
            Func<CancellationToken, Task> gate = _gate(source);
            await gate(_end.Token).ConfigureAwait(false);
            if (_target() is not { } target)
            {
                // Refused, as kube-proxy does where no pod is ready.
                source.LingerState = new LingerOption(true, 0);
                return;
            }

            using var onward = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            source.NoDelay = true;
            await onward.ConnectAsync(target, _end.Token).ConfigureAwait(false);
            await Task.WhenAll(PumpAsync(source, onward, gate), PumpAsync(onward, source, gate)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            source.LingerState = new LingerOption(true, 0);
        }
    }

    private async Task PumpAsync(Socket from, Socket to, Func<CancellationToken, Task> gate)
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(buffer, _end.Token).ConfigureAwait(false)) > 0)
            {
                await gate(_end.Token).ConfigureAwait(false);
                for (int sent = 0; sent < count;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), _end.Token).ConfigureAwait(false);
                }
            }

            await gate(_end.Token).ConfigureAwait(false);
            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // One side has broken the connection, so the other loses it as well; only while nothing passes it does not hear of it.
            await gate(_end.Token).ConfigureAwait(false);
            from.Close(0);
            to.Close(0);
        }
    }
}
