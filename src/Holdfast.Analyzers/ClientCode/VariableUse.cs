using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>One use of a variable or of a part of what it holds, and what that means for it.</summary>
/// <param name="Operation">The whole expression: <c>set.Spec.Template</c>.</param>
/// <param name="Path">What it names.</param>
internal sealed record VariableUse(IOperation Operation, ObjectPath Path)
{
    /// <summary>Methods of collections that leave them as they are.</summary>
    private static readonly string[] Questions =
        ["Contains", "ContainsKey", "ContainsValue", "TryGetValue", "IndexOf", "Exists", "CopyTo", "GetHashCode", "Equals", "ToString", "GetType"];

    /// <summary>What becomes of it here.</summary>
    public ImmutableArray<PartChange> Changes { get; private init; } = [];

    /// <summary>Another variable, or a part of one, that is the same object from here on.</summary>
    public ObjectPath? KnownAs { get; private init; }

    /// <summary>Whether <see cref="KnownAs"/> may be something else.</summary>
    public bool IsOneOfSeveral { get; private init; }

    /// <summary>Whether it is made part of another object.</summary>
    public bool IsPart { get; private init; }

    /// <summary>Whether it is made a patch.</summary>
    public bool IsPatch { get; private init; }

    /// <summary>Whether what is outside of the body may hold it from here on.</summary>
    public bool IsLost { get; private init; }

    /// <inheritdoc cref="Holding.IsCreated"/>
    public bool IsCreated { get; private init; }

    /// <inheritdoc cref="Holding.MayBeCompleted"/>
    public bool MayBeCompleted { get; private init; }

    public static VariableUse Of(IOperation reference, ISymbol variable, CallFollower calls)
    {
        ModelTypes types = calls.Types;
        var steps = new List<string>();
        IOperation current = reference;
        while (true)
        {
            switch (current.Parent)
            {
                case IConversionOperation conversion when Variables.IsTransparent(conversion):
                    current = conversion;
                    continue;
                case IPropertyReferenceOperation property when ReferenceEquals(property.Instance, current) && property.Property.IsIndexer:
                    steps.Add(HoldingReader.Index(property));
                    current = property;
                    continue;
                case IPropertyReferenceOperation property when ReferenceEquals(property.Instance, current) && types.FieldOf(property.Property) is { } field:
                    steps.Add(field);
                    current = property;
                    continue;
                case IArrayElementReferenceOperation { Indices: [var index] } element when ReferenceEquals(element.ArrayReference, current):
                    steps.Add(HoldingReader.Constant(index));
                    current = element;
                    continue;
            }

            var path = new ObjectPath(variable, [.. steps]);
            return Judge(current, path, calls);
        }
    }

    private static VariableUse Judge(IOperation operation, ObjectPath path, CallFollower calls)
    {
        var use = new VariableUse(operation, path);
        bool isImmutable = Variables.IsImmutable(operation.Type);
        switch (operation.Parent)
        {
            case ISimpleAssignmentOperation assignment when ReferenceEquals(assignment.Target, operation):
                return use.Assigned(assignment, path.Steps.IsEmpty ? [] : [use.Becomes(assignment.Value)], calls);
            case ICoalesceAssignmentOperation assignment when ReferenceEquals(assignment.Target, operation):
                return use.Assigned(assignment, path.Steps.IsEmpty ? [] : [use.Becomes(assignment.Value) with { IsDefault = true }], calls);
            case IAssignmentOperation assignment when ReferenceEquals(assignment.Target, operation):
            case IIncrementOrDecrementOperation:
            case ITupleOperation when IsTarget(operation):
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }:
                return path.Steps.IsEmpty ? use : use.Unknown();
        }

        if (isImmutable)
        {
            return use;
        }

