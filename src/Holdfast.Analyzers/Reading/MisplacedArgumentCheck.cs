using System.Collections.Immutable;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// Says where an argument of <c>[StatefulApp]</c> and the like belongs that they do not have. The compiler has an error for it, which names a missing type
/// (CS0246) or parameter (CS1739) and no attribute.
/// </summary>
internal static class MisplacedArgumentCheck
{
    /// <returns>Whether one of them belongs to the container.</returns>
    public static bool Report(AttributeData declaration, ReadContext context)
    {
        bool isOfContainer = false;
        if (declaration.AttributeClass is not { } attribute
            || declaration.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is not AttributeSyntax { ArgumentList.Arguments: var arguments })
        {
            return false;
        }

        foreach (AttributeArgumentSyntax argument in arguments)
        {
            if ((argument.NameEquals?.Name ?? argument.NameColon?.Name) is { } name
                && !Has(attribute, name.Identifier.ValueText)
                && MisplacedArguments.Instead(name.Identifier.ValueText, argument.Expression.ToString()) is { } instead)
            {
                string? moved = MisplacedArguments.Moved(name.Identifier.ValueText, argument.Expression.ToString());
                context.Advise(
                    ReadingProblems.MisplacedArgument,
                    name.GetLocation(),
                    moved is null ? ImmutableDictionary<string, string?>.Empty : FixProperties.Of(FixProperties.Expression, moved),
                    name.Identifier.ValueText,
                    AttributeNames.Written(attribute.Name),
                    instead);
                isOfContainer |= MisplacedArguments.IsOfContainer(name.Identifier.ValueText);
            }
        }

        return isOfContainer;
    }

    /// <summary>Whether an attribute has a property, or a parameter of its constructors has the name.</summary>
    private static bool Has(INamedTypeSymbol attribute, string name)
    {
        for (INamedTypeSymbol? type = attribute; type is not null; type = type.BaseType)
        {
            if (!type.GetMembers(name).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
