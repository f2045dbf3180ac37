using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>
/// What is known of the variables of one body: the values that each gets, the names under which parts of them are known
/// too, and what becomes of those parts afterwards.
/// </summary>
internal sealed class BodyVariables
{
    /// <summary>Names for parts of what other names stand for, one after another.</summary>
    private const int MaxNames = 16;

    private readonly Dictionary<ISymbol, List<IOperation>> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<(ImmutableArray<string> Steps, ObjectPath Is, bool IsCertain)>> _names = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<PartChange>> _changes = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _parts = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _lost = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _assignedProperties = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _patches = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _created = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _completed = new(SymbolEqualityComparer.Default);
    /// <param name="operations">All of the body, with what is in them.</param>
    /// <param name="calls">Follows the calls in it.</param>
    public BodyVariables(ImmutableArray<IOperation> operations, CallFollower calls)
    {
        Operations = operations;
        var uses = new List<VariableUse>();
        foreach (IOperation operation in operations)
        {
            NoteValue(operation);
            if (Variables.NamedBy(operation) is { } variable && !Variables.IsImmutable(operation.Type))
            {
                uses.Add(VariableUse.Of(operation, variable, calls));
            }
        }

        foreach (VariableUse use in uses)
        {
            NoteName(use);
        }

        foreach (VariableUse use in uses)
        {
            NoteChange(use);
        }
    }

    /// <summary>All of the body.</summary>
    public ImmutableArray<IOperation> Operations { get; }

    /// <summary>The only value that a local gets; null where it gets several, or none that can be followed.</summary>
    public IOperation? ValueOf(ILocalSymbol local) => OnlyValueOf(local);

    /// <summary>The only value that a variable gets in this body; null where it gets several, or none that can be followed.</summary>
    public IOperation? OnlyValueOf(ISymbol variable) =>
        _values.TryGetValue(variable, out List<IOperation>? values) && values.Count == 1 ? values[0] : null;

