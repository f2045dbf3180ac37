using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Reading.Yaml;

/// <summary>
/// The reader of YAML: from a text, whoever wrote it, to the trees that rules look at. It reads as kubectl and the API
/// server do, by the rules of YAML 1.1. Whatever the text is, it gives an answer soon and throws nothing.
/// </summary>
internal static class YamlReader
{
    /// <param name="text">The text.</param>
    /// <param name="place">From a part of the text to where the user wrote it; null where nobody asks.</param>
    public static YamlReading Read(string text, Func<TextSpan, Location?>? place = null)
    {
        var problems = new YamlProblems(text, place);
        if (text.Length > YamlLimits.Characters)
        {
            problems.Add($"it has {text.Length} characters, and the API server takes {YamlLimits.Characters} at most", default);
            return new YamlReading([], problems.ToImmutable());
        }

        var events = new List<YamlEvent>();
        (string Message, TextSpan Span)? failure = Parse(text, events);
        ImmutableArray<MappingNode> documents = new YamlTree(text, events, problems, place).Read();
        if (failure is { } problem)
        {
            problems.Add(problem.Message, problem.Span);
        }

        return new YamlReading(documents, problems.ToImmutable());
    }

    /// <summary>How a manifest file is told places in it.</summary>
    public static Func<TextSpan, Location?> PlacesIn(string path, SourceText text) =>
        span => Location.Create(path, span, text.Lines.GetLinePositionSpan(span));

    private static (string Message, TextSpan Span)? Parse(string text, List<YamlEvent> events)
    {
        try
        {
            return ParseWithLibrary(text, events);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The library's own mistakes, or a folder of analyzers from which somebody took it away.
            return ($"the reader failed ({exception.GetType().Name}: {exception.Message})", default);
        }
    }

    /// <summary>On its own, so that the library is looked for inside of the <c>try</c>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (string Message, TextSpan Span)? ParseWithLibrary(string text, List<YamlEvent> events) => YamlParser.Parse(text, events);
}
