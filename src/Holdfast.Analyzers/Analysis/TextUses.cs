using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Analysis;

/// <summary>Tells from its surroundings what a text is for.</summary>
internal static class TextUses
{
    private static readonly string[] HostParameters = ["host", "hostname", "hostNameOrAddress", "hostName", "targetHost", "server"];

    /// <summary>Null where it is none of these rules' business: an argument of Holdfast's attributes that is not a text for containers.</summary>
    public static TextUse? Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        AttributeSyntax? attribute = expression.FirstAncestorOrSelf<AttributeSyntax>();
        bool isDeclaration = attribute is not null && IsHoldfast(attribute, model, cancellationToken);
        return isDeclaration && !IsContainerText(expression, attribute!)
            ? null
            : new TextUse(attribute is null && IsHost(expression, model, cancellationToken), IsSelection(expression), isDeclaration);
    }

    /// <summary>What a text outside of attributes may be for, as far as its surroundings tell without being bound.</summary>
    public static IEnumerable<TextUse> AnyOf(ExpressionSyntax expression)
    {
        bool isSelection = IsSelection(expression);
        return [new TextUse(IsHost: false, isSelection, IsDeclaration: false), new TextUse(IsHost: true, isSelection, IsDeclaration: false)];
    }

    private static bool IsHoldfast(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellationToken) =>
        (ClassOf(attribute, model, cancellationToken)
            ?? (model.GetSymbolInfo(attribute, cancellationToken) is var info ? info.Symbol ?? info.CandidateSymbols.FirstOrDefault() : null)?.ContainingType) is { } type
        && AppReader.IsOurs(type);

    /// <summary>The class of an attribute of a type or property, which has bound its attributes; binding one by itself takes far longer.</summary>
    private static INamedTypeSymbol? ClassOf(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellationToken)
    {
        if (attribute.Parent is not AttributeListSyntax { Target: null, Parent: BaseTypeDeclarationSyntax or PropertyDeclarationSyntax }
            || model.GetDeclaredSymbol(attribute.Parent.Parent, cancellationToken) is not { } symbol)
        {
            return null;
        }

        foreach (AttributeData data in symbol.GetAttributes())
        {
            if (data.ApplicationSyntaxReference is { } place && place.Span == attribute.Span && place.SyntaxTree == attribute.SyntaxTree)
            {
                return data.AttributeClass;
            }
        }

        return null;
    }

    /// <summary>The value of a variable, or an argument of a command.</summary>
    private static bool IsContainerText(ExpressionSyntax expression, AttributeSyntax attribute)
    {
        AttributeArgumentSyntax? argument = expression.FirstAncestorOrSelf<AttributeArgumentSyntax>();
        string? name = argument?.NameEquals?.Name.Identifier.ValueText ?? argument?.NameColon?.Name.Identifier.ValueText;
        return name is "Args" or "Command" or "Value" or "value"
            || (name is null
                && TypeSyntaxNames.NameOf(attribute.Name) is "Env" or AttributeNames.Env
                && attribute.ArgumentList!.Arguments.IndexOf(argument!) == 1);
    }

    private static bool IsHost(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        IOperation? operation = model.GetOperation(expression, cancellationToken);
        while (operation?.Parent is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation.Parent;
        }

        return operation?.Parent switch
        {
            IArgumentOperation { Parameter: { } parameter } => HostParameters.Contains(parameter.Name) && IsNetwork(parameter.ContainingType),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Host" } property } } => IsNetwork(property.ContainingType),
            _ => false,
        };
    }

    private static bool IsNetwork(INamedTypeSymbol? type) =>
        type is { Name: "UriBuilder", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        || (type?.ContainingNamespace.ToDisplayString().StartsWith("System.Net", StringComparison.Ordinal) ?? false);

    /// <summary>Whether what takes the text is named as something that only some of the replicas are for.</summary>
    private static bool IsSelection(ExpressionSyntax expression)
    {
        for (SyntaxNode? node = expression.Parent; node is not null and not StatementSyntax; node = node.Parent)
        {
            string? name = node switch
            {
                VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                PropertyDeclarationSyntax property => property.Identifier.ValueText,
                AssignmentExpressionSyntax assignment => assignment.Left.ToString(),
                ArgumentSyntax { NameColon: { } colon } => colon.Name.Identifier.ValueText,
                InvocationExpressionSyntax invocation => Calls(invocation),
                AttributeSyntax { ArgumentList.Arguments: [var first, ..] } => first.ToString(),
                _ => null,
            };
            if (name is not null && TextUse.NamesSelection(name))
            {
                return true;
            }

            if (node is MemberDeclarationSyntax)
            {
                return false;
            }
        }

        return false;
    }

    private static string Calls(InvocationExpressionSyntax invocation) =>
        ((invocation.Expression as MemberAccessExpressionSyntax)?.Name ?? invocation.Expression as SimpleNameSyntax)?.Identifier.ValueText
        + " "
        + (invocation.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } key }, _, ..] ? key.Token.ValueText : string.Empty);
}
