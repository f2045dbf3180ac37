using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Tools.Pictures;

/// <summary>The pictures of the README. Every word in them comes from the analyzers, the fixes and the generator.</summary>
public static class Picture
{
    private const string Budget = """
        [StatefulApp("orders", Replicas = 3)]
        [Container("registry.example/orders:1.4.0")]
        [Quorum]
        [DisruptionBudget(MaxUnavailable = 2)]
        public sealed partial class Orders;
        """;

    private const string Use = """
        EndPoint second = Orders.Http.On(Orders.Pods[1]);
        string claim = Orders.Data.ClaimName(Orders.Pods[1]);
        """;

    /// <summary>Each picture by its path in the repository.</summary>
    public static async Task<ImmutableArray<(string Path, string Svg)>> AllAsync() =>
    [
        ("docs/images/squiggle.svg", await SquiggleAsync("HF5006")),
        ("docs/images/hover.svg", await HoverAsync("Data")),
    ];

    private static async Task<string> SquiggleAsync(string id)
    {
        Sketch sketch = Sketch.Of("using Holdfast;", Budget);
        Diagnostic diagnostic = (await sketch.DiagnosticsAsync()).Single(diagnostic => diagnostic.Id == id);
        CodeAction fix = (await sketch.FixesAsync(diagnostic))[0];
        SourceText before = await sketch.Document.GetTextAsync();
        SourceText after = await sketch.ApplyAsync(fix);

        var canvas = new Canvas();
        TextLine at = before.Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start);
        foreach (TextLine line in before.Lines.Skip(sketch.FirstLine))
        {
            canvas.Code(line, await sketch.ColoursAsync(line.Span));
            if (line.LineNumber == at.LineNumber)
            {
                canvas.Squiggle(diagnostic.Location.SourceSpan.Start - at.Start, diagnostic.Location.SourceSpan.Length);
            }
        }

        canvas.OpenBox();
        canvas.Paragraph($"{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}", Canvas.Ink);
        canvas.Gap();
        canvas.Paragraph($"Fix: {fix.Title}", Canvas.Link);
        canvas.Change('-', before.Lines[at.LineNumber].ToString());
        canvas.Change('+', after.Lines[at.LineNumber].ToString());
        canvas.CloseBox();
        return canvas.ToSvg($"{diagnostic.Id} under the declaration of a disruption budget, with its message and its fix");
    }

    private static async Task<string> HoverAsync(string member)
    {
        Sketch sketch = Sketch.Of(
            """
            using System.Net;
            using Holdfast;

            [StatefulApp("orders", Replicas = 3)]
            [Container("registry.example/orders:1.4.0")]
            public sealed partial class Orders
            {
                [Port(8080)] public static partial ServicePort Http { get; }
                [VolumeClaim("10Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
            }

            """,
            Use);
        SourceText text = await sketch.Document.GetTextAsync();
        (ISymbol symbol, TextSpan span) = await sketch.SymbolAsync(member);

        var canvas = new Canvas();
        foreach (TextLine line in text.Lines.Skip(sketch.FirstLine))
        {
            if (line.Span.Contains(span.Start))
            {
                canvas.Mark(span.Start - line.Start, span.Length);
            }

            canvas.Code(line, await sketch.ColoursAsync(line.Span));
        }

        canvas.OpenBox();
        canvas.Paragraph(symbol.ToDisplayString(HoverText.Signature), Canvas.Keyword);
        foreach (string paragraph in HoverText.Of(symbol))
        {
            canvas.Gap();
            canvas.Paragraph(paragraph, Canvas.Ink);
        }

        canvas.CloseBox();
        return canvas.ToSvg($"The text that an editor shows for Orders.{member}");
    }
}
