using System.Net;
using System.Net.Sockets;
using Holdfast.Local.Network;

namespace Holdfast.Local.Tests;

/// <summary>A connection that is held is not broken: nothing passes, and what was sent arrives later.</summary>
public class RelayTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnOpenConnectionIsHeldAndGoesOn()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var open = new TaskCompletionSource();
        open.SetResult();
        TaskCompletionSource gate = open;
        await using Relay relay = Start(server, () => gate.Task, out IPEndPoint entrance);
        using var client = new TcpClient();
        await client.ConnectAsync(entrance, Cancellation);
        using TcpClient accepted = await server.AcceptTcpClientAsync(Cancellation);
        await client.GetStream().WriteAsync(new byte[] { 1 }, Cancellation);
        Assert.Equal(1, await ReadAsync(accepted));

        gate = new TaskCompletionSource();
        await client.GetStream().WriteAsync(new byte[] { 2 }, Cancellation);
        await accepted.GetStream().WriteAsync(new byte[] { 3 }, Cancellation);
        Task<int> there = ReadAsync(accepted);
        Task<int> back = ReadAsync(client);
        await Task.Delay(200, Cancellation);
        Assert.False(there.IsCompleted || back.IsCompleted, "something has passed");

        gate.SetResult();
        Assert.Equal((2, 3), (await there, await back));
    }

    [Fact]
    public async Task AConnectionThatIsOpenedMeanwhileWaits()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var gate = new TaskCompletionSource();
        await using Relay relay = Start(server, () => gate.Task, out IPEndPoint entrance);
        using var client = new TcpClient();
        await client.ConnectAsync(entrance, Cancellation);
        await Task.Delay(200, Cancellation);
        Assert.False(server.Pending());

        gate.SetResult();
        using TcpClient accepted = await server.AcceptTcpClientAsync(Cancellation);
        Assert.NotNull(accepted);
    }

    [Fact]
    public async Task WhereNothingListensAConnectionIsBroken()
    {
        await using Relay relay = Start(null, () => Task.CompletedTask, out IPEndPoint entrance);
        using var client = new TcpClient();

        // By the time that the client looks, it may already know.
        Exception broken = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await client.ConnectAsync(entrance, Cancellation);
            await client.GetStream().ReadExactlyAsync(new byte[1], Cancellation);
        });
        Assert.True(broken is SocketException or IOException, broken.ToString());
    }

    private static Relay Start(TcpListener? target, Func<Task> gate, out IPEndPoint entrance)
    {
        using var free = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        free.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        entrance = (IPEndPoint)free.LocalEndPoint!;
        free.Dispose();
        return new Relay(entrance, () => (IPEndPoint?)target?.LocalEndpoint, _ => token => gate().WaitAsync(token));
    }

    private static async Task<int> ReadAsync(TcpClient client)
    {
        byte[] buffer = new byte[1];
        await client.GetStream().ReadExactlyAsync(buffer, Cancellation);
        return buffer[0];
    }
}
