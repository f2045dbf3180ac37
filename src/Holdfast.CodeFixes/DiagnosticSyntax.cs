using Holdfast.Engine.Declarations.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>The attribute and the types at the place of a diagnostic.</summary>
internal static class DiagnosticSyntax
{
    /// <summary>
    /// An attribute that fixes a diagnostic: the one at its place, or else the one of that class on the type around it. Null
    /// where there is none in this part of the type, and where the place is in a patch, which no attribute overrules.
    /// </summary>
    public static AttributeSyntax? AttributeOf(SyntaxNode root, Location location, string className)
    {
        AttributeSyntax? at = At(root, location);
        if (at is not null && AttributeSyntaxNames.Is(at, AttributeNames.Patch))
        {
            return null;
        }

        return at is not null && AttributeSyntaxNames.Is(at, className)
            ? at
            : TypesAround(root, location).SelectMany(static type => type.AttributeLists).SelectMany(static list => list.Attributes)
                .FirstOrDefault(attribute => AttributeSyntaxNames.Is(attribute, className));
    }

    /// <summary>The types around a place, innermost first.</summary>
    public static IEnumerable<TypeDeclarationSyntax> TypesAround(SyntaxNode root, Location location) =>
        root.FindNode(location.SourceSpan).AncestorsAndSelf().OfType<TypeDeclarationSyntax>();

    /// <summary>The attribute at a place.</summary>
    public static AttributeSyntax? At(SyntaxNode root, Location location) =>
        root.FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>();
}
