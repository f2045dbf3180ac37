using System.Net;
using System.Net.Sockets;
using Holdfast.Local;

namespace Holdfast.Testing;

/// <summary>Connects to where a cluster's names lead. Connections are not kept: a member may be another process by the next request.</summary>
internal sealed class ClusterHandler : DelegatingHandler
{
    private readonly LocalCluster _cluster;

    public ClusterHandler(LocalCluster cluster)
    {
        _cluster = cluster;
        InnerHandler = new SocketsHttpHandler
        {
            ConnectCallback = ConnectAsync,
            PooledConnectionLifetime = TimeSpan.Zero,
            UseProxy = false,
        };
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        DnsEndPoint asked = context.DnsEndPoint;
        EndPoint target = _cluster.Find(asked.Host, asked.Port) is { } found ? found : asked;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, cancellationToken).ConfigureAwait(false);

            // .NET 10 asks for it outside of what makes an HttpRequestException of a broken connection. Once known, it stays known.
            _ = socket.RemoteEndPoint;
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
