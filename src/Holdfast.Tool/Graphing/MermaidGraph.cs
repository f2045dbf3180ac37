using System.Globalization;
using System.Text;

namespace Holdfast.Tool.Graphing;

/// <summary>A graph as a flowchart of Mermaid, which GitHub and Azure DevOps draw in Markdown.</summary>
internal static class MermaidGraph
{
    public static string Write(AppGraph graph)
    {
        var text = new StringBuilder("flowchart LR\n");
        for (int i = 0; i < graph.Workloads.Length; i++)
        {
            GraphWorkload workload = graph.Workloads[i];
            Line($"  subgraph w{i}[\"{Text($"{workload.Kind} {workload.Name}")}\"]");
            for (int pod = 0; pod < workload.Pods.Length; pod++)
            {
                Line($"    w{i}p{pod}[\"{Text(workload.Pods[pod].Name)}\"]");
            }

            Line($"  end");
        }

        for (int i = 0; i < graph.Services.Length; i++)
        {
            GraphService service = graph.Services[i];
            Line($"  s{i}([\"{Text($"{(service.IsHeadless ? "headless Service" : "Service")} {service.Name}")}\"])");
        }

        for (int i = 0; i < graph.Claims.Length; i++)
        {
            Line($"  c{i}[(\"{Text(graph.Claims[i])}\")]");
        }

        for (int i = 0; i < graph.Services.Length; i++)
        {
            foreach (int workload in graph.Services[i].Workloads)
            {
                Line($"  s{i} --> w{workload}");
            }
        }

        for (int i = 0; i < graph.Workloads.Length; i++)
        {
            for (int pod = 0; pod < graph.Workloads[i].Pods.Length; pod++)
            {
                foreach (string claim in graph.Workloads[i].Pods[pod].Claims)
                {
                    Line($"  w{i}p{pod} --- c{graph.Claims.IndexOf(claim)}");
                }
            }
        }

        foreach (GraphTalk talk in graph.Talks)
        {
            string target = talk.Service is { } service
                ? string.Create(CultureInfo.InvariantCulture, $"s{service}")
                : string.Create(CultureInfo.InvariantCulture, $"w{talk.Workload}");
            Line($"  w{talk.From} -. \"{Text(talk.Text)}\" .-> {target}");
        }

        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    /// <summary>A text between quotes.</summary>
    private static string Text(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("\n", " ", StringComparison.Ordinal);
}
