using System.Globalization;
using Holdfast.Engine.Declarations.Names;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Generation;

/// <summary>Values as C# source.</summary>
internal static class CSharpText
{
    /// <summary>The namespace of the library that generated code uses, in full.</summary>
    public const string Runtime = "global::Holdfast.";

    /// <summary>The attribute of what is generated.</summary>
    public static readonly string GeneratedCode =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"Holdfast\", \"{typeof(CSharpText).Assembly.GetName().Version}\")]";

    /// <summary>What ends a line in C#; behind any of them a comment is over.</summary>
    private static readonly char[] LineEnds = ['\r', '\n', '\u0085', '\u2028', '\u2029'];

    private static readonly char[] Special = ['&', '<', '>', .. LineEnds];

    /// <summary>A string literal, or <c>null</c>.</summary>
    public static string Literal(string? value) => value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The type of a member, in full.</summary>
    public static string TypeOf(string name) => name == PropertyTypeNames.String ? name : Runtime + name;

    /// <summary>Text inside an XML documentation comment, on one line.</summary>
    public static string Documentation(string value)
    {
        if (value.IndexOfAny(Special) < 0)
        {
            return value;
        }

        string text = value.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
        foreach (char end in LineEnds)
        {
            text = text.Replace(end, ' ');
        }

        return text;
    }
}
