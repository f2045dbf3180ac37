using Holdfast.Analyzers.Declarations;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads of another application's type as much as it takes to select its pods: name and namespace.</summary>
internal static class ReferencedAppName
{
    public static AppReference Read(INamedTypeSymbol type)
    {
        if (AppReader.FindDeclaration(type) is not { } declaration)
        {
            return new AppReference(type.Name, IsApp: false, Declared<string>.Unknown(null), default);
        }

        // What is wrong over there is said over there, and its places are none of this declaration's.
        var arguments = new AttributeArguments(declaration, ReadContext.ForGenerator(CancellationToken.None));
        return new AppReference(
            type.Name,
            IsApp: true,
            arguments.String("Name").Or(MemberNames.ToKebabCase(type.Name), null),
            arguments.String("Namespace"));
    }
}
