using System.CommandLine;
using Holdfast.Engine.Model.Views;
using Holdfast.Tool.Formats;

namespace Holdfast.Tool.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    /// <summary>What is read.</summary>
    public static Argument<string[]> Paths() => new("paths")
    {
        Description = "Files or folders of manifests, kustomizations or Helm charts; - is standard input. Without one, the working folder.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = static _ => ["."],
    };

    /// <summary>The form of the report.</summary>
    public static Option<ReportFormat> Format() => new("--format", "-f")
    {
        Description = "How the report is written: text, json, sarif, github, azure or markdown.",
        HelpName = "format",
        DefaultValueFactory = static _ => ReportFormat.Text,
        CustomParser = static result => Read(result.Tokens[0].Value, result.AddError),
    };

    /// <summary>The versions of Kubernetes that objects are for.</summary>
    public static Option<string?> KubernetesVersion() => new("--kubernetes-version")
    {
        Description = "The versions of Kubernetes that the cluster runs, such as 1.34 or 1.33-1.35.",
        HelpName = "versions",
    };

    /// <summary>The least severity that is reported.</summary>
    public static Option<FindingSeverity> Severity() => new("--severity")
    {
        Description = "The least severity that is reported: info, warning or error.",
        HelpName = "severity",
        DefaultValueFactory = static _ => FindingSeverity.Info,
        CustomParser = static result => ReadSeverity(result.Tokens[0].Value, result.AddError),
    };

    /// <summary>What <see cref="KubernetesVersion"/> says.</summary>
    public static KubernetesTarget TargetOf(string? versions)
    {
        KubernetesTarget target = KubernetesTarget.Read(versions, out string? problem);
        return problem is null ? target : throw new InputException($"The value '{versions}' of --kubernetes-version {problem}.");
    }

    private static FindingSeverity ReadSeverity(string text, Action<string> problem)
    {
        switch (text)
        {
            case "info": return FindingSeverity.Info;
            case "warning": return FindingSeverity.Warning;
            case "error": return FindingSeverity.Error;
            default:
                problem($"'{text}' is not a severity; write info, warning or error.");
                return FindingSeverity.Info;
        }
    }

    private static ReportFormat Read(string text, Action<string> problem)
    {
        switch (text)
        {
            case "text": return ReportFormat.Text;
            case "json": return ReportFormat.Json;
            case "sarif": return ReportFormat.Sarif;
            case "github": return ReportFormat.GitHub;
            case "azure": return ReportFormat.Azure;
            case "markdown": return ReportFormat.Markdown;
            default:
                problem($"'{text}' is not a format; write text, json, sarif, github, azure or markdown.");
                return ReportFormat.Text;
        }
    }
}
