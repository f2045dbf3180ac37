using System.Collections.Immutable;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>
/// HF9032: <c>AccessModes = { mode }</c>, and <c>AccessModes.Add(mode)</c> where nothing made a list before. The models leave all lists, dictionaries and objects in them null: seen by making every
/// class of KubernetesClient 19.0.2 and 21.0.8.
/// </summary>
internal static class NullInitializers
{
    /// <summary>What is wrong in a body of code, with all that is in it.</summary>
    public static IEnumerable<Diagnostic> Judge(ImmutableArray<IOperation> operations, ModelTypes types)
    {
        foreach (IOperation operation in operations)
        {
            Diagnostic? diagnostic = operation switch
            {
                IMemberInitializerOperation initializer => JudgeInitializer(initializer, types),
                IInvocationOperation or ISimpleAssignmentOperation => JudgeAddition(operation, types),
                _ => null,
            };
            if (diagnostic is not null)
            {
                yield return diagnostic;
            }
        }
    }

    /// <summary>What is wrong with an initializer; null where nothing is.</summary>
    private static Diagnostic? JudgeInitializer(IMemberInitializerOperation initializer, ModelTypes types)
    {
        // An initializer without an element does nothing. One in another such initializer is never reached.
        if (initializer.InitializedMember is not IPropertyReferenceOperation { Property: { } property } member
            || initializer.Initializer.Initializers.IsEmpty
            || types.FieldOf(property) is null
            || Variables.IsImmutable(property.Type)
            || initializer.Parent?.Parent is not IObjectCreationOperation creation
            || !ModelTypes.IsModel(creation.Type)
            || IsGiven(creation, property))
        {
            return null;
        }

        string type = TypeOf(property.Type, member);
        return Diagnostic.Create(
            ClientProblems.NullInitializer,
            initializer.Syntax.GetLocation(),
            FixProperties.Replace($"new {type} "),
            property.Name,
            creation.Type!.Name,
            type,
            "an initializer without 'new' adds to what is there");
    }

    /// <summary>What is wrong with a call or an assignment that adds to what a local's object has; null where nothing is for certain.</summary>
    private static Diagnostic? JudgeAddition(IOperation operation, ModelTypes types)
    {
        IOperation? target = operation switch
        {
            IInvocationOperation { Instance: { } list, TargetMethod.Name: "Add" or "AddRange" or "Insert" } => list,
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } map } } => map,
            _ => null,
        };
        if (target is not IPropertyReferenceOperation { Property: { IsIndexer: false } property }
            || types.FieldOf(property) is null
            || HoldingReader.PathOf(target, types) is not { Root: ILocalSymbol local, Steps: { IsEmpty: false } path }
            || path.Contains(ObjectPath.Any))
        {
            return null;
        }

        IOperation root = operation;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        // What comes later does not count, unless this is reached again.
        bool isOnce = !IsRepeated(operation);
        IOperation[] uses = [.. root.DescendantsAndSelf().Where(use => use is ILocalReferenceOperation reference
            && SymbolEqualityComparer.Default.Equals(reference.Local, local)
            && (!isOnce || use.Syntax.SpanStart < operation.Syntax.Span.End))];
        if (MadeBy(local, root) is not { } creation || LeftNull(creation, path, types) is not { } owner || !Array.TrueForAll(uses, use => LeavesAlone(use, path, types)))
        {
            return null;
        }

        string type = TypeOf(property.Type, (IPropertyReferenceOperation)target);
        return Diagnostic.Create(
            ClientProblems.NullInitializer,
            target.Syntax.GetLocation(),
            property.Name,
            owner.Name,
            type,
            "nothing makes one before something is added");
    }

    private static bool IsRepeated(IOperation operation)
    {
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation or ILabeledOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The object that a local holds, and that its declaration makes.</summary>
    private static IObjectCreationOperation? MadeBy(ILocalSymbol local, IOperation root) => root.DescendantsAndSelf()
        .OfType<IVariableDeclaratorOperation>()
        .Where(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
        .Select(static declarator => declarator.GetVariableInitializer()?.Value is { } value ? Variables.Unwrap(value) as IObjectCreationOperation : null)
        .FirstOrDefault();

    /// <summary>The class whose property is null at the end of a path; null where it is not, or may not be.</summary>
    private static ITypeSymbol? LeftNull(IObjectCreationOperation creation, ImmutableArray<string> path, ModelTypes types)
    {
        for (int i = 0; i < path.Length; i++)
        {
            if (!ModelTypes.IsModel(creation.Type) || creation.Arguments.Any(static argument => argument.ArgumentKind != ArgumentKind.DefaultValue))
            {
                return null;
            }

            IOperation[] set = [.. (creation.Initializer?.Initializers ?? []).Where(initializer => FieldOf(initializer) is not { } field || field == path[i])];
            if (set.Length == 0)
            {
                // What is in a part that is null is not reached either, which the compiler says.
                return i == path.Length - 1 ? creation.Type : null;
            }

            if (set is not [ISimpleAssignmentOperation { Value: { } value }] || Variables.Unwrap(value) is not IObjectCreationOperation inner)
            {
                return null;
            }

            creation = inner;
        }

        return null;

        string? FieldOf(IOperation initializer) => initializer switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } property } } => types.FieldOf(property),
            IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation { Property: { } property } } => types.FieldOf(property),
            _ => null,
        };
    }

    /// <summary>Whether a use of a local neither replaces a part on the way nor hands one on.</summary>
    private static bool LeavesAlone(IOperation use, ImmutableArray<string> path, ModelTypes types)
    {
        int depth = 0;
        IOperation current = use;
        while (current.Parent is IPropertyReferenceOperation { Property: { } property } parent && ReferenceEquals(parent.Instance, current) && types.FieldOf(property) is { } field)
        {
            if (depth == path.Length || field != path[depth])
            {
                return true;
            }

            depth++;
            current = parent;
        }

        // The part itself may only be added to.
        return depth == path.Length && current.Parent is IInvocationOperation { TargetMethod.Name: "Add" or "AddRange" or "Insert" } or IPropertyReferenceOperation { Property.IsIndexer: true };
    }

    /// <summary>Whether an argument of the constructor sets a property, as earlier versions of the library allow.</summary>
    private static bool IsGiven(IObjectCreationOperation creation, IPropertySymbol property) => creation.Arguments.Any(argument =>
        argument.ArgumentKind != ArgumentKind.DefaultValue && string.Equals(argument.Parameter?.Name, property.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The class of which an object can be made for a property.</summary>
    private static string TypeOf(ITypeSymbol type, IPropertyReferenceOperation member)
    {
        string name = member.SemanticModel is { } model ? type.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(model, member.Syntax.SpanStart) : type.Name;
        return type.TypeKind == TypeKind.Interface && type.Name.Length > 1 ? ReplaceName(name, type.Name, type.Name.Substring(1)) : name;
    }

    private static string ReplaceName(string text, string name, string replacement)
    {
        int at = text.IndexOf(name + "<", StringComparison.Ordinal);
        return at < 0 ? text : text.Remove(at, name.Length).Insert(at, replacement);
    }
}
