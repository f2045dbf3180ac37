using System.Globalization;
using System.Text;

namespace Holdfast.Tool.Graphing;

/// <summary>
/// A graph as a picture: Services, then workloads with their pods, then claims, in three columns. What belongs together is side by
/// side, and all places are counted, not measured, so the same graph gives the same bytes.
/// </summary>
internal sealed class SvgGraph
{
    private const int Margin = 24;
    private const int Row = 32;
    private const int Box = 24;
    private const int Header = 30;
    private const int Gap = 120;
    private const int Band = 28;
    private const int MostCharacters = 44;
    private const double Character = 7.3;

    private readonly AppGraph _graph;
    private readonly StringBuilder _shapes = new();
    private readonly StringBuilder _lines = new();
    private readonly (int Top, int Height)[] _workloads;
    private readonly int[] _services;
    private readonly int[] _claims;
    private readonly int[] _widths;

    private SvgGraph(AppGraph graph)
    {
        _graph = graph;
        _workloads = new (int, int)[graph.Workloads.Length];
        _services = new int[graph.Services.Length];
        _claims = new int[graph.Claims.Length];
        _widths =
        [
            Width(graph.Services.Select(static service => ServiceText(service))),
            Width(graph.Workloads.SelectMany(static workload => workload.Pods.Select(static pod => pod.Name).Append($"{workload.Kind} {workload.Name}"))) + 24,
            Width(graph.Claims),
        ];
    }

    /// <summary>The picture, a whole file.</summary>
    public static string Write(AppGraph graph) => new SvgGraph(graph).Write();

    private string Write()
    {
        int height = Place();
        DrawServices();
        DrawWorkloads();
        DrawClaims();
        DrawTalks();
        int width = Left(2) + (_widths[2] > 0 ? _widths[2] : -Gap) + Margin;
        var text = new StringBuilder();
        Append(text, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"ui-monospace, Menlo, Consolas, monospace\" font-size=\"12\">");
        Append(text, $"<title>Workloads, Services and claims</title>");
        text.Append("""
            <style>
            rect{fill:#fff;stroke:#57606a}.set{fill:#f6f8fa}.pod{fill:#ddf4ff;stroke:#0969da}.service{fill:#dafbe1;stroke:#1a7f37}.claim{fill:#fff8c5;stroke:#9a6700}
            text{fill:#1f2328}.kind{font-weight:bold}path{fill:none;stroke:#57606a}.talk{stroke:#8250df;stroke-dasharray:5 4}.head{fill:#57606a;stroke:none}.talkhead{fill:#8250df;stroke:none}
            </style>
            <defs>
            <marker id="a" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path class="head" d="M0 0L8 4L0 8z"/></marker>
            <marker id="t" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path class="talkhead" d="M0 0L8 4L0 8z"/></marker>
            </defs>

            """.ReplaceLineEndings("\n"));
        Append(text, $"<rect style=\"stroke:none\" width=\"{width}\" height=\"{height}\"/>");
        text.Append(_lines).Append(_shapes).Append("</svg>\n");
        return text.ToString();
    }

    /// <summary>Gives each workload a band with its Services to the left and its claims to the right.</summary>
    /// <returns>The height of the picture.</returns>
    private int Place()
    {
        int top = Margin;
        var placedServices = new HashSet<int>();
        var placedClaims = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < _graph.Workloads.Length; i++)
        {
            int pod = top + Header;
            int claim = top + Header;
            foreach (GraphPod item in _graph.Workloads[i].Pods)
            {
                claim = Math.Max(claim, pod);
                foreach (string name in item.Claims.Where(placedClaims.Add))
                {
                    _claims[_graph.Claims.IndexOf(name)] = claim;
                    claim += Row;
                }

                pod += Row;
            }

            int service = top;
            for (int j = 0; j < _graph.Services.Length; j++)
            {
                if (_graph.Services[j].Workloads.Contains(i) && placedServices.Add(j))
                {
                    _services[j] = service;
                    service += Row;
                }
            }

            _workloads[i] = (top, pod - top + 4);
            top = Math.Max(Math.Max(pod + 4, claim), service) + Band;
        }

        for (int j = 0; j < _graph.Services.Length; j++)
        {
            if (placedServices.Add(j))
            {
                _services[j] = top;
                top += Row;
            }
        }

