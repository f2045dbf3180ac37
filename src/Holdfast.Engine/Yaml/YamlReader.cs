using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Yaml;

/// <summary>
/// The reader of YAML: from a text of any origin to the trees that rules look at. It reads as kubectl and the API
/// server do, by the rules of YAML 1.1. Whatever the text is, it gives an answer soon and throws nothing.
/// </summary>
internal static class YamlReader
{
    /// <param name="text">The text.</param>
    /// <param name="place">From a part of the text to where the user wrote it; null where it is not needed.</param>
    public static YamlReading Read(string text, Func<TextSpan, Location?>? place = null) =>
        ReadWith(text, place is null ? null : span => place(span));

    /// <param name="text">The text of a file, which may be a list of something else than objects.</param>
    /// <param name="places">Places in the file.</param>
    public static YamlReading Read(string text, FileLocations places) =>
        ReadWith(text, span => NodeLocation.In(places, span), takesLists: true);

    /// <param name="text">A text within another file, which may be a list of something else than objects.</param>
    /// <param name="location">The place of all of it.</param>
    public static YamlReading ReadWithin(string text, NodeLocation location) => ReadWith(text, _ => location, takesLists: true);

    /// <summary>How a manifest file shows places in it.</summary>
    public static FileLocations PlacesIn(string path, SourceText text) => new(path, text);

    private static YamlReading ReadWith(string text, Func<TextSpan, NodeLocation>? place, bool takesLists = false)
    {
        if (text.Length > YamlLimits.Characters)
        {
            var problems = new YamlProblems(text, place);
            problems.Add($"it has {text.Length} characters, and the API server accepts at most {YamlLimits.Characters}", default);
            return new YamlReading([], problems.ToImmutable());
        }

        if (ReadOnce(text, place, takesLists, isSimple: true, out bool isFault) is { } simple)
        {
            return simple;
        }

        YamlReading reading = ReadOnce(text, place, takesLists, isSimple: false, out isFault)!;
        if (isFault && FlowLines.Join(text) is var joined && joined != text)
        {
            YamlReading second = ReadOnce(joined, place, takesLists, isSimple: false, out bool isFaultAgain)!;
            reading = isFaultAgain ? reading : second;
        }

        return reading;
    }

    /// <returns>Null where a text is not simple and was to be.</returns>
    private static YamlReading? ReadOnce(string text, Func<TextSpan, NodeLocation>? place, bool takesLists, bool isSimple, out bool isFault)
    {
        var problems = new YamlProblems(text, place);
        var events = new YamlEvents(text, isSimple);
        var tree = new YamlTree(text, events, problems, place);
        ImmutableArray<MappingNode> documents = tree.Read(takesLists);
        isFault = events.IsFault;
        if (events.IsRefused)
        {
            return null;
        }

        if (events.Failure is { } problem)
        {
            problems.Add(problem.Message, problem.Span, isFault: events.IsFault);
        }

        return new YamlReading(documents, problems.ToImmutable()) { Lists = tree.Lists };
    }
}
