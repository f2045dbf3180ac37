using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Reading.Objects;

/// <summary>
/// What is known of the locals of one body: where each gets its first value, and what is assigned to parts of it
/// afterwards. A local that gets another value, or is handed to somebody who may change it before all is assigned, is only
/// known up to there; what is assigned under a condition, in a loop or in another function is unknown.
/// </summary>
internal sealed class LocalValues
{
    private readonly Dictionary<ILocalSymbol, IOperation?> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ILocalSymbol, List<PartChange>> _parts = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ILocalSymbol> _changed = new(SymbolEqualityComparer.Default);

    public LocalValues(IEnumerable<IOperation> bodies)
    {
        foreach (IOperation operation in bodies.SelectMany(static body => body.DescendantsAndSelf()))
        {
            Note(operation);
        }
    }

    /// <summary>The only value that a local gets; null where it gets several, or none that can be followed.</summary>
    public IOperation? ValueOf(ILocalReferenceOperation reference) =>
        !_changed.Contains(reference.Local) && !_parts.ContainsKey(reference.Local) && _values.TryGetValue(reference.Local, out IOperation? value)
            ? value
            : null;

    /// <summary>The local that an object is made for; null where it is made for something else.</summary>
    public ILocalSymbol? LocalOf(IObjectCreationOperation creation)
    {
        foreach (KeyValuePair<ILocalSymbol, IOperation?> local in _values)
        {
            if (local.Value is { } value && ReferenceEquals(Unwrap(value), creation))
            {
                return local.Key;
            }
        }

        return null;
    }

    /// <summary>Changes of parts of a local's object, in the order of the text.</summary>
    public IEnumerable<PartChange> PartsOf(ILocalSymbol local) => _parts.TryGetValue(local, out List<PartChange>? parts) ? parts : [];

    /// <summary>Whether a local gets a second value.</summary>
    public bool IsChanged(ILocalSymbol local) => _changed.Contains(local);

    private void Note(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator:
                if (declarator.GetVariableInitializer()?.Value is { } value)
                {
                    _values[declarator.Symbol] = value;
                }

                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                if (_values.ContainsKey(target.Local) || IsConditional(assignment))
                {
                    _changed.Add(target.Local);
                }
                else
                {
                    _values[target.Local] = assignment.Value;
                }

                break;
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment:
                Change(target, IsConditional(assignment) ? null : assignment.Value);
                break;
            case IAssignmentOperation { Target: IPropertyReferenceOperation target }:
                Change(target, null);
                break;
            case IInvocationOperation { Instance: IPropertyReferenceOperation target } invocation when !IsQuestion(invocation):
                // A list that something is added to, a dictionary that is cleared.
                Change(target, null);
                break;
            case ICompoundAssignmentOperation { Target: ILocalReferenceOperation target }:
                _changed.Add(target.Local);
                break;
            case IArgumentOperation { Value: { } argument } handed when MayChange(handed) && LocalIn(argument) is { } local:
                _changed.Add(local);
                break;
        }
    }

    private void Change(IPropertyReferenceOperation target, IOperation? value)
    {
        if (RootOf(target) is not { } local)
        {
            return;
        }

        if (!_parts.TryGetValue(local, out List<PartChange>? parts))
        {
            _parts.Add(local, parts = []);
        }

        parts.Add(new PartChange(target, value));
    }

    /// <summary>Methods of the project's own may finish what is handed to them; those of libraries send it or look at it.</summary>
    private static bool MayChange(IArgumentOperation argument) =>
        argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out }
        || (argument.Parent is IInvocationOperation { TargetMethod: { } method } && !method.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty);

    private static ILocalSymbol? LocalIn(IOperation operation) => Unwrap(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IPropertyReferenceOperation property => RootOf(property),
        _ => null,
    };

    /// <summary>Whether a method only asks: it has a result that is used.</summary>
    private static bool IsQuestion(IInvocationOperation invocation) => invocation.Parent is not IExpressionStatementOperation;

    /// <summary>Whether it is not certain that an operation runs once, in the order of the text.</summary>
    public static bool IsConditional(IOperation operation)
    {
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalOperation or ILoopOperation or ISwitchOperation or ISwitchExpressionOperation or ITryOperation
                or IAnonymousFunctionOperation or ILocalFunctionOperation or IConditionalAccessOperation or ICoalesceOperation or ILabeledOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The local at the start of <c>set.Spec.Template</c>.</summary>
    private static ILocalSymbol? RootOf(IPropertyReferenceOperation reference)
    {
        IOperation? operation = reference;
        while (operation is IPropertyReferenceOperation property)
        {
            operation = property.Instance;
        }

        return (operation as ILocalReferenceOperation)?.Local;
    }

    private static IOperation Unwrap(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }
}
