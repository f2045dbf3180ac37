using System.Composition;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>Makes a claim template of a claim that all replicas share.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClaimTemplateCodeFix))]
[Shared]
public sealed class ClaimTemplateCodeFix() : DiagnosticCodeFix(Fixes.MakeClaimTemplate)
{
    /// <summary>A template must say a size, and the shared claim's is not known here.</summary>
    private const string Size = "10Gi";

    private static readonly string[] KeptArguments = ["Name", "MountPath", "SubPath"];

    private protected override Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        SyntaxNode? at = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (at?.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
            && AttributeSyntaxNames.Is(attribute, AttributeNames.ExistingClaim)
            && attribute.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { } property)
        {
            PropertyDeclarationSyntax changed = property
                .ReplaceNode(attribute, ToVolumeClaim(attribute))
                .WithType(ToClaimTemplate(property.Type));
            Offer(context, diagnostic, $"Give each replica its own claim ({Size} each)", nameof(ClaimTemplateCodeFix), root.ReplaceNode(property, changed));
        }

        return Task.CompletedTask;
    }

    private static AttributeSyntax ToVolumeClaim(AttributeSyntax attribute)
    {
        AttributeArgumentListSyntax arguments = AttributeSyntaxNames.Append(null, SyntaxFactory.AttributeArgument(
            SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(Size))));
        foreach (AttributeArgumentSyntax argument in attribute.ArgumentList?.Arguments ?? default)
        {
            if (KeptArguments.Contains(argument.NameEquals?.Name.Identifier.ValueText))
            {
                arguments = AttributeSyntaxNames.Append(arguments, argument.WithoutTrivia());
            }
        }

        return attribute
            .WithName(AttributeSyntaxNames.Rename(attribute.Name, AttributeNames.VolumeClaim))
            .WithArgumentList(arguments);
    }

    private static TypeSyntax ToClaimTemplate(TypeSyntax type)
    {
        IdentifierNameSyntax simple = SyntaxFactory.IdentifierName(PropertyTypeNames.ClaimTemplate);
        return type switch
        {
            QualifiedNameSyntax qualified => qualified.WithRight(simple).WithTriviaFrom(type),
            AliasQualifiedNameSyntax alias => alias.WithName(simple).WithTriviaFrom(type),
            _ => simple.WithTriviaFrom(type),
        };
    }
}