        return Math.Max(top, Margin * 2);
    }

    private void DrawServices()
    {
        for (int i = 0; i < _graph.Services.Length; i++)
        {
            DrawBox("service", Left(0), _services[i], _widths[0], ServiceText(_graph.Services[i]), round: 12);
            foreach (int workload in _graph.Services[i].Workloads)
            {
                DrawLine("a", string.Empty, Left(0) + _widths[0], _services[i] + (Box / 2), Left(1), _workloads[workload].Top + (Header / 2));
            }
        }
    }

    private void DrawWorkloads()
    {
        for (int i = 0; i < _graph.Workloads.Length; i++)
        {
            (int top, int height) = _workloads[i];
            Append(_shapes, $"<rect class=\"set\" x=\"{Left(1)}\" y=\"{top}\" width=\"{_widths[1]}\" height=\"{height}\" rx=\"4\"/>");
            Append(_shapes, $"<text class=\"kind\" x=\"{Left(1) + 10}\" y=\"{top + 19}\">{Text($"{_graph.Workloads[i].Kind} {_graph.Workloads[i].Name}")}</text>");
            for (int pod = 0; pod < _graph.Workloads[i].Pods.Length; pod++)
            {
                int y = top + Header + (pod * Row);
                DrawBox("pod", Left(1) + 12, y, _widths[1] - 24, _graph.Workloads[i].Pods[pod].Name, round: 3);
                foreach (string claim in _graph.Workloads[i].Pods[pod].Claims)
                {
                    DrawLine(null, string.Empty, Left(1) + _widths[1] - 12, y + (Box / 2), Left(2), _claims[_graph.Claims.IndexOf(claim)] + (Box / 2));
                }
            }
        }
    }

    private void DrawClaims()
    {
        for (int i = 0; i < _graph.Claims.Length; i++)
        {
            DrawBox("claim", Left(2), _claims[i], _widths[2], _graph.Claims[i], round: 3);
        }
    }

    /// <summary>From a workload's left side, below the lines of its own Services, to the side of a Service or of another workload.</summary>
    private void DrawTalks()
    {
        for (int i = 0; i < _graph.Talks.Length; i++)
        {
            GraphTalk talk = _graph.Talks[i];
            (int top, int height) = _workloads[talk.From];
            int from = top + Header + 6 + (i * 5 % Math.Max(height - Header - 8, 1));
            (int x, int y) = talk.Service is { } service
                ? (Left(0) + _widths[0], _services[service] + (Box / 2) + 4)
                : (Left(1), _workloads[talk.Workload ?? talk.From].Top + (Header / 2) + 6);
            DrawLine("t", " class=\"talk\"", Left(1), from, x, y, talk.Text);
        }
    }

    private void DrawBox(string kind, int x, int y, int width, string text, int round)
    {
        Append(_shapes, $"<rect class=\"{kind}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{Box}\" rx=\"{round}\"/>");
        Append(_shapes, $"<text x=\"{x + 10}\" y=\"{y + 16}\">{Text(text)}</text>");
    }

    /// <summary>A curve that leaves and arrives level.</summary>
    private void DrawLine(string? head, string attributes, int x1, int y1, int x2, int y2, string? title = null)
    {
        // Between two sides that look the same way it goes out and comes back.
        int bend = Gap / 2;
        (int out1, int out2) = x1 == x2 ? (x1 - bend, x2 - bend) : x1 < x2 ? (x1 + bend, x2 - bend) : (x1 - bend, x2 + bend);
        string marker = head is null ? string.Empty : $" marker-end=\"url(#{head})\"";
        string inside = title is null ? "/>" : $"><title>{Text(title, isShort: false)}</title></path>";
        Append(_lines, $"<path{attributes} d=\"M{x1} {y1}C{out1} {y1} {out2} {y2} {x2} {y2}\"{marker}{inside}");
    }

    private int Left(int column) => Margin + _widths.Take(column).Sum(static width => width > 0 ? width + Gap : 0);

    private static int Width(IEnumerable<string> texts) =>
        texts.Select(static text => Math.Min(text.Length, MostCharacters)).DefaultIfEmpty(-1).Max() is var most and >= 0 ? (int)(most * Character) + 20 : 0;

    private static string ServiceText(GraphService service) => service.IsHeadless ? $"{service.Name} (headless)" : service.Name;

    private static string Text(string text, bool isShort = true) => (isShort && text.Length > MostCharacters ? string.Concat(text.AsSpan(0, MostCharacters - 1), "…") : text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private static void Append(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
