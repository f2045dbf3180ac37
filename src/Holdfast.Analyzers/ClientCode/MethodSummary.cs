using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>What a method of the compilation makes, and what it does with the objects that it gets.</summary>
internal sealed class MethodSummary
{
    private readonly ImmutableArray<IOperation> _bodies;

    // What methods do with members of this object is asked for few of them.
    private readonly Lazy<ImmutableArray<ISymbol>> _called;

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
        MayEndEarly = returns.Any(operation => !Variables.IsCertain(operation, method));

        // An iterator yields items; it has no return value.
        Results = returns.Any(static operation => operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak)
            ? []
            : [.. returns.Select(static operation => operation.ReturnedValue).OfType<IOperation>()];
        IsTruncated = calls.IsTruncated;
        _called = new(() => [.. operations.Select(static operation => operation switch
        {
            IInvocationOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } call => call.TargetMethod,
            IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } asked => asked.Property,
            _ => (ISymbol?)null,
        }).OfType<ISymbol>().Where(called => SymbolEqualityComparer.Default.Equals(called.ContainingType, method.ContainingType))]);
    }

    public IMethodSymbol Method { get; }

    /// <summary>What is known of the variables of its body.</summary>
    public BodyVariables Values { get; }

    /// <summary>What it returns, one way or another.</summary>
    public ImmutableArray<IOperation> Results { get; }

    /// <summary>Whether calls in it are not followed only because of the way that led here.</summary>
    public bool IsTruncated { get; }

    /// <summary>Whether it may return before its end.</summary>
    public bool MayEndEarly { get; }

    /// <summary>Whether it returns the object that it is called of, whatever it does.</summary>
    public bool ReturnsItself => !Results.IsEmpty && Results.All(static result => Variables.Unwrap(result) is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance });

    /// <summary>Whether it is a constructor that runs another one of its type.</summary>
    public bool CallsAnotherConstructor => _called.Value.OfType<IMethodSymbol>().Any(static called => called.MethodKind == MethodKind.Constructor);

    /// <summary>Whether it is of this very body, and not of another compilation's.</summary>
    public bool IsOf(IOperation method) => _bodies is [var only] && ReferenceEquals(only, method);

    /// <summary>Whether it may change a member of <c>this</c>, by its text and by that of the members of its type that it uses.</summary>
    public bool MayChange(ISymbol member) => Names(Method, member.Name) || AreCalledBy(member);

    /// <summary>What becomes of the parts of what a member of <c>this</c> holds; null where that is not known.</summary>
    public ImmutableArray<PartChange>? ChangesOfMember(ISymbol member)
    {
        if (Values.IsLost(member) || AreCalledBy(member))
        {
            return null;
        }

        IReadOnlyList<PartChange> changes = Values.ChangesOf(member);
        return changes.Any(static change => change.Steps.IsEmpty && !change.IsAddition)
            ? null
            : [.. changes.Select(change => MayEndEarly ? change with { Value = null, Possible = null } : change)];
    }

    /// <summary>What becomes of the parts of an argument; null where that is not known.</summary>
    public ImmutableArray<PartChange>? ChangesOf(IParameterSymbol parameter)
    {
        if (Values.IsLost(parameter) || Values.IsAssigned(parameter))
        {
            return null;
        }

        // Behind a return that may come first, nothing is certain.
        IReadOnlyList<PartChange> changes = Values.ChangesOf(parameter);
        return changes.Any(static change => change.Steps.IsEmpty && !change.IsAddition)
            ? null
            : [.. changes.Select(change => MayEndEarly ? change with { Value = null, Possible = null } : change)];
    }

    /// <summary>Whether it may hand out an argument again.</summary>
    public bool Returns(IParameterSymbol parameter) => Results.Any(result => result.DescendantsAndSelf().Any(
        operation => operation is IParameterReferenceOperation or ILocalReferenceOperation
            && !Variables.IsImmutable(operation.Type)
            && Variables.NamedBy(operation) is { } variable
            && Values.MayBe(variable, parameter)));

    /// <summary>Whether other methods of the type that it uses, or those that they use, name a member.</summary>
    private bool AreCalledBy(ISymbol member)
    {
        if (_called.Value.All(called => SymbolEqualityComparer.Default.Equals(called, member)))
        {
            return false;
        }

        // By names alone: overloads are not told from each other.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(_called.Value.Where(called => !SymbolEqualityComparer.Default.Equals(called, member)).Select(static called => called.Name));
        while (next.Count > 0)
        {
            string name = next.Dequeue();
            foreach (ISymbol other in seen.Add(name) ? member.ContainingType.GetMembers(name) : [])
            {
                if (Names(other, member.Name))
                {
                    return true;
                }

                foreach (string used in NamesIn(other))
                {
                    next.Enqueue(used);
                }
            }
        }

        return false;
    }

    private static bool Names(ISymbol member, string name) => NamesIn(member).Contains(name);

    private static IEnumerable<string> NamesIn(ISymbol member) => member.DeclaringSyntaxReferences
        .SelectMany(static reference => reference.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>())
        .Select(static name => name.Identifier.ValueText);

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
