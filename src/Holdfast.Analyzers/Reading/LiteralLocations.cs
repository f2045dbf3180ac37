using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Reading;

/// <summary>From a part of a constant's text to its place in the source, where the constant is written as string literals.</summary>
internal static class LiteralLocations
{
    /// <param name="location">The expression.</param>
    /// <param name="value">The text that it stands for.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The place of a part, or that of the whole expression where it is not a plain literal.</returns>
    public static Func<TextSpan, Location?> In(Location location, string value, CancellationToken cancellationToken)
    {
        var positions = new List<int>(value.Length + 1);
        if (location.SourceTree is not { } tree
            || tree.GetRoot(cancellationToken).FindNode(location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax expression
            || !TryAdd(expression, positions)
            || positions.Count != value.Length + 1
            || positions[value.Length] > tree.Length)
        {
            return _ => location;
        }

        return span =>
        {
            int start = positions[Math.Min(span.Start, value.Length)];
            return Location.Create(tree, TextSpan.FromBounds(start, Math.Max(start, positions[Math.Min(span.End, value.Length)])));
        };
    }

    /// <summary>Adds where each character of the value stands, and where the last one ends.</summary>
    private static bool TryAdd(ExpressionSyntax expression, List<int> positions)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return TryAdd(parenthesized.Expression, positions);
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression):
                if (!TryAdd(binary.Left, positions))
                {
                    return false;
                }

                // The end of the first part is not a character.
                positions.RemoveAt(positions.Count - 1);
                return TryAdd(binary.Right, positions);
            case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression):
                return TryAdd(literal.Token, positions);
            default:
                return false;
        }
    }

    /// <summary>Adds where each character of a string literal's value stands, and where the last one ends; not for other tokens.</summary>
    public static bool TryAdd(SyntaxToken token, List<int> positions)
    {
        string text = token.Text;
        switch (token.Kind())
        {
            case SyntaxKind.StringLiteralToken when text.StartsWith("@", StringComparison.Ordinal):
                AddVerbatim(text, token.SpanStart, positions);
                return true;
            case SyntaxKind.StringLiteralToken:
                AddRegular(text, token.SpanStart, positions);
                return true;
            case SyntaxKind.SingleLineRawStringLiteralToken:
                int quotes = Quotes(text);
                AddRange(token.SpanStart + quotes, text.Length - (2 * quotes), positions);
                positions.Add(token.Span.End - quotes);
                return true;
            case SyntaxKind.MultiLineRawStringLiteralToken:
                AddRaw(text, token.SpanStart, positions);
                return true;
            default:
                return false;
        }
    }

    private static void AddVerbatim(string text, int offset, List<int> positions)
    {
        for (int i = 2; i < text.Length - 1; i++)
        {
            positions.Add(offset + i);
            i += text[i] == '"' ? 1 : 0;
        }

        positions.Add(offset + text.Length - 1);
    }

    private static void AddRegular(string text, int offset, List<int> positions)
    {
        for (int i = 1; i < text.Length - 1; i++)
        {
            positions.Add(offset + i);
            if (text[i] != '\\')
            {
                continue;
            }

            switch (text[i + 1])
            {
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    // Beyond the basic plane it is two characters.
                    if (string.CompareOrdinal(text, i + 2, "00010000", 0, 8) >= 0)
                    {
                        positions.Add(offset + i);
                    }

                    i += 9;
                    break;
                case 'x':
                    i++;
                    for (int digits = 0; digits < 4 && i + 1 < text.Length && Uri.IsHexDigit(text[i + 1]); digits++)
                    {
                        i++;
                    }

                    break;
                default:
                    i++;
                    break;
            }
        }

        positions.Add(offset + text.Length - 1);
    }

    /// <summary>The lines between those of the quotes, without the indentation of the last one.</summary>
    private static void AddRaw(string text, int offset, List<int> positions)
    {
        TextLineCollection lines = SourceText.From(text).Lines;
        TextLine last = lines[lines.Count - 1];
        int indentation = Math.Max(0, last.End - last.Start - Quotes(text));
        int end = offset + last.Start;
        for (int i = 1; i < lines.Count - 1; i++)
        {
            // A line of blanks may be shorter than the indentation. The break before the last line is none of the value's.
            int start = lines[i].Start + Math.Min(indentation, lines[i].End - lines[i].Start);
            int stop = i == lines.Count - 2 ? lines[i].End : lines[i].EndIncludingLineBreak;
            AddRange(offset + start, stop - start, positions);
            end = offset + stop;
        }

        positions.Add(end);
    }

    private static void AddRange(int start, int length, List<int> positions)
    {
        for (int i = 0; i < length; i++)
        {
            positions.Add(start + i);
        }
    }

    private static int Quotes(string text) => text.Length - text.TrimStart('"').Length;
}
