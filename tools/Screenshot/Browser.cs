using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Holdfast.Tools.Screenshot;

/// <summary>Chromium without a window, driven by its DevTools protocol.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly TimeSpan Drawing = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Still = TimeSpan.FromSeconds(3);

    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private readonly ClientWebSocket _socket = new();
    private int _last;

    private Browser(Process process, DirectoryInfo profile)
    {
        _process = process;
        _profile = profile;
    }

    public static async Task<Browser> StartAsync()
    {
        DirectoryInfo profile = Directory.CreateTempSubdirectory("screenshot-");
        Process process = Process.Start(
            "chromium",
            ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-port=0", $"--user-data-dir={profile.FullName}", "about:blank"]);
        var browser = new Browser(process, profile);

        // The browser writes the port that it has chosen into its profile.
        string port = Path.Combine(profile.FullName, "DevToolsActivePort");
        while (!File.Exists(port) || (await File.ReadAllLinesAsync(port)).Length < 2)
        {
            await Task.Delay(100);
        }

        using var http = new HttpClient();
        JsonNode pages = JsonNode.Parse(await http.GetStringAsync(new Uri($"http://127.0.0.1:{(await File.ReadAllLinesAsync(port))[0]}/json/list")))!;
        string address = pages.AsArray().First(page => (string?)page!["type"] == "page")!["webSocketDebuggerUrl"]!.GetValue<string>();
        await browser._socket.ConnectAsync(new Uri(address), CancellationToken.None);
        return browser;
    }

    /// <summary>Opens a page and waits until it should be drawn.</summary>
    public async Task OpenAsync(Uri url, int width, int height)
    {
        await SendAsync("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        await SendAsync("Page.navigate", new JsonObject { ["url"] = url.AbsoluteUri });
        await Task.Delay(Drawing);
    }

    /// <summary>Runs a script in the page, and waits until what it does should be drawn.</summary>
    public async Task RunAsync(string script)
    {
        await SendAsync("Runtime.evaluate", new JsonObject { ["expression"] = script, ["awaitPromise"] = true });
        await Task.Delay(Still);
    }

    /// <summary>What is seen, as PNG.</summary>
    public async Task<byte[]> PictureAsync() => Convert.FromBase64String((string)(await SendAsync("Page.captureScreenshot", []))["data"]!);

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _profile.Delete(recursive: true);
    }

    private async Task<JsonNode> SendAsync(string method, JsonObject parameters)
    {
        int id = ++_last;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        while (true)
        {
            using var answer = new MemoryStream();
            var buffer = new byte[1 << 16];
            WebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer, CancellationToken.None);
                answer.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);

            JsonNode node = JsonNode.Parse(answer.ToArray())!;
            if ((int?)node["id"] == id)
            {
                return node["result"] ?? throw new InvalidOperationException($"{method}: {node["error"]}");
            }
        }
    }
}
