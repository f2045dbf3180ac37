using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>What code can hold an object in, and what operations are between that and a use.</summary>
internal static class Variables
{
    /// <summary>The variable that an operation names; null where it names something else.</summary>
    public static ISymbol? NamedBy(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field when IsOfThis(field.Instance) => field.Field,
        IPropertyReferenceOperation { Property.IsIndexer: false } property when IsOfThis(property.Instance) => property.Property,
        _ => null,
    };

    /// <summary>Whether a conversion leaves an object what it is.</summary>
    public static bool IsTransparent(IConversionOperation conversion) =>
        conversion.OperatorMethod is null && (conversion.IsImplicit || conversion.Conversion.IsReference || conversion.Conversion.IsIdentity);

    public static IOperation Unwrap(IOperation value)
    {
        while (value is IConversionOperation conversion && IsTransparent(conversion))
        {
            value = conversion.Operand;
        }

        return value;
    }

    /// <summary>Whether what runs in one operation may run never or often, seen from outside of it.</summary>
    public static bool IsCondition(IOperation operation) => operation
        is IConditionalOperation or ILoopOperation or ISwitchOperation or ISwitchExpressionOperation or ITryOperation
        or IAnonymousFunctionOperation or ILocalFunctionOperation or IConditionalAccessOperation or ICoalesceOperation or ILabeledOperation
        or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr };

    /// <summary>Whether it is certain that an operation runs, once, where a variable is there.</summary>
    public static bool IsCertain(IOperation operation, ISymbol variable)
    {
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (IsCondition(parent))
            {
                return variable is ILocalSymbol && variable.DeclaringSyntaxReferences.Any(
                    declaration => declaration.SyntaxTree == parent.Syntax.SyntaxTree && parent.Syntax.Span.Contains(declaration.Span) && parent.Syntax.Span != declaration.Span);
            }
        }

        return true;
    }

    /// <summary>
    /// Whether an operation runs in one branch and nothing runs in the other, where a variable is there. What depends on a parameter alone is
    /// left to the caller, who may always ask for the one branch.
    /// </summary>
    public static bool IsInBranch(IOperation operation, ISymbol variable)
    {
        IOperation? parent = operation.Parent;
        while (parent is not null && !IsCondition(parent))
        {
            parent = parent.Parent;
        }

        return parent is IConditionalOperation { WhenFalse: null, Type: null or { SpecialType: SpecialType.System_Void } } branch
            && !IsForCaller(branch.Condition)
            && IsCertain(branch, variable);
    }

    /// <summary>Whether a condition is a parameter, which callers may always give the one value.</summary>
    public static bool IsForCaller(IOperation condition) => condition.DescendantsAndSelf().All(static part => part is IParameterReferenceOperation or IUnaryOperation);

    /// <summary>Whether a value of a type cannot be changed, only replaced.</summary>
    public static bool IsImmutable(ITypeSymbol? type) =>
        type is null or { SpecialType: SpecialType.System_String } or { IsValueType: true } || ModelTypes.IsScalar(type);

    private static bool IsOfThis(IOperation? instance) =>
        instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };
}
