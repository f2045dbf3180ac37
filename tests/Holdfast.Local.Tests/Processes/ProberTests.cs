using System.Diagnostics;
using System.Net;
using Holdfast.Local.Manifests;
using Holdfast.Local.Probes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Holdfast.Local.Tests.Processes;

/// <summary>Probes ask as the kubelet does.</summary>
public class ProberTests
{
    [Theory]
    [InlineData("/200", null)]
    [InlineData("/302", null)]
    [InlineData("/404", "answered 404")]
    [InlineData("/503", "answered 503")]
    [InlineData("/slow", "has not answered within 0.3 s")]
    public async Task HttpPassesWith200To399(string path, string? expected)
    {
        await using Server server = await Server.StartAsync(HttpProtocols.Http1);

        await ExpectAsync(new ActionSpec { HttpPort = server.Port, Path = path, Headers = [("X-Test", "1")] }, expected);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("down", "answered that it does not serve")]
    [InlineData("unknown", "answered with status 5")]
    public async Task GrpcPassesWhereTheServiceServes(string service, string? expected)
    {
        await using Server server = await Server.StartAsync(HttpProtocols.Http2);

        await ExpectAsync(new ActionSpec { GrpcPort = server.Port, GrpcService = service }, expected);
    }

    [Fact]
    public async Task TcpPassesWhereSomethingListens()
    {
        int port;
        await using (Server server = await Server.StartAsync(HttpProtocols.Http1))
        {
            port = server.Port;
            await ExpectAsync(new ActionSpec { TcpPort = port }, null);
        }

        await ExpectAsync(new ActionSpec { TcpPort = port }, $"TCP connection to 127.0.0.1:{port}: ");
        await ExpectAsync(new ActionSpec { HttpPort = port }, $"GET http://127.0.0.1:{port}/: ");
    }

    [Theory]
    [InlineData("test \"$COLOUR\" = green", null)]
    [InlineData("echo no disk; exit 3", "ended with 3: no disk")]
    [InlineData("exec sleep 5", "has not answered within 0.3 s")]
    public async Task ACommandPassesWith0(string script, string? expected) =>
        await ExpectAsync(new ActionSpec { Command = ["sh", "-c", script] }, expected);

    [Fact]
    public async Task ACommandThatIsNotThereFails() => await ExpectAsync(new ActionSpec { Command = ["no-such-command"] }, "command no-such-command: ");

    private static async Task ExpectAsync(ActionSpec action, string? expected)
    {
        var target = new ProbeTarget(IPAddress.Loopback, port => port, () =>
        {
            var start = new ProcessStartInfo();
            start.Environment["COLOUR"] = "green";
            return start;
        });
        string? failure = await Prober.AskAsync(action, target, TimeSpan.FromSeconds(expected?.Contains("within", StringComparison.Ordinal) == true ? 0.3 : 5), TestContext.Current.CancellationToken);

        if (expected is null)
        {
            Assert.Null(failure);
        }
        else
        {
            Assert.Contains(expected, failure, StringComparison.Ordinal);
        }
    }

    /// <summary>Answers HTTP and gRPC's health protocol.</summary>
    private sealed class Server(WebApplication app) : IAsyncDisposable
    {
        public int Port => new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

        public static async Task<Server> StartAsync(HttpProtocols protocols)
        {
            WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
            WebApplication app = builder.Build();
            app.MapGet("/slow", () => Task.Delay(5000));
            app.MapGet("/{status:int}", (int status, HttpRequest request) => Results.StatusCode(request.Headers["X-Test"] == "1" ? status : 400));
            app.MapPost("/grpc.health.v1.Health/Check", async context =>
            {
                byte[] asked = new byte[64];
                int length = await context.Request.Body.ReadAtLeastAsync(asked, 64, throwOnEndOfStream: false);
                string service = length > 7 ? System.Text.Encoding.UTF8.GetString(asked, 7, length - 7) : "";
                context.Response.ContentType = "application/grpc";
                if (service == "unknown")
                {
                    context.Response.Headers["grpc-status"] = "5";
                    return;
                }

                await context.Response.Body.WriteAsync((byte[])[0, 0, 0, 0, 2, 8, (byte)(service.Length == 0 ? 1 : 2)]);
                context.Response.AppendTrailer("grpc-status", "0");
            });
            await app.StartAsync();
            return new Server(app);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
