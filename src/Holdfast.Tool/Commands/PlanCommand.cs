using System.CommandLine;
using Holdfast.Engine.Model.Views;
using Holdfast.Tool.Cluster;
using Holdfast.Tool.Files;
using Holdfast.Tool.Formats;
using Holdfast.Tool.Hosting;
using Holdfast.Tool.Planning;

namespace Holdfast.Tool.Commands;

/// <summary><c>holdfast plan</c>: what applying one release over another would do.</summary>
internal static class PlanCommand
{
    public static Command Create(ToolHost host)
    {
        var paths = new Argument<string[]>("from to")
        {
            Description = "The release that is applied over, and the one that is applied: a file, a folder, a kustomization, a chart, git:<revision>:<path>, or - for standard input. With --live the second one alone.",
            Arity = new ArgumentArity(1, 2),
        };
        var live = new Option<bool>("--live") { Description = "Compares with the cluster of kubectl's current context, which is only read." };
        var kubeconfig = new Option<string?>("--kubeconfig") { Description = "The file with the contexts of clusters, for --live.", HelpName = "file" };
        var context = new Option<string?>("--context") { Description = "The context to use instead of the current one, for --live.", HelpName = "name" };
        var script = new Option<string?>("--script") { Description = "Writes the script that grows volume claims to a file.", HelpName = "file" };
        Option<ReportFormat> format = CommonOptions.Format();
        Option<string?> version = CommonOptions.KubernetesVersion();
        var command = new Command("plan", "Shows what applying manifests would do: changed fields, refusals, restarts, claims and names.") { paths, live, kubeconfig, context, script, format, version };
        command.SetAction(result =>
        {
            KubernetesTarget target = CommonOptions.TargetOf(result.GetValue(version));
            string[] named = result.GetRequiredValue(paths);
            ReleasePlan plan = result.GetValue(live)
                ? OfCluster(named, result.GetValue(kubeconfig), result.GetValue(context), target, host)
                : OfFiles(named, target, host);
            WriteScript(plan, result.GetValue(script), host);
            Report report = PlanReport.Of(plan, host.Directory);
            ReportWriter.Write(report, result.GetValue(format), host);
            return ExitCodes.Of(report);
        });
        return command;
    }

    private static ReleasePlan OfFiles(string[] named, KubernetesTarget target, ToolHost host)
    {
        if (named.Length != 2)
        {
            throw new InputException("Name two releases: the one that is applied over and the one that is applied, or --live and the second one.");
        }

        return named[0] == InputFiles.StandardInput && named[1] == InputFiles.StandardInput
            ? throw new InputException("Only one of the two can be standard input.")
            : ReleasePlanner.Plan(PlanSources.Read(named[0], host), PlanSources.Read(named[1], host), target, static _ => null);
    }

    private static ReleasePlan OfCluster(string[] named, string? kubeconfig, string? context, KubernetesTarget target, ToolHost host)
    {
        if (named.Length != 1)
        {
            throw new InputException("With --live name the release that is applied alone: the cluster is the other one.");
        }

        PlanSide after = PlanSources.Read(named[0], host);
        using ClusterReader reader = ClusterReader.Open(kubeconfig is null ? null : Path.GetFullPath(kubeconfig, host.Directory), context);
        var cluster = new ClusterObjects(reader);
        PlanSide before = cluster.Read(after);
        return ReleasePlanner.Plan(before, after, target, cluster.FactsOf);
    }

    private static void WriteScript(ReleasePlan plan, string? path, ToolHost host)
    {
        if (path is null)
        {
            return;
        }

        (string Set, string Text)[] scripts = [.. PlanReport.Scripts(plan)];
        switch (scripts)
        {
            case []:
                host.Error.WriteLine("holdfast: No claim template grows, so there is no script.");
                break;
            case [var only]:
                OutputFile.Write(Path.GetFullPath(path, host.Directory), only.Text);
                break;
            default:
                foreach ((string set, string text) in scripts)
                {
                    string own = Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, $"{Path.GetFileNameWithoutExtension(path)}-{set}{Path.GetExtension(path)}");
                    OutputFile.Write(Path.GetFullPath(own, host.Directory), text);
                }

                break;
        }
    }
}
