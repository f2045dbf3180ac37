using System.Composition;
using System.Globalization;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Judging;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Yaml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.CodeFixes;

/// <summary>
/// Puts the value that a rule suggests in the place of the one at fault: a text or a number, a part of a text, the member
/// of an enum, or, where a name was made of a member's, the attribute's <c>Name</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceTextCodeFix))]
[Shared]
public sealed class ReplaceTextCodeFix() : DiagnosticCodeFix(Fixes.ReplaceText, Fixes.ReplaceEnumMember)
{
    private protected override Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (Property(diagnostic, FixProperties.Replacement) is not { } replacement || IsInCode(diagnostic))
        {
            return Task.CompletedTask;
        }

        TextSpan span = diagnostic.Location.SourceSpan;
        SyntaxNode? at = root.FindNode(span, getInnermostNodeForTie: true);
        if (at is LiteralExpressionSyntax && at.Span != span)
        {
            RegisterInText(context, diagnostic, replacement);
            return Task.CompletedTask;
        }

        SyntaxNode? changed = at switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) =>
                root.ReplaceNode(literal, StringLiteral(replacement).WithTriviaFrom(literal)),
            LiteralExpressionSyntax flag when flag.IsKind(SyntaxKind.TrueLiteralExpression) || flag.IsKind(SyntaxKind.FalseLiteralExpression) =>
                root.ReplaceNode(flag, Flag(replacement).WithTriviaFrom(flag)),
            LiteralExpressionSyntax number when number.IsKind(SyntaxKind.NumericLiteralExpression) && int.TryParse(replacement, NumberStyles.None, CultureInfo.InvariantCulture, out int right) =>
                root.ReplaceNode(number, SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(right)).WithTriviaFrom(number)),
            PropertyDeclarationSyntax property when NamedAttribute(property) is { } attribute =>
                root.ReplaceNode(attribute, WithName(attribute, replacement)),
            _ when FixCatalog.Offers(diagnostic, Fixes.ReplaceEnumMember) => EnumMember(at, span) is { } member
                ? root.ReplaceNode(member, SyntaxFactory.IdentifierName(replacement).WithTriviaFrom(member))
                : null,
            _ => null,
        };
        if (changed is not null)
        {
            Offer(context, diagnostic, $"Change to '{replacement}'", nameof(ReplaceTextCodeFix), changed);
        }

        return Task.CompletedTask;
    }

    /// <summary>Whether it is about a name in code, which is <see cref="NameInCodeFix"/>'s, and not about a declaration's text.</summary>
    private static bool IsInCode(Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations.Count > 0 && FixCatalog.Offers(diagnostic, Fixes.NameInCode);

    /// <summary>A value or a key of a patch, in quotes or not, or a name in a placeholder: a word that needs none, and no escape in C# either, takes its place.</summary>
    private static void RegisterInText(CodeFixContext context, Diagnostic diagnostic, string replacement)
    {
        if (PlainScalar.CanHold(replacement) && replacement.All(static c => c is > ' ' and <= '~' and not ('"' or '\\')))
        {
            Offer(context, diagnostic, $"Change to '{replacement}'", nameof(ReplaceTextCodeFix), new TextChange(diagnostic.Location.SourceSpan, replacement));
        }
    }

    /// <summary>The name of an enum's member, which is the same in Kubernetes: <c>Delete</c> of <c>ClaimRetention.Delete</c>.</summary>
    private static SimpleNameSyntax? EnumMember(SyntaxNode? at, TextSpan span) =>
        at?.AncestorsAndSelf().OfType<MemberAccessExpressionSyntax>().LastOrDefault(access => access.Span == span)?.Name;

    private static LiteralExpressionSyntax Flag(string text) =>
        SyntaxFactory.LiteralExpression(text == "true" ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression);

    private static LiteralExpressionSyntax StringLiteral(string text) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));

    /// <summary>The attribute that declares the member, where its name was not given yet.</summary>
    private static AttributeSyntax? NamedAttribute(PropertyDeclarationSyntax property) => property.AttributeLists
        .SelectMany(static list => list.Attributes)
        .FirstOrDefault(static attribute => AttributeSyntaxNames.Is(attribute, AttributeNames.Port, AttributeNames.VolumeClaim, AttributeNames.ExistingClaim, AttributeNames.ClientService)
            && attribute.ArgumentList?.Arguments.Any(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Name") != true);

    private static AttributeSyntax WithName(AttributeSyntax attribute, string name)
    {
        AttributeArgumentSyntax argument = AttributeSyntaxNames.Named("Name", StringLiteral(name));
        return attribute.WithArgumentList(AttributeSyntaxNames.Append(attribute.ArgumentList, argument));
    }
}
