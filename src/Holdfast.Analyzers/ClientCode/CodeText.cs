using System.Buffers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>Looks at the characters of a file, or of a part of it, without a string of them.</summary>
internal static class CodeText
{
    public delegate T Looking<T>(ReadOnlySpan<char> text);

    /// <summary>Looks at the text of a file.</summary>
    public static T Look<T>(SyntaxTree tree, Looking<T> look, CancellationToken cancellationToken = default)
    {
        SourceText text = tree.GetText(cancellationToken);
        return Look(text, new TextSpan(0, text.Length), look);
    }

    /// <summary>Looks at the text of a node.</summary>
    public static T Look<T>(SyntaxNode node, Looking<T> look) => Look(node.SyntaxTree.GetText(), node.Span, look);

    /// <summary>Whether a name is in a text, and not as a part of another one.</summary>
    public static bool Has(ReadOnlySpan<char> text, string name)
    {
        int at = 0;
        while (text.Slice(at).IndexOf(name.AsSpan()) is >= 0 and var next)
        {
            if (IsName(text, at + next, name.Length))
            {
                return true;
            }

            at += next + name.Length;
        }

        return false;
    }

    /// <summary>Whether a name begins and ends where a part of a text does.</summary>
    public static bool IsName(ReadOnlySpan<char> text, int start, int length) =>
        (start == 0 || !IsInName(text[start - 1])) && (start + length == text.Length || !IsInName(text[start + length]));

    private static bool IsInName(char character) => character == '_' || char.IsLetterOrDigit(character);

    private static T Look<T>(SourceText text, TextSpan span, Looking<T> look)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(span.Length);
        try
        {
            text.CopyTo(span.Start, buffer, 0, span.Length);
            return look(buffer.AsSpan(0, span.Length));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }
}
