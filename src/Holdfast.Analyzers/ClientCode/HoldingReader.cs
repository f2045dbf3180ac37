using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>Follows a value from where it is made, or named, to what holds it then.</summary>
internal static class HoldingReader
{
    private const string ListItems = "items";

    public static Holding Of(IOperation value, CallFollower calls)
    {
        ModelTypes types = calls.Types;
        var changes = new List<PartChange>();
        var steps = new List<string>();
        bool isPart = false;
        bool isOneOfSeveral = false;
        bool isCreated = false;
        bool mayBeCompleted = false;
        IOperation current = value;
        while (current.Parent is { } parent)
        {
            switch (parent)
            {
                case IConversionOperation conversion when Variables.IsTransparent(conversion):
                case IArrayCreationOperation or IObjectOrCollectionInitializerOperation or ISwitchExpressionArmOperation or ISpreadOperation:
                    break;
                case IConditionalOperation or ISwitchExpressionOperation or ICoalesceOperation:
                    isOneOfSeveral = true;
                    break;
                case IArrayInitializerOperation array:
                    steps.Insert(0, Number(array.ElementValues, current));
                    break;
                case ICollectionExpressionOperation collection:
                    steps.Insert(0, Number(collection.Elements, current));
                    break;
                case ITupleOperation:
                    steps.Insert(0, ObjectPath.Any);
                    break;
                case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation item } when steps.Count > 0:
                    steps.RemoveAt(0);
                    return Held(new ObjectPath(item.Symbol, [.. steps])) with { IsOneOfSeveral = true };
                case IArgumentOperation { Parent: IInvocationOperation { Instance: IInstanceReferenceOperation, Parent: IObjectOrCollectionInitializerOperation all, TargetMethod.Name: "Add" } add }:
                    steps.Insert(0, Number(all.Initializers, add));
                    parent = add;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { Instance: { } list, TargetMethod.Name: "Add" or "AddRange" or "Insert" or "Append" } }:
                    steps.Insert(0, ObjectPath.Any);

                    isPart |= IsPartOf(list, types);
                    return Held(PathOf(list, types)?.Then(steps));
                case IReturnOperation { Kind: OperationKind.Return } when LibraryMethods.MakerOfItems(current) is { } select:
                    steps.Insert(0, ObjectPath.Any);
                    isOneOfSeveral = true;
                    parent = select;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { } kept } next } when steps.Count > 0 && kept.Name is nameof(Enumerable.ToArray) or nameof(Enumerable.ToList) && LibraryMethods.IsLinq(kept):
                    parent = next;
                    break;
                case IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "V1Patch" } patch }:
                    return Held(null) with { IsPatch = !IsApply(patch) };
                case IArgumentOperation argument:
                    if (argument.Parent is IInvocationOperation { TargetMethod: { } method } && steps.Count == 0)
                    {
                        isCreated |= CreatingMethods.Sends(method);
                        mayBeCompleted |= !CreatingMethods.Sends(method) && CreatingMethods.MayComplete(method);
                    }

                    ArgumentEffect effect = calls.EffectOf(argument);
                    if (effect.IsUnknown)
                    {
                        return Held(null) with { IsHandedOn = true };
                    }

                    // Where another object may be handed on instead, nothing is certain.
                    changes.AddRange(effect.Changes.SelectMany(change => ChangesOf([.. steps], change)).Select(change => isOneOfSeveral ? change with { Value = null, Possible = null } : change));
                    if (!effect.IsReturned || argument.Parent is not IInvocationOperation)
                    {
                        return Held(null);
                    }

                    isOneOfSeveral |= effect.IsOneOfSeveral;
                    parent = argument.Parent;
                    break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } } target } assignment
                    when ReferenceEquals(assignment.Value, current):
                    string? field = target.Property.IsIndexer ? Index(target) : types.FieldOf(target.Property);
                    if (field is null)
                    {
                        return Held(null) with { IsLost = true };
                    }

                    isPart |= !target.Property.IsIndexer && !IsItems(target.Property, types);
                    steps.Insert(0, field);
                    break;
                case IObjectCreationOperation:
                    break;
                case IAssignmentOperation assignment when ReferenceEquals(assignment.Value, current) && PathOf(assignment.Target, types) is { } assigned:
                    isPart |= IsPartOf(assignment.Target, types);
                    return Held(assigned.Then(steps));
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return Held(new ObjectPath(declarator.Symbol, [.. steps]));
                case IFieldInitializerOperation { InitializedFields: [var initialized, ..] }:
                    return Held(new ObjectPath(initialized, [.. steps]));
                case IPropertyInitializerOperation { InitializedProperties: [var initialized, ..] }:
                    return Held(new ObjectPath(initialized, [.. steps]));
                default:
                    return Held(null) with { IsLost = !IsHarmless(parent, current), IsInResult = steps.Count > 0 && parent is IReturnOperation && !IsInFunction(current) };
            }

            current = parent;
        }

        return Held(null);

        Holding Held(ObjectPath? path) => new(path) { IsPart = isPart, IsOneOfSeveral = isOneOfSeveral, IsCreated = isCreated, MayBeCompleted = mayBeCompleted, Changes = [.. changes] };
    }

    /// <summary>What a change of an object is for a part of it.</summary>
    private static IEnumerable<PartChange> ChangesOf(ImmutableArray<string> part, PartChange change)
    {
        if (part.IsEmpty || change.IsInside(part))
        {
            return [change with { Steps = change.Steps.RemoveRange(0, part.Length) }];
        }

        // What is put in its place is not the part.
        return change.Value is null && ObjectPath.IsIn(part, change.Steps) ? [new PartChange([], change.Location)] : [];
    }

    /// <summary>Whether what is around a value only looks at it, or returns it to the caller, who is asked.</summary>
    private static bool IsHarmless(IOperation parent, IOperation value) => parent switch
    {
        IExpressionStatementOperation or IBinaryOperation or IInterpolationOperation or IIsTypeOperation or INameOfOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
        IPropertyReferenceOperation property => Variables.IsImmutable(property.Type) || property.Property.Name is "Keys",
        IReturnOperation { Kind: OperationKind.Return } => !IsInFunction(value),
        _ => false,
    };

    private static bool IsInFunction(IOperation operation)
    {
        for (IOperation? parent = operation.Parent; parent is { Parent: not null }; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The part that an expression names: <c>set.Spec.Template</c>; null where it names something else.</summary>
    public static ObjectPath? PathOf(IOperation expression, ModelTypes types)
    {
        var steps = new List<string>();
        for (IOperation? operation = Variables.Unwrap(expression); operation is not null; operation = operation is null ? null : Variables.Unwrap(operation))
        {
            switch (operation)
            {
                case IPropertyReferenceOperation { Instance: { } instance } reference when reference.Property.IsIndexer:
                    steps.Insert(0, Index(reference));
                    operation = instance;
                    break;
                case IPropertyReferenceOperation { Instance: { } instance } reference when types.FieldOf(reference.Property) is { } field:
                    if (instance is IInstanceReferenceOperation)
                    {
                        return null;
                    }

                    steps.Insert(0, field);
                    operation = instance;
                    break;
                case IArrayElementReferenceOperation { Indices: [var index] } element:
                    steps.Insert(0, Constant(index));
                    operation = element.ArrayReference;
                    break;
                case ISimpleAssignmentOperation or ICoalesceAssignmentOperation:
                    operation = ((IAssignmentOperation)operation).Target;
                    break;
                default:
                    return Variables.NamedBy(operation) is { } root ? new ObjectPath(root, [.. steps]) : null;
            }
        }

        return null;
    }

    public static string Index(IPropertyReferenceOperation reference) =>
        reference.Arguments is [{ Value: { } index }] ? Constant(index) : ObjectPath.Any;

    public static string Constant(IOperation index) => index.ConstantValue is { HasValue: true, Value: { } value } && value is string or int
        ? Convert.ToString(value, CultureInfo.InvariantCulture)!
        : ObjectPath.Any;

    /// <summary>The number of an item; not known behind items that are several.</summary>
    private static string Number(ImmutableArray<IOperation> items, IOperation item)
    {
        int number = items.IndexOf(item);
        return number < 0 || items.Take(number + 1).Any(static before => before is ISpreadOperation) ? ObjectPath.Any : number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Whether what is assigned to an expression, or added to it, is part of an object.</summary>
    private static bool IsPartOf(IOperation target, ModelTypes types) =>
        (Variables.Unwrap(target) is ICoalesceAssignmentOperation given ? given.Target : Variables.Unwrap(target)) is IPropertyReferenceOperation { Property: { } property } && types.FieldOf(property) is not null && !IsItems(property, types);

    /// <summary>Whether a property is the list of a list of objects, which are not parts of it.</summary>
    private static bool IsItems(IPropertySymbol property, ModelTypes types) =>
        types.FieldOf(property) == ListItems && types.EntityOf(property.ContainingType) is { } entity && ModelTypes.IsListKind(entity.Kind);

    /// <summary>Whether a patch is all that is applied, and not merged with what is there.</summary>
    private static bool IsApply(IObjectCreationOperation patch) => patch.Arguments.Any(
        static argument => argument.Value is IFieldReferenceOperation { Field.Name: "ApplyPatch" });
}
