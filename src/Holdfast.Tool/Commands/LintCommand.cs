using System.CommandLine;
using Holdfast.Engine.Model.Views;
using Holdfast.Tool.Files;
using Holdfast.Tool.Formats;
using Holdfast.Tool.Hosting;
using Holdfast.Tool.Linting;

namespace Holdfast.Tool.Commands;

/// <summary><c>holdfast lint</c>: judges manifests with the rules of the analyzers.</summary>
internal static class LintCommand
{
    public static Command Create(ToolHost host)
    {
        Argument<string[]> paths = CommonOptions.Paths();
        Option<ReportFormat> format = CommonOptions.Format();
        Option<string?> version = CommonOptions.KubernetesVersion();
        Option<FindingSeverity> severity = CommonOptions.Severity();
        var command = new Command("lint", "Finds what would break in the cluster, in manifests, kustomizations and Helm charts.") { paths, format, version, severity };
        command.SetAction(result =>
        {
            KubernetesTarget target = CommonOptions.TargetOf(result.GetValue(version));
            Report report = Lint(result.GetValue(paths)!, target, result.GetValue(severity), host);
            ReportWriter.Write(report, result.GetValue(format), host);
            return ExitCodes.Of(report);
        });
        return command;
    }

    private static Report Lint(string[] paths, KubernetesTarget target, FindingSeverity least, ToolHost host)
    {
        using var progress = new ProgressLine(host);
        using var heap = new SmallHeap();
        InputFile[] files = InputFiles.Read(paths, host, (done, all) => progress.Show("Reading", done, all));
        return Linter.Lint(files, target, least, host.Directory, (done, all) => progress.Show("Parsing", done, all));
    }
}
