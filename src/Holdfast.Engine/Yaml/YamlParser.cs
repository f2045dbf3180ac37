using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Holdfast.Engine.Yaml;

/// <summary>
/// The one class that uses YamlDotNet, so that its assembly is loaded only where there is YAML to read. No other class
/// names a type of it, and this one has no field of such a type and no lambda, which would need the assembly to list the types
/// of ours.
/// </summary>
internal sealed class YamlParser
{
    /// <summary>What is wrong with a tab where one indents.</summary>
    public const string TabProblem = "a tab cannot indent, only spaces can";

    private readonly object _parser;
    private readonly string _text;
    private readonly int _mark;
    private readonly int _length;
    private int _count;
    private int _depth;

    public YamlParser(string text)
    {
        // A byte order mark is not part of the first key.
        _mark = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        _length = text.Length;
        _text = text;
        _parser = new Parser(new Scanner(new StringReader(_mark == 0 ? text : text.Substring(1)), skipComments: true));
    }

    /// <summary>Why it ended before the text did; null where it did not.</summary>
    public (string Message, TextSpan Span)? Failure { get; private set; }

    /// <summary>Reads on to the next thing that counts.</summary>
    /// <returns>False at the end, and where the rest cannot be read.</returns>
    public bool MoveNext(ref YamlEvent next)
    {
        var parser = (Parser)_parser;
        try
        {
            while (Failure is null && parser.MoveNext())
            {
                ParsingEvent current = parser.Current!;
                bool counts = Convert(current, ref next);
                _count += counts ? 1 : 0;
                _depth += current.NestingIncrease;
                if (_count > 2 * YamlLimits.Nodes)
                {
                    Failure = ($"it has more than {YamlLimits.Nodes} values", Span(current.Start, current.End));
                }

                // The stream and the document count as well.
                if (_depth > YamlLimits.Depth + 2)
                {
                    Failure = ($"it is nested more than {YamlLimits.Depth} deep", Span(current.Start, current.End));
                }

                if (counts)
                {
                    return true;
                }
            }
        }
        catch (YamlException exception)
        {
            Failure = Tab(exception) ?? (Sentence(exception.Message), Span(exception.Start, exception.End));
        }

        return false;
    }

    /// <summary>
    /// The tab where one indents, as the library tells no more than that there is one, and the place of what is around it. The line of the
    /// tab is where the library stopped, or the one behind.
    /// </summary>
    private (string Message, TextSpan Span)? Tab(YamlException exception)
    {
        if (exception.Message.IndexOf(" tab", StringComparison.OrdinalIgnoreCase) < 0)
        {
            return null;
        }

        int from = _text.LastIndexOf('\n', Math.Max(0, Math.Min(Span(exception.Start, exception.Start).Start, _text.Length) - 1)) + 1;
        for (int start = from; start < _text.Length; start = _text.IndexOf('\n', start) is var end and >= 0 ? end + 1 : _text.Length)
        {
            for (int i = start; i < _text.Length && _text[i] is ' ' or '\t'; i++)
            {
                if (_text[i] == '\t')
                {
                    return (TabProblem, new TextSpan(i, 1));
                }
            }
        }

        return null;
    }

    private bool Convert(ParsingEvent current, ref YamlEvent next)
    {
        TextSpan span = Span(current.Start, current.End);
        switch (current)
        {
            case Scalar scalar:
                next = new YamlEvent(
                    YamlEventKind.Scalar,
                    span,
                    scalar.Value,
                    Tag(scalar),
                    Anchor(scalar),
                    IsPlain: scalar.Style is ScalarStyle.Plain or ScalarStyle.Any);
                return true;
            case MappingStart mapping:
                next = new YamlEvent(
                    YamlEventKind.MappingStart,
                    span,
                    Tag: Tag(mapping),
                    Anchor: Anchor(mapping),
                    IsFlow: mapping.Style == MappingStyle.Flow);
                return true;
            case SequenceStart sequence:
                next = new YamlEvent(
                    YamlEventKind.SequenceStart,
                    span,
                    Tag: Tag(sequence),
                    Anchor: Anchor(sequence),
                    IsFlow: sequence.Style == SequenceStyle.Flow);
                return true;
            case MappingEnd or SequenceEnd:
                next = new YamlEvent(YamlEventKind.CollectionEnd, span);
                return true;
            case AnchorAlias alias:
                next = new YamlEvent(YamlEventKind.Alias, span, alias.Value.Value);
                return true;
            case DocumentStart:
                next = new YamlEvent(YamlEventKind.DocumentStart, span);
                return true;
            default:
                return false;
        }
    }

    private static string Tag(NodeEvent node) => node.Tag.IsEmpty ? string.Empty : node.Tag.Value;

    private static string Anchor(NodeEvent node) => node.Anchor.IsEmpty ? string.Empty : node.Anchor.Value;

    private TextSpan Span(Mark start, Mark end)
    {
        int from = (int)Math.Min(Math.Max(start.Index, 0) + _mark, _length);
        int to = (int)Math.Min(Math.Max(end.Index, 0) + _mark, _length);
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
