using System.CommandLine;
using Holdfast.Engine.Manifests;
using Holdfast.Tool.Files;
using Holdfast.Tool.Graphing;
using Holdfast.Tool.Hosting;

namespace Holdfast.Tool.Commands;

/// <summary><c>holdfast graph</c>: draws workloads, Services, claims, and who talks to whom.</summary>
internal static class GraphCommand
{
    public static Command Create(ToolHost host)
    {
        Argument<string[]> paths = CommonOptions.Paths();
        Option<GraphFormat?> format = new("--format", "-f")
        {
            Description = "How the graph is written: mermaid, markdown or svg. Without it, as the output file's name says, else mermaid.",
            HelpName = "format",
            CustomParser = static result => Read(result.Tokens[0].Value, result.AddError),
        };
        Option<string?> output = new("--output", "-o") { Description = "The file to write; without it, standard output.", HelpName = "file" };
        var command = new Command("graph", "Draws sets, pods, Services and claims, and who talks to whom.") { paths, format, output };
        command.SetAction(result =>
        {
            InputFile[] files = InputFiles.Read(result.GetValue(paths)!, host);
            AppGraph graph = GraphReader.Read(ProjectManifests.Of(files.Where(static file => file.ShippedPath is null).Select(static file => ManifestFileReader.Read(file.Path, file.Text))));
            string? path = result.GetValue(output);
            string text = GraphText.Of(graph, result.GetValue(format) ?? (path is null ? null : GraphText.FormatOf(path)) ?? GraphFormat.Mermaid);
            if (path is null)
            {
                host.Output.Write(text);
            }
            else
            {
                OutputFile.Write(Path.GetFullPath(path, host.Directory), text);
            }

            return ExitCodes.Nothing;
        });
        return command;
    }

    private static GraphFormat? Read(string text, Action<string> problem)
    {
        switch (text)
        {
            case "mermaid": return GraphFormat.Mermaid;
            case "markdown": return GraphFormat.Markdown;
            case "svg": return GraphFormat.Svg;
            default:
                problem($"'{text}' is not a format of graphs; write mermaid, markdown or svg.");
                return null;
        }
    }
}
