using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Reading;

/// <summary>From a part of a declared text to its place: in the literal that it is written as, or in the file that it is read from.</summary>
internal static class TextLocations
{
    /// <param name="file">The file; absent where the text is in code.</param>
    /// <param name="text">The text, with the line ends that it has in a container.</param>
    /// <param name="files">The files of the project.</param>
    /// <param name="context">What is asked for.</param>
    public static Func<TextSpan, Location?> Of(Declared<string> file, Declared<string> text, Func<ImmutableArray<ProjectFile>> files, ReadContext context)
    {
        string known = text.OrDefault(string.Empty);
        if (file.TryGet(out string? path))
        {
            return files().FirstOrDefault(candidate => candidate.Path == ConfigPath.Normalize(path)) is { } found
                ? InFile(found, context.CancellationToken)
                : _ => file.Location;
        }

        return text.Location is { } location ? InLiteral(Expression(location, context.CancellationToken) ?? location, known, context) : static _ => null;
    }

    /// <summary>In an item of a list.</summary>
    public static Func<TextSpan, Location?> OfItem(Declared<EquatableArray<string>> list, int index, string text, ReadContext context) =>
        list.Location is { } location ? InLiteral(Item(location, index, context.CancellationToken) ?? location, text, context) : static _ => null;

    /// <summary>In a file of the project, whose lines may end in another way than those of the text.</summary>
    public static Func<TextSpan, Location?> InFile(ProjectFile file, CancellationToken cancellationToken)
    {
        if (file.Source.GetText(cancellationToken) is not { } source)
        {
            return static _ => null;
        }

        Func<int, int> written = Written(source.ToString());
        return span =>
        {
            var place = TextSpan.FromBounds(written(span.Start), written(span.End));
            return Location.Create(file.Source.Path, place, source.Lines.GetLinePositionSpan(place));
        };
    }

    private static Func<TextSpan, Location?> InLiteral(Location location, string text, ReadContext context)
    {
        Func<TextSpan, Location?> places = context.PlacesIn(location, text);
        if (text.IndexOf('\n') < 0 || location.SourceTree?.GetText(context.CancellationToken) is not { } source || source.ToString(location.SourceSpan).IndexOf('\r') < 0)
        {
            return places;
        }

        // A literal that spans lines has the line ends of its source.
        string raw = text.Replace("\n", "\r\n");
        Func<int, int> written = Written(raw);
        Func<TextSpan, Location?> inRaw = context.PlacesIn(location, raw);
        return span => inRaw(TextSpan.FromBounds(written(span.Start), written(span.End)));
    }

    /// <summary>From a position in a text with <c>\n</c> at the ends of lines to that in the same one with others.</summary>
    private static Func<int, int> Written(string raw)
    {
        if (raw.IndexOf("\r\n", StringComparison.Ordinal) < 0)
        {
            return position => Math.Min(position, raw.Length);
        }

        var positions = new List<int>(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\r' || i + 1 == raw.Length || raw[i + 1] != '\n')
            {
                positions.Add(i);
            }
        }

        return position => position < positions.Count ? positions[position] : raw.Length;
    }

    /// <summary>The value of a constant whose name is at a place; null where that is not one.</summary>
    private static Location? Expression(Location location, CancellationToken cancellationToken) =>
        Node(location, cancellationToken) is VariableDeclaratorSyntax { Initializer: { } initializer } ? initializer.Value.GetLocation() : null;

    private static Location? Item(Location location, int index, CancellationToken cancellationToken)
    {
        ExpressionSyntax[] items = Node(location, cancellationToken) switch
        {
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => [.. initializer.Expressions],
            ImplicitArrayCreationExpressionSyntax array => [.. array.Initializer.Expressions],
            CollectionExpressionSyntax collection => [.. collection.Elements.OfType<ExpressionElementSyntax>().Select(static element => element.Expression)],
            _ => [],
        };
        return index < items.Length ? items[index].GetLocation() : null;
    }

    private static SyntaxNode? Node(Location location, CancellationToken cancellationToken) =>
        location.SourceTree?.GetRoot(cancellationToken).FindNode(location.SourceSpan, getInnermostNodeForTie: true);
}
