using System.Composition;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Judging;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>Gives a set a headless Service that governs it: one with its own name, or the one that it names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HeadlessServiceCodeFix))]
[Shared]
public sealed class HeadlessServiceCodeFix() : DiagnosticCodeFix(Fixes.GovernByOwnService)
{
    private const string ServiceNameArgument = "ServiceName";

    private protected override async Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        // A use of a pod's name points to the declaration, which may be in another file.
        Location declaration = diagnostic.AdditionalLocations.FirstOrDefault() ?? diagnostic.Location;
        if (declaration.SourceTree is not { } tree
            || context.Document.Project.Solution.GetDocument(tree) is not { } document
            || await tree.GetRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } declaring
            || declaring.FindNode(declaration.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute
            || ServiceName(attribute) is not { } argument
            || attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
        {
            return;
        }

        bool hasHeadless = type.AttributeLists.SelectMany(static list => list.Attributes)
            .Any(static other => AttributeSyntaxNames.Is(other, AttributeNames.HeadlessService));
        // What is offered first has one key for all diagnostics of an id, so that fix-all leaves none of them.
        string key = nameof(HeadlessServiceCodeFix) + diagnostic.Id;
        if (FixCatalog.Offers(diagnostic, Fixes.DeclareService) && !hasHeadless && argument.Expression is LiteralExpressionSyntax name)
        {
            OfferIn($"Declare the headless Service '{name.Token.ValueText}'", declaring.ReplaceNode(type, Declare(type, attribute)));
            key += nameof(Leave);
        }

        OfferIn(
            hasHeadless ? "Let the declared headless Service govern the set" : "Let a headless Service with the set's name govern it",
            declaring.ReplaceNode(attribute, Leave(attribute, argument)));

        void OfferIn(string title, SyntaxNode changed) => context.RegisterCodeFix(
            CodeAction.Create(title, _ => Task.FromResult(document.WithSyntaxRoot(changed).Project.Solution), key),
            diagnostic);
    }

    private static AttributeArgumentSyntax? ServiceName(AttributeSyntax attribute) =>
        AttributeSyntaxNames.Is(attribute, AttributeNames.StatefulApp)
            ? attribute.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == ServiceNameArgument)
            : null;

    /// <summary>Without its own name, the set is governed by the headless Service that Holdfast makes.</summary>
    private static AttributeSyntax Leave(AttributeSyntax attribute, AttributeArgumentSyntax argument) =>
        attribute.WithArgumentList(AttributeSyntaxNames.Remove(attribute.ArgumentList!, argument));

    private static TypeDeclarationSyntax Declare(TypeDeclarationSyntax type, AttributeSyntax application)
    {
        var list = (AttributeListSyntax)application.Parent!;
        AttributeListSyntax headless = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(
                SyntaxFactory.Attribute(AttributeSyntaxNames.Rename(application.Name, AttributeNames.HeadlessService))))
            .WithLeadingTrivia(list.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
            .WithTrailingTrivia(list.GetTrailingTrivia());
        return type.InsertNodesAfter(list, [headless]);
    }
}
