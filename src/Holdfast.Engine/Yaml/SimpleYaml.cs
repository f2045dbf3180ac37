using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Yaml;

/// <summary>
/// Reads the YAML that nearly all manifests are written in, by itself: mappings and lists in blocks, <c>{}</c> and <c>[]</c>, texts on one line,
/// blocks of text, comments, several documents. At anything else it gives up, and <see cref="YamlParser"/> reads the text from its
/// start. What is read here is what that gives, event by event.
/// </summary>
internal sealed class SimpleYaml
{
    private const int MostOpen = YamlLimits.Depth - 2;

    /// <summary>What ends a line for a reader of YAML and for no editor, and what ends the text for the library.</summary>
    private static readonly char[] ForeignBreaks = ['\0', '\u0085', '\u2028', '\u2029'];

    private readonly SimpleCursor _at;
    private readonly SimpleScalar _scalar;
    private (Kind Kind, int Indent)[] _open = new (Kind, int)[16];
    private int _depth;
    private int _count;
    private Step _step = Step.FirstDocument;

    /// <summary>The key that comes after the start of its mapping.</summary>
    private YamlEvent _key;

    public SimpleYaml(string text)
    {
        _at = new SimpleCursor(text);
        _scalar = new SimpleScalar(_at);
        IsRefused = text.IndexOfAny(ForeignBreaks) >= 0 || HasLoneReturn(text);
    }

    /// <summary>What is open.</summary>
    private enum Kind
    {
        Mapping,
        Sequence,

        /// <summary>A list that is as deep as the key it belongs to.</summary>
        Indentless,
        FlowMapping,
        FlowSequence,
    }

    /// <summary>What comes next.</summary>
    private enum Step
    {
        FirstDocument,
        Document,
        Root,
        Key,
        Value,
        Next,
        FlowStart,
        FlowItem,
        FlowValue,
        FlowNext,
        End,
    }

    /// <summary>Whether there is something that this class does not read, so that all that it gave is void.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Reads on to the next thing that counts.</summary>
    /// <returns>False at the end.</returns>
    public bool MoveNext(ref YamlEvent next)
    {
        IsRefused = IsRefused || !Read(ref next) || ++_count > 2 * YamlLimits.Nodes;
        return !IsRefused && _step != Step.End;
    }

    private static bool HasLoneReturn(string text)
    {
        for (int i = text.IndexOf('\r'); i >= 0; i = text.IndexOf('\r', i + 1))
        {
            if (i + 1 == text.Length || text[i + 1] != '\n')
            {
                return true;
            }
        }

        return false;
    }

    private static YamlEvent Empty(int position) => new(YamlEventKind.Scalar, new TextSpan(position, 0), IsPlain: true);

    /// <returns>False where something is not simple.</returns>
    private bool Read(ref YamlEvent next)
    {
        switch (_step)
        {
            case Step.FirstDocument or Step.Document:
                return ReadDocument(ref next);
            case Step.Root:
                return ReadRoot(ref next);
            case Step.Key:
                next = _key;
                _step = Step.Value;
                return true;
            case Step.Value:
                return ReadValue(ref next);
            case Step.Next:
                return ReadNext(ref next);
            default:
                return ReadFlow(ref next);
        }
    }

    private bool ReadDocument(ref YamlEvent next)
    {
        bool isNewLine = false;
        if (!_at.SkipBlanks(ref isNewLine))
        {
            return false;
        }

        if (_at.IsAtEnd)
        {
            _step = Step.End;
            return true;
        }

        next = new YamlEvent(YamlEventKind.DocumentStart, new TextSpan(_at.Position, 0));
        if (_at.IsAtMarker)
        {
            _at.Position += 3;
            isNewLine = false;
            if (!_at.SkipBlanks(ref isNewLine) || !(isNewLine || _at.IsAtEnd))
            {
                return false;
            }
        }
        else if (_step != Step.FirstDocument)
        {
            return false;
        }

        _step = Step.Root;
        return true;
    }

    private bool ReadRoot(ref YamlEvent next)
    {
        if (_at.IsAtEnd || _at.IsAtMarker)
        {
            next = Empty(_at.IsAtEnd ? _at.Position : _at.Position + 3);
            _step = Step.Document;
            return true;
        }

        return ReadNode(ref next, indent: -1, mayBeKey: true);
    }

    /// <summary>Reads what is behind a colon or a dash.</summary>
    private bool ReadValue(ref YamlEvent next)
    {
        (Kind kind, int indent) = _open[_depth - 1];
        int behind = _at.Position;
        bool isNewLine = false;
        if (!_at.SkipBlanks(ref isNewLine))
        {
            return false;
        }

        if (!isNewLine && !_at.IsAtEnd)
        {
            return ReadNode(ref next, indent, mayBeKey: kind != Kind.Mapping);
        }

        if (_at.IsAtEnd || _at.IsAtMarker || _at.Column < indent || (_at.Column == indent && !(kind == Kind.Mapping && _at.IsAtDash)))
        {
            next = Empty(behind);
            _step = Step.Next;
            return true;
        }

        return ReadNode(ref next, indent, mayBeKey: true);
    }

