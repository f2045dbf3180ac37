namespace Holdfast.Local.Member;

/// <summary>Runs a cluster of this very program, for tests that kill the runner.</summary>
internal static class Runner
{
    public static async Task RunAsync(string yaml)
    {
        LocalApp app = LocalApp.FromYaml(await File.ReadAllTextAsync(yaml), LocalCommand.Dotnet(typeof(Runner).Assembly.Location, "child"));
        LocalCluster cluster = await LocalCluster.StartAsync([app]);
        Console.WriteLine(cluster.Directory);
        Console.WriteLine("pids " + string.Join(' ', cluster.Sets[0].Members.Select(member => member.ProcessId)));
        await Task.Delay(Timeout.Infinite);
    }
}
