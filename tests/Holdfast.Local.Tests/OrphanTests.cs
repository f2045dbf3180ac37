using System.Diagnostics;
using System.Runtime.InteropServices;
using Holdfast.Local.Processes;

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

    [Fact]
    public async Task NoProcessAndNoTemporaryFolderOutlivesATestThatFails()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks into /proc");
        int[] all = [];
        string data = "";

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(ShopManifest.Yaml(2, "Parallel"), "child")], ShopManifest.Options(), Cancellation);
            int[] members = [.. cluster["shop"].Members.Select(member => member.ProcessId!.Value)];
            all = [.. members, .. members.SelectMany(Children)];
            data = cluster.Directory;
            Assert.True(Directory.Exists(data));
            throw new InvalidOperationException("what a failed assertion does");
        });

        Assert.Equal(4, all.Length);
        Assert.False(Directory.Exists(data));
        await Members.UntilAsync(() => !all.Any(Members.Runs), "members or their children still run");
    }

    [Fact]
    public async Task WhereEnvironmentsCannotBeReadTheGuardKnowsProcessesByTheirNumbers()
    {
        // As on macOS; what a process has started is found where pgrep is.
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/pgrep"), "needs /proc and pgrep");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("holdfast-test-");
        var guard = new OrphanGuard(folder.FullName, GuardKind.Numbers);
        using Process process = Process.Start(new ProcessStartInfo("sh", ["-c", "sleep 600 & wait"]))!;
        using Process other = Process.Start("sleep", "600");
        guard.Watch(other);
        guard.Watch(process);
        guard.Forget(other.Id);
        await Members.UntilAsync(() => Children(process.Id).Any(), "it has started nothing");
        int child = Children(process.Id).Single();

        guard.Dispose();

        Assert.False(Directory.Exists(folder.FullName));
        await Members.UntilAsync(() => !Members.Runs(process.Id) && !Members.Runs(child), "a process still runs");
        Assert.True(Members.Runs(other.Id));
        other.Kill();
    }

    [Theory]
    [InlineData(true, false, nameof(GuardKind.Job))]
    [InlineData(false, true, nameof(GuardKind.Marks))]
    [InlineData(false, false, nameof(GuardKind.Numbers))]
    public void EachSystemHasAGuard(bool windows, bool linux, string expected) => Assert.Equal(expected, OrphanGuard.KindOf(windows, linux).ToString());

    [Fact]
    public void WhatWindowsNeedsIsThere()
    {
        // The size of JOBOBJECT_EXTENDED_LIMIT_INFORMATION on 64 bits; Windows refuses any other.
        Assert.Equal(144, Marshal.SizeOf<JobLimits>());
        Assert.Equal(16, (int)Marshal.OffsetOf<JobLimits>(nameof(JobLimits.Flags)));
        Assert.Equal(Environment.Version.Major >= 10, ProcessSignals.CanAskOnWindows);
    }

    /// <summary>Processes that members of this test have started and that still run.</summary>
    private static int[] Marked() =>
    [
        .. Processes().Where(process => EnvironmentOf(process).Contains("HOLDFAST_LOCAL_CLUSTER=", StringComparison.Ordinal)
            && EnvironmentOf(process).Contains("\0POD_NAME=shop-0", StringComparison.Ordinal)
            && Command(process).Contains("deaf", StringComparison.Ordinal)),
    ];

    private static IEnumerable<int> Processes() =>
        Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!, null));

    private static IEnumerable<int> Children(int parent) => Processes().Where(process => Text($"/proc/{process}/stat") is { Length: > 0 } stat
        && stat[(stat.LastIndexOf(')') + 4)..].Split(' ')[0] == parent.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string EnvironmentOf(int process) => "\0" + Text($"/proc/{process}/environ");

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