    /// <param name="next">What begins here.</param>
    /// <param name="indent">How deep that is indented which the node belongs to; -1 for a document.</param>
    /// <param name="mayBeKey">Whether a mapping or a list may begin here.</param>
    private bool ReadNode(ref YamlEvent next, int indent, bool mayBeKey)
    {
        int start = _at.Position;
        int column = _at.Column;
        switch (_at.Text[start])
        {
            case '-' when _at.IsAtDash:
                next = new YamlEvent(YamlEventKind.SequenceStart, new TextSpan(start, column == indent ? 1 : 0));
                _step = Step.Next;
                return mayBeKey && Open(column == indent ? Kind.Indentless : Kind.Sequence, column);
            case '[' or '{':
                return OpenFlow(ref next, indent);
            case '|' or '>':
                _step = Step.Next;
                return indent >= 0 && new SimpleBlock(_at, indent).Read(ref next);
        }

        if (!_scalar.Read(ref next, indent, isFlow: false))
        {
            return false;
        }

        if (!_scalar.IsKey)
        {
            _step = Step.Next;
            return indent >= 0 && EndsLine();
        }

        _key = next;
        _at.Position++;
        next = new YamlEvent(YamlEventKind.MappingStart, new TextSpan(start, 0));
        _step = Step.Key;
        return mayBeKey && Open(Kind.Mapping, column);
    }

    /// <summary>Whether nothing but a comment is on the rest of the line.</summary>
    private bool EndsLine()
    {
        string text = _at.Text;
        int i = _at.Position;
        while (i < text.Length && text[i] == ' ')
        {
            i++;
        }

        _at.Position = i;
        return i == text.Length || text[i] is '\n' or '\r' || (text[i] == '#' && text[i - 1] == ' ');
    }

    private bool Open(Kind kind, int indent)
    {
        if (_depth == MostOpen)
        {
            return false;
        }

        if (_depth == _open.Length)
        {
            Array.Resize(ref _open, MostOpen);
        }

        _open[_depth++] = (kind, indent);
        return true;
    }

    /// <summary>Goes on in the innermost collection of several lines.</summary>
    private bool ReadNext(ref YamlEvent next)
    {
        bool isNewLine = false;
        if (!_at.SkipBlanks(ref isNewLine))
        {
            return false;
        }

        int column = _at.IsAtEnd || _at.IsAtMarker ? -1 : _at.Column;
        if (_depth == 0)
        {
            _step = Step.Document;
            return column < 0 && ReadDocument(ref next);
        }

        (Kind kind, int indent) = _open[_depth - 1];
        bool isDash = column == indent && _at.IsAtDash;
        if (column < indent || (column == indent && kind == Kind.Indentless && !isDash))
        {
            _depth--;
            next = new YamlEvent(YamlEventKind.CollectionEnd, new TextSpan(_at.Position, 0));
            return true;
        }

        if (column > indent)
        {
            return false;
        }

        if (kind != Kind.Mapping)
        {
            _at.Position++;
            return isDash && ReadValue(ref next);
        }

        if (isDash || !_scalar.Read(ref next, int.MaxValue, isFlow: false) || !_scalar.IsKey)
        {
            return false;
        }

        _at.Position++;
        _step = Step.Value;
        return true;
    }

    private bool OpenFlow(ref YamlEvent next, int indent)
    {
        bool isMapping = _at.Text[_at.Position] == '{';
        next = new YamlEvent(isMapping ? YamlEventKind.MappingStart : YamlEventKind.SequenceStart, new TextSpan(_at.Position, 0), IsFlow: true);
        _at.Position++;
        _step = Step.FlowStart;
        return Open(isMapping ? Kind.FlowMapping : Kind.FlowSequence, indent);
    }

    /// <summary>Goes on in the innermost <c>[]</c> or <c>{}</c>.</summary>
    private bool ReadFlow(ref YamlEvent next)
    {
        (Kind kind, int indent) = _open[_depth - 1];
        bool isMapping = kind == Kind.FlowMapping;
        if (!SkipBlanksInFlow())
        {
            return false;
        }

        if (_step == Step.FlowNext && _at.Text[_at.Position] == ',')
        {
            _at.Position++;
            _step = Step.FlowItem;
            if (!SkipBlanksInFlow())
            {
                return false;
            }
        }

        char c = _at.Text[_at.Position];
        bool isKey = isMapping && _step != Step.FlowValue;
        if (c == (isMapping ? '}' : ']') && _step != Step.FlowValue)
        {
            next = new YamlEvent(YamlEventKind.CollectionEnd, new TextSpan(_at.Position, 0));
            _at.Position++;
            _depth--;
            return EndFlowNode();
        }

        if (_step == Step.FlowNext)
        {
            return false;
        }

        if (c is '[' or '{')
        {
            return !isKey && OpenFlow(ref next, indent);
        }

        if (!_scalar.Read(ref next, indent, isFlow: true) || _scalar.IsKey != isKey)
        {
            return false;
        }

        if (!isKey)
        {
            return EndFlowNode();
        }

        _at.Position++;
        _step = Step.FlowValue;
        return true;
    }

    /// <summary>What may stand behind a value depends on whether it is in another flow.</summary>
    private bool EndFlowNode()
    {
        bool isInFlow = _depth > 0 && _open[_depth - 1].Kind is Kind.FlowMapping or Kind.FlowSequence;
        _step = isInFlow ? Step.FlowNext : Step.Next;
        return isInFlow || EndsLine();
    }

    private bool SkipBlanksInFlow()
    {
        bool isNewLine = false;
        return _at.SkipBlanks(ref isNewLine) && !_at.IsAtEnd && !_at.IsAtMarker;
    }
}
