using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Tools.Pictures;

/// <summary>
/// Lines of text in an SVG, in the colours of the page that it is on, light or dark. Every run of text says how long it is, so that marks
/// are below their words whatever font a browser has.
/// </summary>
public sealed class Canvas
{
    /// <summary>The colour of text.</summary>
    public const string Ink = "ink";

    /// <summary>The colour of what can be clicked in an editor.</summary>
    public const string Link = "link";

    /// <summary>The colour of keywords and signatures.</summary>
    public const string Keyword = "keyword";

    private const double Advance = 7.8;
    private const double LineHeight = 20;
    private const double Left = 20;
    private const int Columns = 92;

    /// <summary>Each colour on a light page and on a dark one: of what is filled, and of its edge where it has one.</summary>
    private static readonly ImmutableArray<(string Name, string Property, string Light, string Dark)> Palette =
    [
        ("page", "fill", "#ffffff", "#0d1117"),
        ("page", "stroke", "#d0d7de", "#30363d"),
        ("box", "fill", "#f6f8fa", "#161b22"),
        ("box", "stroke", "#d0d7de", "#3d444d"),
        ("mark", "fill", "#cfe4ff", "#264f78"),
        ("wave", "stroke", "#b35900", "#e3b341"),
        ("added", "fill", "#dafbe1", "#12391f"),
        ("removed", "fill", "#ffebe9", "#4b1f21"),
        (Ink, "fill", "#1f2328", "#e6edf3"),
        (Link, "fill", "#0550ae", "#79c0ff"),
        (Keyword, "fill", "#0000c0", "#79b8ff"),
        ("text", "fill", "#a31515", "#ce9178"),
        ("number", "fill", "#098658", "#b5cea8"),
        ("type", "fill", "#267f99", "#4ec9b0"),
    ];

    private readonly StringBuilder _shapes = new();
    private double _y = 16;
    private double _box;
    private int _boxStart;

    /// <summary>A line of code.</summary>
    public void Code(TextLine line, ImmutableArray<ClassifiedSpan> colours)
    {
        _y += LineHeight;
        string text = line.ToString();
        foreach (ClassifiedSpan part in colours.Where(static part => !ClassificationTypeNames.AdditiveTypeNames.Contains(part.ClassificationType)))
        {
            Run(part.TextSpan.Start - line.Start, text.Substring(part.TextSpan.Start - line.Start, part.TextSpan.Length), Colour(part.ClassificationType));
        }
    }

    /// <summary>A wave below a part of the line before.</summary>
    public void Squiggle(int column, int length)
    {
        double x = Left + (column * Advance);
        double end = x + (length * Advance);
        var path = new StringBuilder($"M{Number(x)} {Number(_y + 5)}");
        for (bool up = true; x < end; up = !up)
        {
            x += 3;
            path.Append($" L{Number(Math.Min(x, end))} {Number(_y + (up ? 2 : 5))}");
        }

        _shapes.Append($"  <path d=\"{path}\" class=\"wave\" fill=\"none\" stroke-width=\"1.4\"/>\n");
    }

    /// <summary>Marks a part of the line that follows.</summary>
    public void Mark(int column, int length) => _shapes.Append(
        $"  <rect x=\"{Number(Left + (column * Advance) - 2)}\" y=\"{Number(_y + 5)}\" width=\"{Number((length * Advance) + 4)}\" height=\"20\" rx=\"3\" class=\"mark\"/>\n");

    /// <summary>Begins the box that an editor opens.</summary>
    public void OpenBox()
    {
        _y += 18;
        _box = _y;
        _y += 4;
        _boxStart = _shapes.Length;
    }

    /// <summary>Ends it.</summary>
    public void CloseBox()
    {
        _y += 14;
        _shapes.Insert(_boxStart, $"  <rect x=\"{Number(Left - 8)}\" y=\"{Number(_box)}\" width=\"{Number((Columns * Advance) + 16)}\" height=\"{Number(_y - _box)}\" rx=\"5\" class=\"box\"/>\n");
    }

    /// <summary>A little room.</summary>
    public void Gap() => _y += 6;

    /// <summary>Text that is wrapped at the edge of the box.</summary>
    public void Paragraph(string text, string colour)
    {
        var line = new StringBuilder();
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Columns)
            {
                Flush();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        Flush();

        void Flush()
        {
            _y += LineHeight;
            Run(0, line.ToString(), colour);
            line.Clear();
        }
    }

    /// <summary>A line of a change.</summary>
    public void Change(char sign, string text)
    {
        _y += LineHeight;
        _shapes.Append($"  <rect x=\"{Number(Left - 4)}\" y=\"{Number(_y - 15)}\" width=\"{Number((Columns * Advance) + 8)}\" height=\"20\" class=\"{(sign == '+' ? "added" : "removed")}\"/>\n");
        Run(0, $"{sign} {text}", Ink);
    }

    /// <summary>The picture, with a title for those who do not see it.</summary>
    public string ToSvg(string title)
    {
        string width = Number((Columns * Advance) + (2 * Left));
        string height = Number(_y + 14);
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" font-family="ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13">
              <title>{Escaped(title)}</title>
              <style>
            {Rules(static colour => colour.Light, "    ")}
                @media (prefers-color-scheme: dark) {"{"}
            {Rules(static colour => colour.Dark, "      ")}
                {"}"}
              </style>
              <rect x="0.5" y="0.5" width="{Number((Columns * Advance) + (2 * Left) - 1)}" height="{Number(_y + 13)}" rx="6" class="page"/>

            """.ReplaceLineEndings("\n") + _shapes + "</svg>\n";
    }

    private static string Rules(Func<(string Name, string Property, string Light, string Dark), string> value, string indent) =>
        string.Join('\n', Palette.Select(colour => $"{indent}.{colour.Name} {{ {colour.Property}: {value(colour)}; }}"));

    private void Run(int column, string text, string colour)
    {
        int blanks = text.Length - text.TrimStart().Length;
        string visible = text.Trim();
        if (visible.Length == 0)
        {
            return;
        }

        _shapes.Append($"  <text x=\"{Number(Left + ((column + blanks) * Advance))}\" y=\"{Number(_y)}\" textLength=\"{Number(visible.Length * Advance)}\" lengthAdjust=\"spacingAndGlyphs\" class=\"{colour}\">{Escaped(visible)}</text>\n");
    }

    private static string Colour(string classification) => classification switch
    {
        ClassificationTypeNames.Keyword => Keyword,
        ClassificationTypeNames.StringLiteral => "text",
        ClassificationTypeNames.NumericLiteral => "number",
        ClassificationTypeNames.ClassName => "type",
        _ => Ink,
    };

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
