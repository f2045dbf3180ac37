using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Holdfast;
using Holdfast.Local.Member;

// A member for tests: answers HTTP on its port http, as simply as can be. Files in its claim say how it behaves.
string data = Environment.GetEnvironmentVariable("HOLDFAST_PATH_DATA") ?? "";
string Name(string variable) => Environment.GetEnvironmentVariable(variable) ?? "-";
string Variables() => string.Join('\n', Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(entry => $"{entry.Key}={entry.Value}"));
bool Has(string file) => data.Length > 0 && File.Exists(Path.Combine(data, file));

if (args is ["run", var yaml])
{
    await Runner.RunAsync(yaml);
}

if (args is ["env"])
{
    Console.WriteLine(Variables());
    Console.WriteLine("no more variables");
    return 0;
}

Console.WriteLine($"{Name("POD_NAME")} begins with {string.Join(' ', args)}");
if (args.Contains("crash"))
{
    await Console.Error.WriteLineAsync("nothing works here");
    return 7;
}

if (args.Contains("migrate"))
{
    string starts = Path.Combine(data, "starts");
    await File.AppendAllTextAsync(starts, Name("POD_NAME") + "\n");
    Console.WriteLine($"process {Environment.ProcessId}");
    if (Name("FAILURES") == "endless")
    {
        await Task.Delay(Timeout.Infinite);
    }

    if (int.TryParse(Name("FAILURES"), System.Globalization.CultureInfo.InvariantCulture, out int failures) && (await File.ReadAllLinesAsync(starts)).Length <= failures)
    {
        await Console.Error.WriteLineAsync("cannot migrate yet");
        return 3;
    }

    return 0;
}

if (args.Contains("child"))
{
    System.Diagnostics.Process.Start("sleep", "600");
}

using PosixSignalRegistration term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    if (args.Contains("stubborn"))
    {
        Console.WriteLine("asked to end, and does not");
        return;
    }

    Console.WriteLine("asked to end");
    Thread.Sleep(Has("slow") ? 300 : 0);
    Environment.Exit(0);
});

if (data.Length > 0)
{
    await File.AppendAllTextAsync(Path.Combine(data, "starts"), Name("POD_NAME") + "\n");
}

if (args.Contains("deaf"))
{
    await Task.Delay(Timeout.Infinite);
}

IPEndPoint listen = args.Contains("any")
    ? new IPEndPoint(IPAddress.Any, int.Parse(Name("PORT"), System.Globalization.CultureInfo.InvariantCulture))
    : args.Contains("web")
    ? new IPEndPoint(IPAddress.Parse(Name("HOLDFAST_LISTEN")), Name("HOLDFAST_PORT_HTTP") is var number and not "-" ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : 8080)
    : PodIdentity.Current(Shop.Set).ListenOn(Shop.Http);
var listener = new TcpListener(listen);
listener.Start();
Console.WriteLine($"listens on {listener.LocalEndpoint}");
while (true)
{
    TcpClient client = await listener.AcceptTcpClientAsync();
    _ = Task.Run(async () =>
    {
        try
        {
            using (client)
            {
                await AnswerAsync(client.GetStream());
            }
        }
        catch (IOException)
        {
            // A probe by TCP says nothing.
        }
    });
}

async Task AnswerAsync(NetworkStream stream)
{
    using var reader = new StreamReader(stream, leaveOpen: true);
    if (await reader.ReadLineAsync() is not { } request)
    {
        return;
    }

    string path = request.Split(' ')[1];
    (int status, string text) = path switch
    {
        "/live" => Has("dead") ? (500, "dead") : (200, "live"),
        "/ready" => Has("unready") || Name("BROKEN") == "1" ? (503, "unready") : (200, "ready"),
        "/env" => (200, Variables()),
        "/args" => (200, string.Join('\n', args)),
        "/name" => (200, Name("POD_NAME")),
        "/reach" => (200, await Peers.ReachAsync()),
        "/find" => (200, await Peers.FindAsync()),
        _ => (404, "nothing"),
    };
    byte[] body = Encoding.UTF8.GetBytes(text);
    byte[] head = Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n");
    await stream.WriteAsync((byte[])[.. head, .. body]);
}