    /// <summary>Where a local is named, in the order of the text.</summary>
    public IEnumerable<IOperation> ReferencesTo(ILocalSymbol local) => Operations
        .Where(operation => operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local))
        .OrderBy(static operation => operation.Syntax.SpanStart);

    /// <summary>Whether what a variable holds is part of an object, or of one that is merged.</summary>
    public bool IsPart(ISymbol variable) => _parts.Contains(variable) || _patches.Contains(variable);

    /// <summary>Whether a variable is another name for a part of something: <c>var volumes = pod.Spec.Volumes;</c>.</summary>
    public bool IsNameOfPart(ISymbol variable) =>
        _names.TryGetValue(variable, out List<(ImmutableArray<string> Steps, ObjectPath Is, bool IsCertain)>? names) && names.Any(static name => !name.Is.Steps.IsEmpty);

    /// <summary>Whether what a variable holds is sent to the API server as a whole, and nothing is known to complete it before.</summary>
    public bool IsCreated(ISymbol variable) => _created.Any(other => IsSame(other, variable, MaxNames)) && !_completed.Any(other => MayBe(other, variable));

    /// <summary>Whether a variable gets another value than the one that it starts with.</summary>
    public bool IsAssigned(ISymbol variable) => _values.ContainsKey(variable);

    /// <summary>Whether the body gives a property of anything another value, other than where it makes the object.</summary>
    public bool IsAssignedIn(IPropertySymbol property) => _assignedProperties.Contains(property.OriginalDefinition);

    /// <summary>Whether the body changes what an expression names.</summary>
    public bool HasChanges(IOperation expression, ModelTypes types) => HoldingReader.PathOf(expression, types) is not { } path || ChangesOf(path.Root).Count > 0;

    /// <summary>Whether something outside of the body may hold what a variable holds, or a part of it.</summary>
    public bool IsLost(ISymbol variable) => _lost.Contains(variable) || _lost.Any(other => MayBe(other, variable));

    /// <summary>Whether a variable may hold the same as another one, or a part of it.</summary>
    public bool MayBe(ISymbol variable, ISymbol other) => MayBe(variable, other, MaxNames);

    /// <summary>Whether a variable holds the same as another one, and nothing else.</summary>
    private bool IsSame(ISymbol variable, ISymbol other, int names) =>
        SymbolEqualityComparer.Default.Equals(variable, other)
        || (names > 0
            && _values.TryGetValue(variable, out List<IOperation>? values)
            && values.Count == 1
            && _names.TryGetValue(variable, out List<(ImmutableArray<string> Steps, ObjectPath Is, bool IsCertain)>? known)
            && known.Any(name => name.IsCertain && name.Steps.IsEmpty && name.Is.Steps.IsEmpty && IsSame(name.Is.Root, other, names - 1)));

    private bool MayBe(ISymbol variable, ISymbol other, int names) =>
        SymbolEqualityComparer.Default.Equals(variable, other)
        || (names > 0 && _names.TryGetValue(variable, out List<(ImmutableArray<string> Steps, ObjectPath Is, bool IsCertain)>? known) && known.Any(name => MayBe(name.Is.Root, other, names - 1)));

    /// <summary>Changes of what a variable holds, in the order of the text.</summary>
    public IReadOnlyList<PartChange> ChangesOf(ISymbol variable) => _changes.TryGetValue(variable, out List<PartChange>? changes) ? changes : [];

    /// <summary>Changes of what is held somewhere, which are uncertain where something else may be held there.</summary>
    /// <param name="holding">Where it is held.</param>
    /// <param name="value">Where it is made.</param>
    public IEnumerable<PartChange> ChangesOf(Holding holding, IOperation value)
    {
        if (holding.In is not { } path)
        {
            yield break;
        }

        bool isCertain = path.Steps.IsEmpty && !holding.IsOneOfSeveral && _values.TryGetValue(path.Root, out List<IOperation>? values) && values.Count == 1;
        bool isLast = !isCertain && path.Steps.IsEmpty && !holding.IsOneOfSeveral && IsLastOf(path.Root, value);
        foreach (PartChange change in ChangesOf(path.Root))
        {
            if (isCertain ? ObjectPath.IsIn(change.Steps, path.Steps) : change.IsInside(path.Steps))
            {
                ImmutableArray<string> steps = change.Steps.RemoveRange(0, path.Steps.Length);
                yield return isCertain || (isLast && IsAfterValues(path.Root, change)) ? change : new PartChange(steps, change.Location);
            }
        }
    }

    /// <summary>
    /// Whether a variable of several values gets a part that is known after all of them, so that it is the same whichever it holds:
    /// <c>if (found) set = found; else set = new(); set.Spec = new() { … };</c>.
    /// </summary>
    /// <param name="variable">The variable.</param>
    /// <param name="part">A field of what it holds.</param>
    /// <param name="value">The value that it gets last.</param>
    public bool IsGiven(ISymbol variable, string part, IOperation value) =>
        IsLastOf(variable, value) && ChangesOf(variable).Any(change => change.Steps is [var only] && only == part && !change.IsDefault && IsAfterValues(variable, change));

    /// <summary>Whether a variable gets no other value behind one, in the order of the text.</summary>
    private bool IsLastOf(ISymbol variable, IOperation value) =>
        _values.TryGetValue(variable, out List<IOperation>? values) && values.All(other => other.Syntax.SpanStart <= value.Syntax.SpanStart);

    /// <summary>Whether it is certain that a part is changed, and behind all values that a variable gets.</summary>
    private bool IsAfterValues(ISymbol variable, PartChange change) =>
        change.Value is not null && _values.TryGetValue(variable, out List<IOperation>? values) && values.All(value => value.Syntax.Span.End <= change.Location.SourceSpan.Start);

    private void NoteValue(IOperation operation)
    {
        if (operation is IAssignmentOperation { Target: IPropertyReferenceOperation { Instance: not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } } changed })
        {
            _assignedProperties.Add(changed.Property.OriginalDefinition);
        }

        switch (operation)
        {
            case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator:
                AddValue(declarator.Symbol, value);
                break;
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer()?.Value is { } value:
                AddValue(declarator.Symbol, value);
                break;
            case IFieldInitializerOperation initializer:
                foreach (IFieldSymbol field in initializer.InitializedFields)
                {
                    AddValue(field, initializer.Value);
                }

                break;
            case IPropertyInitializerOperation initializer:
                foreach (IPropertySymbol property in initializer.InitializedProperties)
                {
                    AddValue(property, initializer.Value);
                }

                break;
            case ISimpleAssignmentOperation assignment when Variables.NamedBy(assignment.Target) is { } variable:
                AddValue(variable, assignment.Value);
                if (!Variables.IsCertain(assignment, variable))
                {
                    AddValue(variable, assignment);
                }

                break;
            case IDeconstructionAssignmentOperation deconstruction:
                foreach (IOperation target in deconstruction.Target.DescendantsAndSelf())
                {
                    AddUnknown(target, deconstruction);
                }

                break;
            case IAssignmentOperation assignment:
                AddUnknown(assignment.Target, assignment);
                break;
            case IIncrementOrDecrementOperation step:
                AddUnknown(step.Target, step);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                AddUnknown(argument.Value, argument);
                break;
            case IAddressOfOperation address:
                AddUnknown(address.Reference, address);
                break;
        }
    }

    private void AddUnknown(IOperation target, IOperation by)
    {
        // Two values are none that can be followed.
        if (Variables.NamedBy(target) is { } variable)
        {
            AddValue(variable, by);
            AddValue(variable, by);
        }
    }

    private void AddValue(ISymbol variable, IOperation value)
    {
        if (!_values.TryGetValue(variable, out List<IOperation>? values))
        {
            _values.Add(variable, values = []);
        }

        values.Add(value);
    }

    private void NoteName(VariableUse use)
    {
        if (use.IsPart && use.Path.Steps.IsEmpty)
        {
            _parts.Add(use.Path.Root);
        }

        if (use.IsLost)
        {
            _lost.Add(use.Path.Root);
        }

        if (use.IsPatch)
        {
            _patches.Add(use.Path.Root);
        }

        if (use.IsCreated && use.Path.Steps.IsEmpty)
        {
            _created.Add(use.Path.Root);
        }

        if (use.MayBeCompleted)
        {
            _completed.Add(use.Path.Root);
        }

        if (use.KnownAs is not { } name)
        {
            return;
        }

        if (!_names.TryGetValue(name.Root, out List<(ImmutableArray<string> Steps, ObjectPath Is, bool IsCertain)>? names))
        {
            _names.Add(name.Root, names = []);
        }

        names.Add((name.Steps, use.Path, !use.IsOneOfSeveral && !name.Steps.Contains(ObjectPath.Any)));
    }

    private void NoteChange(VariableUse use)
    {
        foreach (PartChange change in use.Changes)
        {
            Note(use.Path.Root, change, use.Operation, isCertain: change.Value is not null, MaxNames);
        }
    }

    /// <summary>Notes a change for whatever it may be that is changed.</summary>
    private void Note(ISymbol root, PartChange change, IOperation by, bool isCertain, int names)
    {
        (ImmutableArray<string> Steps, ObjectPath Is, bool IsCertain)[] others = names == 0 || !_names.TryGetValue(root, out List<(ImmutableArray<string> Steps, ObjectPath Is, bool IsCertain)>? known)
            ? []
            : [.. known.Where(name => change.IsInside(name.Steps))];
        bool isOnly = others.Length == 1 && others[0].IsCertain && (!others[0].Steps.IsEmpty || (_values.TryGetValue(root, out List<IOperation>? values) && values.Count == 1));
        foreach ((ImmutableArray<string> steps, ObjectPath other, _) in others)
        {
            PartChange same = change with { Steps = other.Steps.AddRange(change.Steps.RemoveRange(0, steps.Length)) };
            Note(other.Root, same, by, isCertain && isOnly, names - 1);
        }

        if (others.Length > 0 && isOnly)
        {
            return;
        }

        if (!_changes.TryGetValue(root, out List<PartChange>? changes))
        {
            _changes.Add(root, changes = []);
        }

        // What a variable of several values holds is changed, whichever it is.
        bool isOwn = others.Length == 0 || (_values.TryGetValue(root, out List<IOperation>? several) && several.Count > 1);
        bool isKnown = isCertain && isOwn && !change.Steps.Contains(ObjectPath.Any) && Variables.IsCertain(by, root);
        bool isInBranch = isCertain && others.Length == 0 && !change.Steps.Contains(ObjectPath.Any) && Variables.IsInBranch(by, root);
        changes.Add(isKnown ? change : change with { Value = null, Possible = isInBranch ? change.Value : null });
    }
}
