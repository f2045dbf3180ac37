using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Holdfast.Local;
using Holdfast.Local.Tests;

// What a local cluster costs beside the same processes started by hand. "LocalCost [ROUNDS]" prints a table; nothing fails.
int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
string member = Path.Combine(AppContext.BaseDirectory.Replace(Path.Combine("tools", "LocalCost"), Path.Combine("tests", "Holdfast.Local.Member"), StringComparison.Ordinal), "Holdfast.Local.Member.dll");

await StartAsync("Parallel");
Report("three members by hand, all at once", await MeasureAsync(() => ByHandAsync(atOnce: true)));
Report("three members, Parallel", await MeasureAsync(() => StartAsync("Parallel")));
Report("three members by hand, one after the other", await MeasureAsync(() => ByHandAsync(atOnce: false)));
Report("three members, OrderedReady", await MeasureAsync(() => StartAsync("OrderedReady")));
long begun = Stopwatch.GetTimestamp();
await using (LocalCluster many = await LocalCluster.StartAsync([LocalApp.FromYaml(ShopManifest.Yaml(50, "Parallel", ShopManifest.TcpProbes), LocalCommand.Dotnet(member))]))
{
    Report("50 members of a trivial .NET program, Parallel", Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    int ready = many["shop"].Members.Count(found => found.IsReady);
    Console.WriteLine($"Ready: {ready} of 50");
    begun = Stopwatch.GetTimestamp();
}

Report("the end of 50 members", Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
return;

async Task<double> StartAsync(string policy)
{
    long start = Stopwatch.GetTimestamp();
    await using LocalCluster cluster = await LocalCluster.StartAsync([LocalApp.FromYaml(ShopManifest.Yaml(3, policy, ShopManifest.TcpProbes), LocalCommand.Dotnet(member))]);
    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}

async Task<double> ByHandAsync(bool atOnce)
{
    long start = Stopwatch.GetTimestamp();
    List<Process> processes = [];
    for (int i = 0; i < 3; i++)
    {
        processes.Add(Start(i));
        if (!atOnce)
        {
            await AnswersAsync(i);
        }
    }

    await Task.WhenAll(Enumerable.Range(0, 3).Select(AnswersAsync));
    double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    foreach (Process process in processes)
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    return time;
}

Process Start(int ordinal)
{
    var start = new ProcessStartInfo("dotnet", [member]) { RedirectStandardOutput = true };
    start.Environment["POD_NAME"] = $"shop-{ordinal}";
    start.Environment["POD_NAMESPACE"] = "default";
    start.Environment["HOLDFAST_LISTEN"] = $"127.200.1.{ordinal + 1}";
    return Process.Start(start)!;
}

async Task AnswersAsync(int ordinal)
{
    while (true)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Parse($"127.200.1.{ordinal + 1}"), 8080);
            return;
        }
        catch (SocketException)
        {
            await Task.Delay(10);
        }
    }
}

async Task<double> MeasureAsync(Func<Task<double>> measure)
{
    List<double> times = [];
    for (int i = 0; i < rounds; i++)
    {
        times.Add(await measure());
    }

    times.Sort();
    return times[times.Count / 2];
}

static void Report(string what, double milliseconds) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-50} {milliseconds,8:F0} ms"));
