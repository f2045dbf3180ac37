using System.CommandLine;
using Holdfast.Engine.Importing;
using Holdfast.Tool.Files;
using Holdfast.Tool.Formats;
using Holdfast.Tool.Hosting;
using Holdfast.Tool.Importing;

namespace Holdfast.Tool.Commands;

/// <summary><c>holdfast import</c>: writes attributed types of existing manifests, and a report of what they cannot say.</summary>
internal static class ImportCommand
{
    public static Command Create(ToolHost host)
    {
        var paths = new Argument<string[]>("paths")
        {
            Description = "Files or folders of manifests or kustomizations; - is standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> output = new("--output", "-o") { Description = "The C# file to write; without it, the types are written to standard output.", HelpName = "file" };
        Option<string?> ns = new("--namespace") { Description = "The C# namespace of the types; without it, the global one.", HelpName = "namespace" };
        Option<bool> force = new("--force") { Description = "Replaces the file where it is there already." };
        Option<ReportFormat> format = CommonOptions.Format();
        var command = new Command("import", "Writes C# types that make the objects of existing manifests.") { paths, output, ns, force, format };
        command.SetAction(result => Import(
            result.GetRequiredValue(paths),
            result.GetValue(output),
            result.GetValue(ns) ?? string.Empty,
            result.GetValue(force),
            result.GetValue(format),
            host));
        return command;
    }

    private static int Import(string[] paths, string? output, string ns, bool force, ReportFormat format, ToolHost host)
    {
        if (ns.Length > 0 && !ns.Split('.').All(IsIdentifier))
        {
            throw new InputException($"'{ns}' is not a C# namespace; write names with dots between them, such as Shop.Deployment.");
        }

        string? file = output is null ? null : Path.GetFullPath(output, host.Directory);
        if (file is not null && File.Exists(file) && !force)
        {
            throw new InputException($"'{output}' is there already; write to another file, or replace it with --force.");
        }

        ImportResult result = ImportSource.Import(
            InputFiles.Read(paths, host)
                .Where(static input => input.ShippedPath is null)
                .Select(input => (ShownPaths.Of(input.Path, host.Directory), input.Text)),
            ns);
        if (result.Apps.IsEmpty)
        {
            string why = string.Concat(result.Notes.Select(static note => $"\n  {note.Object}: {note.Reason}"));
            throw new InputException("There is no StatefulSet and no Deployment to make a type of." + why);
        }

        Report report = ImportReport.Of(result);
        if (file is null)
        {
            // The types alone are what a pipe gets.
            host.Output.Write(result.Code);
            ReportWriter.Write(report, format, host.WithOutput(host.Error));
        }
        else
        {
            OutputFile.Write(file, result.Code);
            ReportWriter.Write(report, format, host);
        }

        return ExitCodes.Nothing;
    }

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(static c => char.IsLetterOrDigit(c) || c == '_');
}
