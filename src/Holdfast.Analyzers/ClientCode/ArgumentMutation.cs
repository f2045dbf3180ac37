using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>
/// Whether a method of the compilation that gets an object may change it. It is looked at as text: where it only reads its
/// parameter, and passes it to methods of other objects, it changes nothing.
/// </summary>
internal static class ArgumentMutation
{
    public static bool MayChange(IMethodSymbol method, IParameterSymbol parameter) =>
        (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.Any(reference => MayChange(reference.GetSyntax(), parameter.Name));

    /// <summary>Whether code beside an object may change what a member of its type holds.</summary>
    /// <param name="member">A field or a property.</param>
    /// <param name="made">What it is made by, which is left out.</param>
    public static bool MayChangeElsewhere(ISymbol member, SyntaxNode made) => member.ContainingType is { } type && type.GetMembers()
        .Where(other => !other.IsImplicitlyDeclared && !SymbolEqualityComparer.Default.Equals(other, member))
        .SelectMany(static other => other.DeclaringSyntaxReferences)
        .Select(static reference => reference.GetSyntax())
        .Any(syntax => !(syntax.SyntaxTree == made.SyntaxTree && syntax.Span.Contains(made.Span)) && MayChange(syntax, member.Name));

    private static bool MayChange(SyntaxNode method, string parameter)
    {
        foreach (IdentifierNameSyntax name in method.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == parameter && !IsRead(name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRead(IdentifierNameSyntax name)
    {
        ExpressionSyntax part = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own ? own : name;
        while (part.Parent is MemberAccessExpressionSyntax access && access.Expression == part)
        {
            part = access;
        }

        return part.Parent switch
        {
            MemberAccessExpressionSyntax or NameColonSyntax or NameEqualsSyntax => true,

            // orders.Name() asks, orders.EnsureMetadata() and orders.Metadata.Labels.Add("a", "b") do not.
            InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call when call.Expression == part =>
                part is MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } asked } && !asked.StartsWith("Ensure", StringComparison.Ordinal),
            InvocationExpressionSyntax => false,

            // client.AppsV1.CreateNamespacedStatefulSetAsync(orders, "shop") sends, Complete(orders) and Labels.Complete(orders) may not.
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } } => IsObject(called.Expression) || part != name,
            InterpolationSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or BinaryExpressionSyntax or ExpressionStatementSyntax => true,
            _ => false,
        };
    }

    private static bool IsObject(ExpressionSyntax receiver)
    {
        while (receiver is MemberAccessExpressionSyntax { Expression: { } inner } and not { Expression: ThisExpressionSyntax })
        {
            receiver = inner;
        }

        return receiver is MemberAccessExpressionSyntax || (receiver is IdentifierNameSyntax identifier && !char.IsUpper(identifier.Identifier.ValueText.FirstOrDefault()));
    }
}
