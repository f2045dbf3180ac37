using System.Diagnostics;
using System.Net;

namespace Holdfast.Local.Tests;

/// <summary>Asks members, and looks for processes.</summary>
internal static class Members
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private static readonly StatefulSetInfo Set = new("shop") { Replicas = 3, ClaimTemplates = ["data"] };

    public static ServicePort Port { get; } = new(Set, "http", 8080, PortProtocol.Tcp);

    public static ClaimTemplate Data { get; } = new(Set, "data", "/data");

    public static Task<string> AskAsync(this LocalMember member, string path) => AskAsync(member.EndPoint(Port), path);

    public static async Task<string> AskAsync(IPEndPoint endPoint, string path)
    {
        using HttpResponseMessage response = await Http.GetAsync(new Uri($"http://{endPoint}{path}"), TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<Dictionary<string, string>> EnvironmentAsync(this LocalMember member) =>
        (await member.AskAsync("/env")).Split('\n').Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2).DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair[1]);

    public static void Write(this LocalMember member, string file) => File.WriteAllText(Path.Combine(member.PathOf(Data), file), "");

    public static void Delete(this LocalMember member, string file) => File.Delete(Path.Combine(member.PathOf(Data), file));

    public static async Task UntilAsync(Func<bool> condition, string what)
    {
        long begun = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(20), what);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Whether a process runs; one that has ended and is not yet reaped does not.</summary>
    public static bool Runs(int processId)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{processId}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
