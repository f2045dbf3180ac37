using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Holdfast.Analyzers.Reading.Yaml;

/// <summary>
/// The one class that uses YamlDotNet, so that its assembly is loaded only where there is YAML to read. No other class
/// names a type of it, and this one has no field and no lambda, which would need the assembly to list the types of ours.
/// </summary>
internal static class YamlParser
{
    /// <summary>Adds what stands in a text to a list, up to where it cannot be read; says why it cannot.</summary>
    public static (string Message, TextSpan Span)? Parse(string text, List<YamlEvent> events)
    {
        // A byte order mark is no part of the first key.
        int mark = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        var parser = new Parser(new Scanner(new StringReader(mark == 0 ? text : text.Substring(1)), skipComments: true));
        try
        {
            int depth = 0;
            while (parser.MoveNext())
            {
                ParsingEvent current = parser.Current!;
                if (Convert(current, mark, text.Length) is { } converted)
                {
                    events.Add(converted);
                }

                depth += current.NestingIncrease;
                if (events.Count > 2 * YamlLimits.Nodes)
                {
                    return ($"it has more than {YamlLimits.Nodes} values", Span(current.Start, current.End, mark, text.Length));
                }

                // The stream and the document count as well.
                if (depth > YamlLimits.Depth + 2)
                {
                    return ($"it is nested more than {YamlLimits.Depth} deep", Span(current.Start, current.End, mark, text.Length));
                }
            }

            return null;
        }
        catch (YamlException exception)
        {
            return (Sentence(exception.Message), Span(exception.Start, exception.End, mark, text.Length));
        }
    }

    private static YamlEvent? Convert(ParsingEvent current, int mark, int length)
    {
        TextSpan span = Span(current.Start, current.End, mark, length);
        return current switch
        {
            DocumentStart => new YamlEvent(YamlEventKind.DocumentStart, span),
            Scalar scalar => new YamlEvent(
                YamlEventKind.Scalar,
                span,
                scalar.Value,
                Tag(scalar),
                Anchor(scalar),
                IsPlain: scalar.Style is ScalarStyle.Plain or ScalarStyle.Any),
            AnchorAlias alias => new YamlEvent(YamlEventKind.Alias, span, alias.Value.Value),
            MappingStart mapping => new YamlEvent(
                YamlEventKind.MappingStart,
                span,
                Tag: Tag(mapping),
                Anchor: Anchor(mapping),
                IsFlow: mapping.Style == MappingStyle.Flow),
            SequenceStart sequence => new YamlEvent(
                YamlEventKind.SequenceStart,
                span,
                Tag: Tag(sequence),
                Anchor: Anchor(sequence),
                IsFlow: sequence.Style == SequenceStyle.Flow),
            MappingEnd or SequenceEnd => new YamlEvent(YamlEventKind.CollectionEnd, span),
            _ => null,
        };
    }

    private static string Tag(NodeEvent node) => node.Tag.IsEmpty ? string.Empty : node.Tag.Value;

    private static string Anchor(NodeEvent node) => node.Anchor.IsEmpty ? string.Empty : node.Anchor.Value;

    private static TextSpan Span(Mark start, Mark end, int mark, int length)
    {
        int from = (int)Math.Min(Math.Max(start.Index, 0) + mark, length);
        int to = (int)Math.Min(Math.Max(end.Index, 0) + mark, length);
        return TextSpan.FromBounds(from, Math.Max(from, to));
    }

    /// <summary>A parser's message as the middle of a sentence.</summary>
    private static string Sentence(string message)
    {
        string text = message.Trim().TrimEnd('.').Replace('\n', ' ').Replace('\r', ' ');
        return text.Length > 1 && text[0] is >= 'A' and <= 'Z' && text[1] is >= 'a' and <= 'z'
            ? char.ToLowerInvariant(text[0]) + text.Substring(1)
            : text;
    }
}
