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
            .SelectMany(Paragraphs)
            .Select(static text => Blanks().Replace(text, " ").Trim())
            .Where(static text => text.Length > 0);
    }

    /// <summary>What stands before the first paragraph, which is one, too, and the paragraphs.</summary>
    private static IEnumerable<string> Paragraphs(XElement element) =>
    [
        string.Concat(element.Nodes()
            .TakeWhile(static node => node is not XElement { Name.LocalName: "para" })
            .Select(static node => node is XElement inner ? inner.Value : (node as XText)?.Value)),
        .. element.Elements("para").Select(static para => para.Value),
    ];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
