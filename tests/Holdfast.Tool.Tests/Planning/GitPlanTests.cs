using System.Diagnostics;

namespace Holdfast.Tool.Tests.Planning;

/// <summary><c>holdfast plan git:revision:path</c>: a release as git has it.</summary>
public class GitPlanTests
{
    [Theory]
    [InlineData("git:main:deploy/")]
    [InlineData("git:main:deploy")]
    [InlineData("git:main:./deploy")]
    [InlineData("git:HEAD:deploy/orders.yaml")]
    [InlineData("git:v1:deploy")]
    public void ARevisionIsComparedWithTheWorkTree(string from)
    {
        using var run = Repository();
        run.File("deploy/orders.yaml", Release.With(("replicas: 3", "replicas: 5")));
        Assert.Equal(0, run.Run("plan", from, "deploy"));
        Assert.Contains("`spec.replicas`: `3` → `5`", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 changed, 0 added, 0 removed, 2 unchanged.", run.Output, StringComparison.Ordinal);
    }

    /// <summary>What a kustomization names outside of the path is read of the same revision.</summary>
    [Fact]
    public void BasesAreThoseOfTheRevision()
    {
        using var run = Repository();
        run.File("deploy/orders.yaml", Release.With(("replicas: 3", "replicas: 5")));
        Assert.Equal(0, run.Run("plan", "git:main:overlay", "overlay"));
        Assert.Contains("`spec.replicas`: `3` → `5`", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoRevisions()
    {
        using var run = Repository();
        run.File("deploy/orders.yaml", Release.With(("LEVEL: info", "LEVEL: Überblick")));
        Git(run, "commit", "-qam", "next");
        run.File("deploy/orders.yaml", "not: yaml: at all");
        Assert.Equal(0, run.Run("plan", "git:v1:deploy", "git:main:deploy"));
        Assert.Contains("`info` → `Überblick`", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("git:none:deploy", "git rev-parse failed: fatal: Needed a single revision")]
    [InlineData("git:main:none", "The revision 'main' has no 'none'.")]
    [InlineData("git:--all:deploy", "'--all' is not a revision of git.")]
    public void BadInput(string from, string message)
    {
        using var run = Repository();
        Assert.Equal(2, run.Run("plan", from, "deploy"));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderThatIsNoRepository()
    {
        Require();
        using var run = new ToolRun();
        Assert.Equal(2, run.File("deploy/orders.yaml", Release.Orders).Run("plan", "git:main:deploy", "deploy"));
        Assert.Contains("not a git repository", run.Error, StringComparison.Ordinal);
    }

    private static ToolRun Repository()
    {
        Require();
        ToolRun run = new ToolRun()
            .File("deploy/orders.yaml", Release.Orders)
            .File("deploy/kustomization.yaml", "resources: [orders.yaml]\n")
            .File("overlay/kustomization.yaml", "resources: [../deploy]\nnamePrefix: prod-\n");
        Git(run, "init", "-q", "-b", "main");
        Git(run, "add", "-A");
        Git(run, "commit", "-qm", "first");
        Git(run, "tag", "v1");
        return run;
    }

    private static void Require()
    {
        try
        {
            using Process git = Process.Start(new ProcessStartInfo("git", "--version") { RedirectStandardOutput = true })!;
            git.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("The program git is not installed.");
        }
    }

    private static void Git(ToolRun run, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "user.name=test", "-c", "user.email=test@example.test", "-c", "commit.gpgsign=false", .. arguments]) { WorkingDirectory = run.Folder, RedirectStandardError = true };
        using Process git = Process.Start(start)!;
        string error = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, error);
    }
}
