using System.Composition;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>Mounts a claim template that no container mounts.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MountPathCodeFix))]
[Shared]
public sealed class MountPathCodeFix() : DiagnosticCodeFix(Fixes.Mount)
{
    private protected override Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (Property(diagnostic, FixProperties.MountPath) is { } path && FindAttribute(root, diagnostic) is { } attribute

            // Where there is one, it is the container that lacks.
            && attribute.ArgumentList?.Arguments.Any(static given => given.NameEquals?.Name.Identifier.ValueText == "MountPath") != true)
        {
            AttributeArgumentSyntax argument = AttributeSyntaxNames.Named(
                "MountPath",
                SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(path)));
            AttributeSyntax changed = attribute.WithArgumentList(AttributeSyntaxNames.Append(attribute.ArgumentList, argument));
            Offer(context, diagnostic, $"Mount it at '{path}'", nameof(MountPathCodeFix), root.ReplaceNode(attribute, changed));
        }

        return Task.CompletedTask;
    }

    /// <summary>The diagnostic is at the member that the template's name is made of, or at the name itself.</summary>
    private static AttributeSyntax? FindAttribute(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<PropertyDeclarationSyntax>()?.AttributeLists
            .SelectMany(static list => list.Attributes)
            .FirstOrDefault(static attribute => AttributeSyntaxNames.Is(attribute, AttributeNames.VolumeClaim));
}
