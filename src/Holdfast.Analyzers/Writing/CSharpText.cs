using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Writing;

/// <summary>Values as C# source.</summary>
internal static class CSharpText
{
    private static readonly char[] Special = ['&', '<', '>', '\r', '\n'];

    /// <summary>A string literal, or <c>null</c>.</summary>
    public static string Literal(string? value) => value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>Text inside an XML documentation comment, on one line.</summary>
    public static string Documentation(string value) => value.IndexOfAny(Special) < 0
        ? value
        : value.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\r", " ").Replace("\n", " ");
}
