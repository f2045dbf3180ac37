using System.Diagnostics;

namespace Holdfast.Local.Tests;

/// <summary>Nothing is left behind.</summary>
public class OrphanTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NoProcessAndNoTemporaryFolderOutlivesARunnerThatIsKilled()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks into /proc");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("holdfast-test-");
        try
        {
            string yaml = Path.Combine(folder.FullName, "shop.yaml");
            await File.WriteAllTextAsync(yaml, ShopManifest.Yaml(2, "Parallel"), Cancellation);
            LocalCommand command = ShopManifest.Command("run", yaml);
            var start = new ProcessStartInfo(command.FileName, command.Arguments) { RedirectStandardOutput = true };
            using Process runner = Process.Start(start)!;
            string? data = await runner.StandardOutput.ReadLineAsync(Cancellation);
            string? pids = await runner.StandardOutput.ReadLineAsync(Cancellation);
            int[] members = [.. pids!.Split(' ')[1..].Select(int.Parse)];
            Assert.Equal(2, members.Length);
            int[] all = [.. members, .. members.SelectMany(Children)];
            Assert.Equal(4, all.Length);
            Assert.All(all, process => Assert.True(Members.Runs(process)));
            Assert.True(Directory.Exists(data));

            runner.Kill();
            await runner.WaitForExitAsync(Cancellation);

            await Members.UntilAsync(() => !all.Any(Members.Runs), "members or their children still run");
            await Members.UntilAsync(() => !Directory.Exists(data), $"{data} is still there");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task NoProcessOutlivesAClusterWhoseStartFails()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks into /proc");
        List<string> lines = [];
        string yaml = ShopManifest.Yaml(1);
        LocalClusterOptions options = ShopManifest.Options() with { ReadyTimeout = TimeSpan.FromSeconds(1), Output = text => { lock (lines) { lines.Add(text); } } };

        await Assert.ThrowsAsync<LocalClusterException>(() => LocalCluster.StartAsync([ShopManifest.App(yaml, "deaf", "child")], options, Cancellation));

        Assert.Contains("cluster | shop-0 starts", lines);

        // A process that is killed needs a moment to end.
        await Members.UntilAsync(() => Marked().Length == 0, "a process of the cluster still runs");
    }

    /// <summary>Processes that members of this test have started and that still run.</summary>
    private static int[] Marked() =>
    [
        .. Processes().Where(process => Environment(process).Contains("HOLDFAST_LOCAL_CLUSTER=", StringComparison.Ordinal)
            && Environment(process).Contains("\0POD_NAME=shop-0", StringComparison.Ordinal)
            && Command(process).Contains("deaf", StringComparison.Ordinal)),
    ];

    private static IEnumerable<int> Processes() =>
        Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!, null));

    private static IEnumerable<int> Children(int parent) => Processes().Where(process => Text($"/proc/{process}/stat") is { Length: > 0 } stat
        && stat[(stat.LastIndexOf(')') + 4)..].Split(' ')[0] == parent.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string Environment(int process) => "\0" + Text($"/proc/{process}/environ");

    private static string Command(int process) => Text($"/proc/{process}/cmdline");

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
