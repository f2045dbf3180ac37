using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>Which of Holdfast's attributes count for a symbol. All readers ask here, so they agree on it.</summary>
internal static class DeclaredAttributes
{
    /// <summary>In source order.</summary>
    public static IEnumerable<DeclaredAttribute> Of(ISymbol symbol, ReadContext context)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (AppReader.IsOurs(attribute, out string name))
            {
                yield return new DeclaredAttribute(name, new AttributeArguments(attribute, context));
            }
        }
    }
}
