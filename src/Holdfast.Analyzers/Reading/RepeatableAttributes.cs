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

    /// <summary>What distinguishes several of one class: the first argument, or what <c>[Allow]</c> is about; null where nothing does.</summary>
    public static string? KeyOf(AttributeData attribute) =>
        (attribute.AttributeClass?.Name == AttributeNames.Allow ? attribute.ConstructorArguments.ElementAtOrDefault(1) : attribute.ConstructorArguments.FirstOrDefault())
            is { Kind: TypedConstantKind.Primitive, Value: { } key } ? key.ToString() : null;
}
