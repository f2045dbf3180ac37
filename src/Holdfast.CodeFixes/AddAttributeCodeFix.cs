using System.Composition;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Judging;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>Adds the attribute that a type lacks: a disruption budget, a readiness probe, a startup probe.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddAttributeCodeFix))]
[Shared]
public sealed class AddAttributeCodeFix() : DiagnosticCodeFix(Fixes.AddBudget, Fixes.AddReadinessProbe, Fixes.AddStartupProbe)
{
    /// <summary>With the default period of ten seconds that is five minutes.</summary>
    private const string StartupFailures = "30";

    private protected override async Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (DiagnosticSyntax.At(root, diagnostic.Location) is { } at
            && !AttributeSyntaxNames.Is(at, AttributeNames.Patch)
            && at.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            && Missing(diagnostic, at, type) is { } missing
            && (!FixCatalog.Offers(diagnostic, Fixes.AddReadinessProbe) || await MayHaveContainerAsync(context, type).ConfigureAwait(false)))
        {
            Offer(context, diagnostic, missing.Title, nameof(AddAttributeCodeFix) + diagnostic.Id, root.ReplaceNode(type, Add(type, at, missing.Attribute)));
        }
    }

    private static (string Title, AttributeSyntax Attribute)? Missing(Diagnostic diagnostic, AttributeSyntax at, TypeDeclarationSyntax type)
    {
        if (FixCatalog.Offers(diagnostic, Fixes.AddBudget))
        {
            return ("Let a drain evict one replica at a time", Attribute(at, AttributeNames.DisruptionBudget, AttributeSyntaxNames.Named("MaxUnavailable", SyntaxFactory.ParseExpression("1"))));
        }

        if (FixCatalog.Offers(diagnostic, Fixes.AddReadinessProbe))
        {
            return FirstPort(type) is { } port && !IsAskedForLife(type, port)
                ? ($"Call replicas ready when '{port}' answers", Attribute(at, AttributeNames.ReadinessProbe, AttributeSyntaxNames.Named("Port", SyntaxFactory.ParseExpression($"nameof({port})"))))
                : null;
        }

        if (!AttributeSyntaxNames.Is(at, AttributeNames.LivenessProbe) || !Has(at, "Port", "GrpcPort", "Command") || AsksNobody(type, at))
        {
            return null;
        }

        AttributeArgumentSyntax[] question =
        [
            .. (at.ArgumentList?.Arguments ?? default)
                .Where(static argument => argument.NameEquals?.Name.Identifier.ValueText is not ("FailureThreshold" or "PeriodSeconds" or "InitialDelaySeconds"))
                .Select(static argument => argument.WithoutTrivia()),
        ];
        return ("Give replicas five minutes to start", Attribute(at, AttributeNames.StartupProbe, [.. question, AttributeSyntaxNames.Named("FailureThreshold", SyntaxFactory.ParseExpression(StartupFailures))]));
    }

    /// <summary>The first member of the type itself that declares a port; a probe sees its own container's only.</summary>
    private static string? FirstPort(TypeDeclarationSyntax type) => Ports(type).FirstOrDefault();

    private static IEnumerable<string> Ports(TypeDeclarationSyntax type) => type.Members
        .OfType<PropertyDeclarationSyntax>()
        .Where(static property => property.AttributeLists.SelectMany(static list => list.Attributes)
            .Any(static attribute => AttributeSyntaxNames.Is(attribute, AttributeNames.Port)))
        .Select(static property => property.Identifier.ValueText);

    /// <summary>Whether a probe of the type has a container to ask: not where all are in nested types. A base class or interface may bring one.</summary>
    private static async Task<bool> MayHaveContainerAsync(CodeFixContext context, TypeDeclarationSyntax type) =>
        type.BaseList is not null
        || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
        || model.GetDeclaredSymbol(type, context.CancellationToken) is not { } symbol
        || !symbol.GetTypeMembers().Any(static nested => Has(nested, AttributeNames.Container))
        || Has(symbol, AttributeNames.Container);

    private static bool Has(INamedTypeSymbol symbol, string className) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == className);

    /// <summary>Whether a liveness probe asks the port the same: a restart is not an answer to what should take a pod out of service.</summary>
    private static bool IsAskedForLife(TypeDeclarationSyntax type, string port) => type.AttributeLists
        .SelectMany(static list => list.Attributes)
        .Any(attribute => AttributeSyntaxNames.Is(attribute, AttributeNames.LivenessProbe) && !Has(attribute, "HttpPath", "GrpcPort", "Command") && PortOf(attribute) == port);

    /// <summary>Whether a probe asks a port that the type does not have: fixed first, or the mistake is made twice.</summary>
    private static bool AsksNobody(TypeDeclarationSyntax type, AttributeSyntax probe) =>
        PortOf(probe) is { } port && type.BaseList is null && !Ports(type).Contains(port);

    /// <summary>The member that a probe asks, in quotes or by <c>nameof</c>; null where it asks none, or another way.</summary>
    private static string? PortOf(AttributeSyntax probe) => AttributeSyntaxNames.Find(probe, "Port")?.Expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value as string,
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var name }] } => name switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => null,
        },
        _ => null,
    };

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

    /// <summary>On its own line below the attribute that the diagnostic is at.</summary>
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
