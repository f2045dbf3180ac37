using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Writing;

/// <summary>Values as C# source.</summary>
internal static class CSharpText
{
    /// <summary>A string literal, or <c>null</c>.</summary>
    public static string Literal(string? value) => value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>The inside of a verbatim string literal.</summary>
    public static string Verbatim(string value) => value.Replace("\"", "\"\"");

    /// <summary>Text inside an XML documentation comment, on one line.</summary>
    public static string Documentation(string value) =>
        value.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\r", " ").Replace("\n", " ");
}
