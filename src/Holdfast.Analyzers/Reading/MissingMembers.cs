using System.Collections.Immutable;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// Partial properties that Holdfast should implement and does not. The compiler misses their other part (CS9248, CS0751) and
/// stops before it asks an analyzer, so the generator says why. Both ask here, so that it is said once.
/// </summary>
internal static class MissingMembers
{
    /// <summary>Whether the compiler stops at a type that Holdfast cannot add to.</summary>
    public static bool StopCompiler(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        bool isMissing = type.GetMembers().Any(member => member switch
        {
            IPropertySymbol property => IsHoldfasts(property) && IsMissing(property, cancellationToken),
            INamedTypeSymbol nested => StopCompiler(nested, cancellationToken),
            _ => false,
        });

        // One half without the keyword is an error where there are two (CS0260).
        return isMissing
            || (type.DeclaringSyntaxReferences.Length > 1 && type.DeclaringSyntaxReferences.Any(reference =>
                reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax half && !half.Modifiers.Any(SyntaxKind.PartialKeyword)));
    }

    /// <summary>Whether a property is partial and has one part only.</summary>
    public static bool IsMissing(IPropertySymbol property, CancellationToken cancellationToken) =>
        (!property.IsPartialDefinition || property.PartialImplementationPart is null)
        && property.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) is PropertyDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Whether a property is for Holdfast to implement: it has one of its attributes, or a type that only Holdfast makes values of.</summary>
    public static bool IsHoldfasts(IPropertySymbol property) =>
        property.GetAttributes().Any(static attribute => AppReader.IsOurs(attribute, out _)) || HasHoldfastsType(property);

    /// <summary>Says which partial properties of a type lack the attribute that makes something of them.</summary>
    public static void ReportWithoutAttribute(INamedTypeSymbol type, ReadContext context)
    {
        foreach (ISymbol member in context.Found.MembersOf(type))
        {
            if (member is IPropertySymbol property
                && HasHoldfastsType(property)
                && !property.GetAttributes().Any(static attribute => AppReader.IsOurs(attribute, out _))
                && IsMissing(property, context.CancellationToken)
                && !IsTakenOver(property, type, context))
            {
                context.Report(
                    stopsCompiler: true,
                    ReadingProblems.MemberForm,
                    property.Locations.FirstOrDefault(),
                    ImmutableDictionary<string, string?>.Empty,
                    property.Name,
                    "has no attribute that says what it is",
                    $"{MemberKinds.OwnTypes[property.Type.Name]} static partial {property.Type.Name} {property.Name} {{ get; }}");
            }
        }
    }

    private static bool HasHoldfastsType(IPropertySymbol property) =>
        property.Type is INamedTypeSymbol type && MemberKinds.OwnTypes.ContainsKey(type.Name) && AppReader.IsOurs(type);

    /// <summary>Whether an interface or a base class declares it, with the attribute.</summary>
    private static bool IsTakenOver(IPropertySymbol property, INamedTypeSymbol type, ReadContext context) =>
        context.Found.ConventionsOf(type).Any(convention => !convention.GetMembers(property.Name).IsEmpty);
}
