using System.Composition;
using Holdfast.Analyzers.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>Adds the attribute that a type lacks: a disruption budget, a readiness probe, a startup probe.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddAttributeCodeFix))]
[Shared]
public sealed class AddAttributeCodeFix() : DiagnosticCodeFix(NoBudgetId, NoReadinessId, SlowStartId)
{
    private const string NoBudgetId = "HF5004";

    private const string NoReadinessId = "HF5015";

    private const string SlowStartId = "HF5018";

    /// <summary>With the default period of ten seconds that is five minutes.</summary>
    private const string StartupFailures = "30";

    private protected override Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (DeclaredTypes.At(root, diagnostic.Location) is { } at
            && !AttributeSyntaxNames.Is(at, AttributeNames.Patch)
            && at.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            && Missing(diagnostic.Id, at, type) is { } missing)
        {
            Offer(context, diagnostic, missing.Title, nameof(AddAttributeCodeFix) + diagnostic.Id, root.ReplaceNode(type, Add(type, at, missing.Attribute)));
        }

        return Task.CompletedTask;
    }

    private static (string Title, AttributeSyntax Attribute)? Missing(string id, AttributeSyntax at, TypeDeclarationSyntax type)
    {
        switch (id)
        {
            case NoBudgetId:
                return ("Let a drain take one member at a time", Attribute(at, AttributeNames.DisruptionBudget, AttributeSyntaxNames.Named("MaxUnavailable", SyntaxFactory.ParseExpression("1"))));
            case NoReadinessId when FirstPort(type) is { } port && !IsAskedForLife(type, port):
                return ($"Call members ready when '{port}' answers", Attribute(at, AttributeNames.ReadinessProbe, AttributeSyntaxNames.Named("Port", SyntaxFactory.ParseExpression($"nameof({port})"))));
            case SlowStartId when AttributeSyntaxNames.Is(at, AttributeNames.LivenessProbe) && Has(at, "Port", "GrpcPort", "Command"):
                AttributeArgumentSyntax[] question =
                [
                    .. (at.ArgumentList?.Arguments ?? default)
                        .Where(static argument => argument.NameEquals?.Name.Identifier.ValueText is not ("FailureThreshold" or "PeriodSeconds" or "InitialDelaySeconds"))
                        .Select(static argument => argument.WithoutTrivia()),
                ];
                return ("Give members five minutes to start", Attribute(at, AttributeNames.StartupProbe, [.. question, AttributeSyntaxNames.Named("FailureThreshold", SyntaxFactory.ParseExpression(StartupFailures))]));
            default:
                return null;
        }
    }

    /// <summary>The first member of the type itself that declares a port; a probe sees its own container's only.</summary>
    private static string? FirstPort(TypeDeclarationSyntax type) => type.Members
        .OfType<PropertyDeclarationSyntax>()
        .FirstOrDefault(static property => property.AttributeLists.SelectMany(static list => list.Attributes)
            .Any(static attribute => AttributeSyntaxNames.Is(attribute, AttributeNames.Port)))?
        .Identifier.ValueText;

    /// <summary>Whether a liveness probe asks the port the same: a restart is no answer to what should take a pod out of service.</summary>
    private static bool IsAskedForLife(TypeDeclarationSyntax type, string port) => type.AttributeLists
        .SelectMany(static list => list.Attributes)
        .Where(static attribute => AttributeSyntaxNames.Is(attribute, AttributeNames.LivenessProbe) && !Has(attribute, "HttpPath", "GrpcPort", "Command"))
        .SelectMany(static attribute => attribute.ArgumentList?.Arguments ?? default)
        .Any(argument => argument.NameEquals?.Name.Identifier.ValueText == "Port"
            && argument.Expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == port));

    private static bool Has(AttributeSyntax attribute, params string[] arguments) =>
        attribute.ArgumentList?.Arguments.Any(argument => arguments.Contains(argument.NameEquals?.Name.Identifier.ValueText)) == true;

    private static AttributeSyntax Attribute(AttributeSyntax like, string className, params AttributeArgumentSyntax[] arguments)
    {
        AttributeArgumentListSyntax? list = null;
        foreach (AttributeArgumentSyntax argument in arguments)
        {
            list = AttributeSyntaxNames.Append(list, argument);
        }

        return SyntaxFactory.Attribute(AttributeSyntaxNames.Rename(like.Name.WithoutTrivia(), className), list);
    }

    /// <summary>On a line of its own below the attribute that the diagnostic is at.</summary>
    private static TypeDeclarationSyntax Add(TypeDeclarationSyntax type, AttributeSyntax at, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)at.Parent!;
        SyntaxTriviaList indentation = [.. list.GetLeadingTrivia().Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse()];
        AttributeListSyntax added = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithLeadingTrivia(indentation)
            .WithTrailingTrivia(list.GetTrailingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia) || trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        return type.InsertNodesAfter(list, [added]);
    }
}
