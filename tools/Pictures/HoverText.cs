using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Holdfast.Tools.Pictures;

/// <summary>What an editor shows of a symbol: its signature, and its documentation without the tags.</summary>
public static partial class HoverText
{
    /// <summary>The first line of a tooltip.</summary>
    public static SymbolDisplayFormat Signature { get; } = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType);

    /// <summary>The paragraphs below it.</summary>
    public static IEnumerable<string> Of(ISymbol symbol)
    {
        var documentation = XElement.Parse(symbol.GetDocumentationCommentXml() is { Length: > 0 } xml ? xml : "<member/>");
        return documentation.Elements()
            .SelectMany(static element => element.Elements("para").Any() ? element.Elements("para") : [element])
            .Select(static element => Blanks().Replace(element.Value, " ").Trim());
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
