namespace Holdfast.Tool.Graphing;

/// <summary>A graph in each of its forms.</summary>
internal static class GraphText
{
    public static string Of(AppGraph graph, GraphFormat format) => format switch
    {
        GraphFormat.Svg => SvgGraph.Write(graph),
        GraphFormat.Markdown => $"```mermaid\n{MermaidGraph.Write(graph)}```\n",
        _ => MermaidGraph.Write(graph),
    };

    /// <summary>The form that a file's name asks for; null where it asks for none.</summary>
    public static GraphFormat? FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".svg" => GraphFormat.Svg,
        ".md" => GraphFormat.Markdown,
        ".mmd" or ".mermaid" => GraphFormat.Mermaid,
        _ => null,
    };
}
