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
        ["Contains", "ContainsKey", "ContainsValue", "TryGetValue", "IndexOf", "Exists", "CopyTo", "ToArray", "GetHashCode", "Equals", "ToString", "GetType"];

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
                return path.Steps.IsEmpty ? use : use with { Changes = [use.Becomes(assignment.Value)] };
            case ICoalesceAssignmentOperation assignment when ReferenceEquals(assignment.Target, operation):
                return path.Steps.IsEmpty ? use : use with { Changes = [use.Becomes(assignment.Value) with { IsDefault = true }] };
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
            case IInvocationOperation { Instance: { } instance } call when ReferenceEquals(instance, operation):
                return ModelTypes.IsModel(operation.Type) || Questions.Contains(call.TargetMethod.Name) ? use : use.Unknown();
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
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingNamespace: { Name: "Linq" } } call }:
                return Variables.IsImmutable(call.Type) ? use : use.Unknown();
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
