using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Yaml;

/// <summary>Collects problems of one text.</summary>
internal sealed class YamlProblems(string text, Func<TextSpan, NodeLocation>? place)
{
    /// <summary>With so many problems, further ones are not read.</summary>
    private const int Most = 100;

    private readonly List<YamlProblem> _problems = [];
    private SourceText? _text;

    public void Add(string message, TextSpan span, bool isRepeatedKey = false, bool isFault = false)
    {
        // A collection begins where its first item does, so one place can come up twice.
        if (_problems.Count < Most && !_problems.Any(known => known.Span == span && known.Message == message))
        {
            _text ??= SourceText.From(text);
            _problems.Add(new YamlProblem(message, span, _text.Lines.GetLinePosition(span.Start), place?.Invoke(span).Location) { IsRepeatedKey = isRepeatedKey, IsFault = isFault });
        }
    }

    public ImmutableArray<YamlProblem> ToImmutable() => [.. _problems.OrderBy(static problem => problem.Span.Start)];
}