        switch (operation.Parent)
        {
            case IInvocationOperation { Instance: { } instance, TargetMethod.Name: "ToArray" } call when ReferenceEquals(instance, operation):
                return use.Joined(call, calls);
            case IInvocationOperation { Instance: { } instance } call when ReferenceEquals(instance, operation):
                return ModelTypes.IsModel(operation.Type) || Questions.Contains(call.TargetMethod.Name) ? use : use with { Changes = [use.Called(call)] };
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation item }:
                return use with { KnownAs = new ObjectPath(item.Symbol, []), IsOneOfSeveral = true, Path = path.Then(ObjectPath.Any) };
            case IConditionalAccessOperation access when ReferenceEquals(access.Operation, operation):
                return IsRead(access) ? use : use.Unknown();
            case IIsPatternOperation test:
                return test.Pattern.DescendantsAndSelf().Any(static pattern => pattern is IDeclarationPatternOperation { DeclaredSymbol: not null } or IRecursivePatternOperation { DeclaredSymbol: not null } or IListPatternOperation { DeclaredSymbol: not null })
                    ? use.Unknown()
                    : use;
            case IArgumentOperation { Parent: IInvocationOperation call } when IsOfModels(call.TargetMethod):
                return ChangedBy(call.TargetMethod.Name) is not { } changed ? use : use.Unknown(operation.Type is { Name: "V1ObjectMeta" } ? [.. changed.Skip(1)] : changed);
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Append", Arguments: [var list, _] } } item when !ReferenceEquals(item, list):
                return use.Unknown();
            case IArgumentOperation { Parent: IInvocationOperation call } when LibraryMethods.IsLinq(call.TargetMethod):
                return Variables.IsImmutable(call.Type) ? use : LibraryMethods.KeepsItems(call.TargetMethod) ? use.Joined(call, calls) : use.Unknown();
            case ISpreadOperation spread:
                return use.Joined(spread, calls);
        }

        Holding holding = HoldingReader.Of(operation, calls);
        if (holding.IsHandedOn)
        {
            return use.Unknown() with { IsLost = true };
        }

        return use with
        {
            Changes = [.. holding.Changes.Select(change => change with { Steps = path.Steps.AddRange(change.Steps) })],
            KnownAs = holding.In,
            IsOneOfSeveral = holding.IsOneOfSeveral,
            IsPart = holding.IsPart,
            IsPatch = holding.IsPatch,
            IsCreated = holding.IsCreated,
            MayBeCompleted = holding.MayBeCompleted,
            IsLost = holding.IsLost || (holding.In is not null && holding.In.Root is not ILocalSymbol),
        };
    }

    /// <summary>An assignment, whose value may be used at once: <c>(pod.Volumes ??= []).Add(volume)</c>, <c>var volumes = pod.Volumes ??= [];</c>.</summary>
    private VariableUse Assigned(IAssignmentOperation assignment, ImmutableArray<PartChange> changes, CallFollower calls)
    {
        VariableUse use = this with { Changes = changes };
        switch (assignment.Parent)
        {
            case null or IExpressionStatementOperation or IObjectOrCollectionInitializerOperation or IReturnOperation:
            case var _ when Variables.IsImmutable(assignment.Type):
                return use;
            case IInvocationOperation { Instance: { } instance } call when ReferenceEquals(instance, assignment):
                return ModelTypes.IsModel(assignment.Type) || Questions.Contains(call.TargetMethod.Name) ? use : use with { Changes = changes.Add(Called(call)) };
            default:
                Holding holding = HoldingReader.Of(assignment, calls);
                return holding.IsHandedOn || holding.IsLost
                    ? Unknown() with { IsLost = true }
                    : use with
                    {
                        Changes = [.. changes, .. holding.Changes.Select(change => change with { Steps = Path.Steps.AddRange(change.Steps) })],
                        KnownAs = holding.In,
                        IsOneOfSeveral = holding.IsOneOfSeveral,
                        IsPart = holding.IsPart,
                    };
        }
    }

    /// <summary>A list whose items are those of another one from here on: <c>list.ToList()</c>, <c>[.. list]</c>.</summary>
    private VariableUse Joined(IOperation join, CallFollower calls)
    {
        if (Operation.Type is IArrayTypeSymbol { ElementType: var element } ? Variables.IsImmutable(element) : Operation.Type is INamedTypeSymbol { TypeArguments: [var only] } && Variables.IsImmutable(only))
        {
            return this;
        }

        IOperation? around = join.Parent;
        while (around is IConversionOperation || (around is IArgumentOperation { Parent: IInvocationOperation next } && LibraryMethods.KeepsItems(next.TargetMethod)))
        {
            join = around is IConversionOperation ? around : around.Parent!;
            around = join.Parent;
        }

        if (around is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { } asked } call } && LibraryMethods.IsLinq(asked))
        {
            return Variables.IsImmutable(call.Type) ? this : Unknown();
        }

        Holding holding = HoldingReader.Of(join, calls);
        return holding.IsHandedOn || holding.IsLost || !holding.Changes.IsEmpty
            ? Unknown()
            : this with { Path = Path.Then(ObjectPath.Any), KnownAs = join is ISpreadOperation || around is ISpreadOperation ? holding.In : holding.In?.Then(ObjectPath.Any), IsOneOfSeveral = true };
    }

    /// <summary>What a method of a collection does to it: it gets an item, several of them, or an entry of a known key; all else is not known.</summary>
    private PartChange Called(IInvocationOperation call)
    {
        var change = new PartChange(Path.Steps, call.Syntax.GetLocation());
        ITypeSymbol? collection = call.Instance?.Type;
        return (call.TargetMethod.Name, call.Arguments) switch
        {
            ("Add", [{ Value: { } item }]) when IsGeneric(collection, 1) => change with { Value = item, IsItem = true },
            ("AddRange", [{ Value: { } items }]) when IsGeneric(collection, 1) => change with { Value = items, IsItems = true },
            ("Add", [{ Value: { } key }, { Value: { } value }]) when IsGeneric(collection, 2) && HoldingReader.Constant(key) is not ObjectPath.Any and var known =>
                change with { Steps = Path.Steps.Add(known), Value = value },
            _ => change,
        };
    }

    /// <summary>Whether a type is one of .NET's lists, or of its dictionaries.</summary>
    private static bool IsGeneric(ITypeSymbol? type, int arguments) =>
        type is INamedTypeSymbol { Name: "List" or "IList" or "ICollection" or "Dictionary" or "IDictionary", TypeArguments.Length: var own, ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } } && own == arguments;

    private PartChange Becomes(IOperation value) => new(Path.Steps, Operation.Syntax.GetLocation()) { Value = value };

    private VariableUse Unknown(params string[] steps) =>
        this with { Changes = [new PartChange(Path.Steps.AddRange(steps), Operation.Syntax.GetLocation())] };

    private static bool IsTarget(IOperation operation)
    {
        IOperation child = operation;
        for (IOperation? parent = operation.Parent; parent is ITupleOperation or IDeconstructionAssignmentOperation; child = parent, parent = parent.Parent)
        {
            if (parent is IDeconstructionAssignmentOperation deconstruction)
            {
                return ReferenceEquals(deconstruction.Target, child);
            }
        }

        return false;
    }

    /// <summary>Whether <c>set.Metadata?.Name</c> only looks.</summary>
    private static bool IsRead(IConditionalAccessOperation access) =>
        Variables.IsImmutable(access.Type)
        && access.WhenNotNull.DescendantsAndSelf().All(static operation =>
            operation is IPropertyReferenceOperation or IConditionalAccessOperation or IConditionalAccessInstanceOperation or IConversionOperation or ILiteralOperation or IArgumentOperation);

    private static bool IsOfModels(IMethodSymbol method) => method.ContainingType is { IsStatic: true } type && ModelTypes.IsInNamespace(type);

    /// <summary>The field that one of the library's extension methods changes; null where it asks.</summary>
    private static string[]? ChangedBy(string method)
    {
        if (!(method.StartsWith("Add", StringComparison.Ordinal) || method.StartsWith("Set", StringComparison.Ordinal) || method.StartsWith("Ensure", StringComparison.Ordinal) || method.StartsWith("Remove", StringComparison.Ordinal)))
        {
            // orders.Labels() hands the labels out as they are; what is done with them is not followed.
            return method is "Labels" or "Annotations" or "Finalizers" or "OwnerReferences" ? ["metadata", Camel(method)] : null;
        }

        foreach (string field in new[] { "Label", "Annotation", "OwnerReference", "Finalizer" })
        {
            if (method.Contains(field))
            {
                return ["metadata", Camel(field) + "s"];
            }
        }

        return ["metadata"];
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
