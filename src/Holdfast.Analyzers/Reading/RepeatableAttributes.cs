using Holdfast.Engine.Declarations.Names;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>Which attributes declare one thing more each time, as opposed to saying the same thing again.</summary>
internal static class RepeatableAttributes
{
    public static bool Contains(AttributeData attribute)
    {
        for (INamedTypeSymbol? part = attribute.AttributeClass; part is not null; part = part.BaseType)
        {
            if (part.Name == AttributeNames.RepeatableDeclaration)
            {
                return true;
            }
        }

        return false;
    }
}
