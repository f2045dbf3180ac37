using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Analysis;

/// <summary>HF2021: the process's own pod compared with a declared one, of which only the first knows its namespace.</summary>
internal static class PodComparisons
{
    public static void Analyze(CodeOperation context)
    {
        if (context.Operation is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, LeftOperand: var left, RightOperand: var right } comparison
            || (!IsOwn(left) && !IsOwn(right))
            || comparison.OperatorMethod is not { ContainingType: { Name: "Pod" } type }
            || !IsHoldfast(type))
        {
            return;
        }

        (IOperation own, IOperation other) = IsOwn(left) ? (left, right) : (right, left);

        // Only of a generated member is it certain that it knows no more than what is declared.
        if (IsOwn(other) || PodNameOperations.ApplicationOf(other) is not { } application || IsQualified(other) || HasNamespace(application))
        {
            return;
        }

        string identity = ((IPropertyReferenceOperation)own).Instance!.Syntax.ToString();
        string right1 = (comparison.OperatorKind == BinaryOperatorKind.NotEquals ? "!" : string.Empty) + identity + ".Is(" + other.Syntax + ")";
        context.ReportDiagnostic(Diagnostic.Create(
            NameDescriptors.PodEquality,
            comparison.Syntax.GetLocation(),
            FixProperties.Of(FixProperties.Expression, right1),
            own.Syntax.ToString(),
            other.Syntax.ToString(),
            right1));
    }

    /// <summary><c>identity.Pod</c>.</summary>
    private static bool IsOwn(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property: { Name: "Pod", ContainingType: { Name: "PodIdentity" } type }, Instance: not null } && IsHoldfast(type);

    /// <summary>Whether <c>In("shop")</c> is part of it, or something that cannot be looked through.</summary>
    private static bool IsQualified(IOperation operation) =>
        operation.DescendantsAndSelf().Any(static part => part is IInvocationOperation { TargetMethod.Name: "In" or "Peers" } or IPropertyReferenceOperation { Property.Name: "Peers" });

    private static bool HasNamespace(INamedTypeSymbol application) =>
        AppReader.FindDeclaration(application) is not { } declaration
        || DeclaredAttributes.Declaration(application, declaration, ReadContext.ForGenerator(CancellationToken.None)).String("Namespace").State != DeclaredState.Absent;

    private static bool IsHoldfast(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: AttributeNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };
}
