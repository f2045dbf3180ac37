using System.Diagnostics;

namespace Holdfast.Tool.Tests.Planning;

/// <summary>The script that grows claims, run by bash with a <c>kubectl</c> that keeps its cluster in files.</summary>
public class GrowthScriptTests
{
    /// <summary>
    /// A cluster of three claims of 10Gi and one set. It notes each change that it is asked for, and the file <c>fail</c> says before
    /// which of them it breaks down.
    /// </summary>
    private const string Kubectl = """
        #!/usr/bin/env bash
        set -euo pipefail
        cd "$CLUSTER"
        [ "${1:-}" = --namespace ] && shift 2
        change() {
          if [ -f fail ] && [ "$(cat fail)" = "$*" ]; then rm fail; echo "connection lost" >&2; exit 1; fi
          echo "$*" >> calls
        }
        case "$1 $2" in
          'get persistentvolumeclaims') ls claims ;;
          'get persistentvolumeclaim')
            case "$4 $5" in
              *spec.resources*) cat "claims/$3" ;;
              *status.capacity*) cat "claims/$3" ;;
              *status.phase*) cat phase ;;
              *storageClassName*) echo fast ;;
              *conditions*|*allocated*) ;;
            esac ;;
          'get storageclass') cat expands ;;
          'get statefulset')
            [ -f set ] || exit 0
            case "$*" in
              *metadata.name}*) echo orders ;;
              *Revision*) echo orders-1 ;;
              *) cat set ;;
            esac ;;
          'patch persistentvolumeclaim') change "patch $3"; echo 20Gi > "claims/$3" ;;
          'delete statefulset') change "delete $3 $4"; rm set ;;
          'apply --dry-run=client') ;;
          'apply '*) change "apply ${*:2}"; echo 20Gi > set ;;
          *) echo "unknown: $*" >&2; exit 9 ;;
        esac
        """;

    private static readonly string[] AllSteps = ["patch data-orders-0", "patch data-orders-1", "patch data-orders-10", "delete orders --cascade=orphan", "apply -f deploy"];

    [Fact]
    public void ClaimsGrowFirstAndThenTheSetIsRecreated()
    {
        using var run = new ToolRun();
        Cluster(run);
        Assert.Equal((0, ""), Run(run));
        Assert.Equal(AllSteps, Calls(run));
    }

    /// <summary>Wherever it stops, the next run does the rest, and no step twice.</summary>
    [Fact]
    public void AStoppedScriptGoesOn()
    {
        foreach (string step in AllSteps)
        {
            using var run = new ToolRun();
            Cluster(run);
            run.File("cluster/fail", step);
            (int code, string error) = Run(run);
            Assert.NotEqual(0, code);
            Assert.Contains("connection lost", error, StringComparison.Ordinal);
            Assert.Equal(AllSteps.TakeWhile(other => other != step), Calls(run));
            Assert.Equal((0, ""), Run(run));
            Assert.Equal(AllSteps, Calls(run));
        }
    }

    /// <summary>A third run finds everything done.</summary>
    [Fact]
    public void AFinishedScriptDoesNothing()
    {
        using var run = new ToolRun();
        Cluster(run);
        Run(run);
        Assert.Equal((0, ""), Run(run));
        Assert.Equal(AllSteps, Calls(run));
    }

    [Theory]
    [InlineData("cluster/expands", "", "does not allow expansion")]
    [InlineData("cluster/phase", "Pending", "only a claim that is Bound can grow")]
    [InlineData("cluster/claims/data-orders-1", "1.5Gi", "is not a whole number of bytes")]
    public void NothingIsChangedWhereAClaimCannotGrow(string file, string text, string message)
    {
        using var run = new ToolRun();
        Cluster(run);
        run.File(file, text);
        (int code, string error) = Run(run);
        Assert.Equal(1, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Empty(Calls(run));
    }

    [Fact]
    public void OtherManifestsAreArguments()
    {
        using var run = new ToolRun();
        Cluster(run);
        Assert.Equal((0, ""), Run(run, "-k", "other folder"));
        Assert.Equal("apply -k other folder", Calls(run)[^1]);
    }

    /// <summary>What comes from a revision or from standard input has no path, so the script asks for one.</summary>
    [Fact]
    public void ManifestsWithoutAPathAreAskedFor()
    {
        using var run = new ToolRun();
        Cluster(run, "-");
        (int code, string error) = Run(run);
        Assert.Equal((1, "stopped: name the manifests, such as -k deploy\n"), (code, error));
        Assert.Equal((0, ""), Run(run, "-k", "deploy"));
    }

    private static void Cluster(ToolRun run, string to = "deploy")
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is for bash.");
        string after = Release.With(("storage: 10Gi", "storage: 20Gi"));
        run.File("released/o.yaml", Release.Orders).File("deploy/o.yaml", after).Input(after);
        Assert.Equal(1, run.Run("plan", "released", to, "--script", "grow.sh"));
        run.File("bin/kubectl", Kubectl).File("cluster/expands", "true").File("cluster/phase", "Bound").File("cluster/set", "10Gi").File("cluster/calls", "");
        foreach (int ordinal in (int[])[0, 1, 10])
        {
            run.File($"cluster/claims/data-orders-{ordinal}", "10Gi");
        }

        run.File("cluster/claims/other-orders-0", "1Gi");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(run.Folder, "bin", "kubectl"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private static string[] Calls(ToolRun run) => File.ReadAllLines(Path.Combine(run.Folder, "cluster", "calls"));

    private static (int Code, string Error) Run(ToolRun run, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", ["grow.sh", .. arguments]) { WorkingDirectory = run.Folder, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["PATH"] = Path.Combine(run.Folder, "bin") + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["CLUSTER"] = Path.Combine(run.Folder, "cluster");
        start.Environment["INTERVAL"] = "1";
        using Process bash = Process.Start(start)!;
        Task<string> output = bash.StandardOutput.ReadToEndAsync();
        string error = bash.StandardError.ReadToEnd();
        output.GetAwaiter().GetResult();
        bash.WaitForExit();
        return (bash.ExitCode, error);
    }
}
