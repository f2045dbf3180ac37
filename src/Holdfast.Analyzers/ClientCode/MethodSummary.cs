using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>What a method of the compilation makes, and what it does with the objects that it gets.</summary>
internal sealed class MethodSummary
{
    private readonly ImmutableArray<IOperation> _bodies;
    private readonly bool _mayEndEarly;

    /// <param name="method">The method, as its body knows it.</param>
    /// <param name="bodies">Its body.</param>
    /// <param name="calls">Follows the calls in it.</param>
    public MethodSummary(IMethodSymbol method, ImmutableArray<IOperation> bodies, CallFollower calls)
    {
        Method = method;
        _bodies = bodies;
        ImmutableArray<IOperation> operations = [.. bodies.SelectMany(static body => body.DescendantsAndSelf())];
        Values = new BodyVariables(operations, calls);
        ImmutableArray<IReturnOperation> returns =
        [
            .. operations
                .OfType<IReturnOperation>()
                .Where(operation => !IsOfInnerFunction(operation)),
        ];
        _mayEndEarly = returns.Any(operation => !Variables.IsCertain(operation, method));

        // An iterator yields items; it has no return value.
        Results = returns.Any(static operation => operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak)
            ? []
            : [.. returns.Select(static operation => operation.ReturnedValue).OfType<IOperation>()];
        IsTruncated = calls.IsTruncated;
    }

    public IMethodSymbol Method { get; }

    /// <summary>What is known of the variables of its body.</summary>
    public BodyVariables Values { get; }

    /// <summary>What it returns, one way or another.</summary>
    public ImmutableArray<IOperation> Results { get; }

    /// <summary>Whether calls in it are not followed only because of the way that led here.</summary>
    public bool IsTruncated { get; }

    /// <summary>What becomes of the parts of an argument; null where that is not known.</summary>
    public ImmutableArray<PartChange>? ChangesOf(IParameterSymbol parameter)
    {
        if (Values.IsLost(parameter) || Values.IsAssigned(parameter))
        {
            return null;
        }

        // Behind a return that may come first, nothing is certain.
        IReadOnlyList<PartChange> changes = Values.ChangesOf(parameter);
        return changes.Any(static change => change.Steps.IsEmpty)
            ? null
            : [.. changes.Select(change => _mayEndEarly ? change with { Value = null, Possible = null } : change)];
    }

    /// <summary>Whether it may hand out an argument again.</summary>
    public bool Returns(IParameterSymbol parameter) => Results.Any(result => result.DescendantsAndSelf().Any(
        operation => operation is IParameterReferenceOperation or ILocalReferenceOperation
            && !Variables.IsImmutable(operation.Type)
            && Variables.NamedBy(operation) is { } variable
            && Values.MayBe(variable, parameter)));

    private bool IsOfInnerFunction(IOperation operation)
    {
        for (IOperation? parent = operation.Parent; parent is not null && !_bodies.Contains(parent); parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }
}
