using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Yaml;

/// <summary>What is in a text, one thing after the other, up to its end or to where it cannot be read.</summary>
internal sealed class YamlEvents
{
    private readonly string _text;
    private readonly SimpleYaml? _simple;
    private YamlParser? _parser;
    private YamlEvent _current;

    /// <param name="text">The text.</param>
    /// <param name="isSimple">Whether it is read only as far as that needs no library.</param>
    public YamlEvents(string text, bool isSimple)
    {
        _text = text;
        _simple = isSimple ? new SimpleYaml(text) : null;
        Advance();
    }

    /// <summary>Whether there is nothing more.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>What comes next, unless <see cref="IsAtEnd"/>.</summary>
    public ref readonly YamlEvent Current => ref _current;

    /// <summary>Why the rest cannot be read; null as long as all can.</summary>
    public (string Message, TextSpan Span)? Failure { get; private set; }

    /// <summary>Whether the text needs the library, and what was read of it without one is void.</summary>
    public bool IsRefused => _simple is { IsRefused: true };

    /// <summary>Whether the library failed, which says nothing about the text.</summary>
    public bool IsFault { get; private set; }

    public void Advance()
    {
        if (_simple is not null)
        {
            IsAtEnd = IsAtEnd || !_simple.MoveNext(ref _current);
            return;
        }

        int read = _current.Span.End;
        try
        {
            IsAtEnd = IsAtEnd || !MoveNext();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The library's own mistakes, or a folder of analyzers from which it was removed.
            Failure = exception is FileNotFoundException or FileLoadException or TypeLoadException
                ? ("the assembly YamlDotNet is not beside the analyzers", default)
                : ("what follows is YAML in a form that is not known here", TextSpan.FromBounds(read, read));
            IsFault = true;
            IsAtEnd = true;
        }
    }

    /// <summary>On its own, so that the library is looked for inside of the <c>try</c>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool MoveNext()
    {
        _parser ??= new YamlParser(_text);
        if (_parser.MoveNext(ref _current))
        {
            return true;
        }

        Failure = _parser.Failure;
        return false;
    }
}
