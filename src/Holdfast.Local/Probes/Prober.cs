using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Holdfast.Local.Manifests;
using Holdfast.Local.Processes;

namespace Holdfast.Local.Probes;

/// <summary>Asks a container as the kubelet does. A probe says what is wrong, or null.</summary>
internal static class Prober
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.Zero,
        SslOptions = { RemoteCertificateValidationCallback = static (_, _, _, _) => true },
    })
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    };

    /// <summary>Asks once.</summary>
    /// <param name="action">How it asks.</param>
    /// <param name="target">What it asks.</param>
    /// <param name="timeout">After how long it has failed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What is wrong; null where nothing is.</returns>
    public static async Task<string?> AskAsync(ActionSpec action, ProbeTarget target, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            return action switch
            {
                { HttpPort: { } port } => await HttpAsync(action, target, target.PortOf(port), limit.Token).ConfigureAwait(false),
                { GrpcPort: { } port } => await GrpcAsync(action, target, target.PortOf(port), limit.Token).ConfigureAwait(false),
                { TcpPort: { } port } => await TcpAsync(target, target.PortOf(port), limit.Token).ConfigureAwait(false),
                { SleepSeconds: { } seconds } => await SleepAsync(seconds, limit.Token).ConfigureAwait(false),
                _ => await ExecAsync(action, target, limit.Token).ConfigureAwait(false),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"{Describe(action, target)} has not answered within {timeout.TotalSeconds:0.###} s";
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException or IOException or LocalClusterException)
        {
            return $"{Describe(action, target)}: {exception.Message}";
        }
    }

    /// <summary>The question in words.</summary>
    public static string Describe(ActionSpec action, ProbeTarget target) => action switch
    {
        { HttpPort: { } port } => $"GET {Url(action, target, target.PortOf(port))}",
        { GrpcPort: { } port } => $"gRPC health of {target.Address}:{target.PortOf(port)}",
        { TcpPort: { } port } => $"TCP connection to {target.Address}:{target.PortOf(port)}",
        { SleepSeconds: { } seconds } => $"sleep {seconds} s",
        _ => $"command {string.Join(' ', action.Command)}",
    };

    private static Uri Url(ActionSpec action, ProbeTarget target, int port) =>
        new($"{(action.Https ? "https" : "http")}://{action.Host ?? target.Address.ToString()}:{port}/{action.Path.TrimStart('/')}");

    private static async Task<string?> HttpAsync(ActionSpec action, ProbeTarget target, int port, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Url(action, target, port));
        request.Headers.ConnectionClose = true;
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("kube-probe", "1.36"));
        foreach ((string name, string value) in action.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return (int)response.StatusCode is >= 200 and < 400 ? null : $"{Describe(action, target)} answered {(int)response.StatusCode}";
    }

    private static async Task<string?> TcpAsync(ProbeTarget target, int port, CancellationToken cancellationToken)
    {
        using var socket = new Socket(target.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(target.Address, port), cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static async Task<string?> SleepAsync(int seconds, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static async Task<string?> ExecAsync(ActionSpec action, ProbeTarget target, CancellationToken cancellationToken)
    {
        if (action.Command.IsEmpty)
        {
            return null;
        }

        ProcessStartInfo start = target.Start();
        string[] command = [.. target.Inside, .. action.Command];
        start.FileName = command[0];
        start.ArgumentList.Clear();
        foreach (string argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        Process? started;
        try
        {
            started = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return $"{Describe(action, target)}: {exception.Message}";
        }

        using Process process = started!;
        try
        {
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return process.ExitCode == 0
                ? null
                : $"{Describe(action, target)} ended with {process.ExitCode}: {((await error.ConfigureAwait(false)) + (await output.ConfigureAwait(false))).Trim()}";
        }
        finally
        {
            ProcessSignals.Kill(process);
        }
    }

    /// <summary>The gRPC health protocol needs one message of one field, so no library for it.</summary>
    private static async Task<string?> GrpcAsync(ActionSpec action, ProbeTarget target, int port, CancellationToken cancellationToken)
    {
        byte[] service = Encoding.UTF8.GetBytes(action.GrpcService);
        byte[] message = service.Length == 0 ? [] : [0x0A, .. Varint(service.Length), .. service];
        byte[] frame = [0, (byte)(message.Length >> 24), (byte)(message.Length >> 16), (byte)(message.Length >> 8), (byte)message.Length, .. message];
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://{target.Address}:{port}/grpc.health.v1.Health/Check"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(frame),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TryAddWithoutValidation("TE", "trailers");
        using HttpResponseMessage response = await Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        string? status = Header(response.TrailingHeaders) ?? Header(response.Headers);

        // SERVING is 1 in the first field; a status that is 0 is left out of a message.
        bool serving = response.IsSuccessStatusCode && status is null or "0" && body.Length >= 7 && body[5] == 0x08 && body[6] == 1;
        return serving ? null : $"{Describe(action, target)} answered {(status is null or "0" ? "that it does not serve" : $"with status {status}")}";

        static string? Header(HttpResponseHeaders headers) => headers.TryGetValues("grpc-status", out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
    }

    private static IEnumerable<byte> Varint(int value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            yield return (byte)(value | 0x80);
        }

        yield return (byte)value;
    }
}
