using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>
/// Makes trees of initialisers of KubernetesClient's models. Constants are read and locals followed to where they get their
/// only value; whatever else is there is unknown.
/// </summary>
internal sealed class ObjectReader
{
    /// <summary>Locals that lead to locals, and initialisers in one another.</summary>
    private const int Depth = 64;

    /// <summary>Parts of one computed text, in one another.</summary>
    private const int MaxParts = 16;

    /// <summary>Calls that are followed for one body.</summary>
    private const int MaxCalls = 1000;

    private readonly CallFollower _calls;
    private readonly ModelTypes _types;
    private readonly BodyVariables _values;
    private readonly ImmutableDictionary<IParameterSymbol, IOperation> _arguments;
    private readonly ObjectReader? _caller;
    private readonly ObjectReader _start;
    private readonly IOperation? _receiver;
    private readonly FollowedCall? _call;
    private BuilderState? _state;
    private int _step;
    private readonly Dictionary<string, ISymbol> _named = new(StringComparer.Ordinal);
    private int _callsRead;

    /// <param name="calls">Follows the calls.</param>
    /// <param name="values">What is known of the locals around.</param>
    public ObjectReader(CallFollower calls, BodyVariables values)
        : this(calls, values, ImmutableDictionary.Create<IParameterSymbol, IOperation>(SymbolEqualityComparer.Default), null)
    {
    }

    private ObjectReader(CallFollower calls, BodyVariables values, ImmutableDictionary<IParameterSymbol, IOperation> arguments, ObjectReader? caller, IOperation? receiver = null, FollowedCall? call = null)
    {
        _receiver = receiver;
        _call = call;
        _calls = calls;
        _types = calls.Types;
        _values = values;
        _arguments = arguments;
        _caller = caller;
        _start = caller?._start ?? this;
    }

    /// <summary>Whether a part that one branch changes is known to have one of two values.</summary>
    public bool KeepsBranches { get; init; } = true;

    /// <summary>Whether what pods and claims are made of is left unknown, since only names are compared.</summary>
    public bool LeavesOutPods { get; init; }

    /// <summary>An object with what becomes of it; null where nothing is known of it.</summary>
    /// <param name="creation">Where it is made, or the call of the method that does.</param>
    /// <param name="holding">Where it goes.</param>
    public MappingNode? ReadObject(IOperation creation, Holding holding)
    {
        if (_types.EntityOf(creation.Type) is not { } entity)
        {
            return null;
        }

        // A set that is made in one branch may be made where its Service is headless, and only there.
        IEnumerable<PartChange> changes = holding.In is null ? holding.Changes : holding.Changes.Concat(_values.ChangesOf(holding, creation));
        ManifestNode? read = ObjectChanges.Apply(Read(creation, 0), KeepsBranches ? changes : changes.Select(static change => change with { Possible = null }), change => ReadChange(change, 1));
        MappingNode node = read as MappingNode ?? Unknown(_types.FieldsOf(creation.Type!), creation is IObjectCreationOperation made ? TypeName(made) : creation.Syntax.GetLocation());
        if (node["metadata"] is UnknownNode metadata)
        {
            // What may have any name is asked for its name.
            node = NodeEdit.Set(node, "metadata", Unknown(["name", "namespace", "labels", "annotations"], metadata.Location));
        }

        // The library fills in what the type says anyway where it is left out.
        return new MappingNode(
            [
                Entry(node, "apiVersion", entity.ApiVersion),
                Entry(node, "kind", entity.Kind),
                .. node.Entries.Where(static entry => entry.Key is not ("apiVersion" or "kind")),
            ],
            node.Location);
    }

    /// <summary>Reads what a method that is called makes and sends itself, with what it gets; null where the call is not followed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="read">Gets the reader, what is known of the method, and what follows its calls.</param>
    public T? Inside<T>(IInvocationOperation call, Func<ObjectReader, BodyVariables, CallFollower, T> read)
        where T : class =>
        _calls.OnlyOf(call.TargetMethod) is { } summary && Within(new FollowedCall(call.Arguments, summary), call.Instance) is { } inner
            ? read(inner, inner._values, inner._calls)
            : null;

    /// <summary>A part of an object with what becomes of it; null where nothing is known of it.</summary>
    /// <param name="creation">Where it is made.</param>
    /// <param name="holding">Where it goes.</param>
    public ManifestNode? ReadPart(IObjectCreationOperation creation, Holding holding) =>
        ObjectChanges.Apply(Read(creation, 0), holding.Changes.Concat(_values.ChangesOf(holding, creation)), change => ReadChange(change, 1));

    private static MappingNode Unknown(IEnumerable<string> fields, Location? place) =>
        new(fields.Select(field => new MappingEntry(field, new UnknownNode(place), place)), place);

    /// <summary>The node of an expression; null where it is null and the field is left out.</summary>
    public ManifestNode? Read(IOperation? value, int depth)
    {
        value = Unwrap(value);
        ManifestNode? node = ReadNode(value, depth);
        return node is UnknownNode { Choices.IsDefault: true } unknown && value is { Type.SpecialType: SpecialType.System_String } && (unknown.Expression ?? ExpressionOf(value, 0)) is { } expression
            ? new UnknownNode(value is IInvocationOperation ? value.Syntax.GetLocation() : node.Location, expression: expression)
            : node;
    }

    private ManifestNode? ReadNode(IOperation? value, int depth)
    {
        if (value is null || depth > Depth || (_start.LeavesOutPods && value.Type is { Name: "V1Container" or "V1PersistentVolumeClaim" or "V1Volume" }))
        {
            return new UnknownNode(value?.Syntax.GetLocation());
        }

        Location place = value.Syntax.GetLocation();
        if (value.ConstantValue is { HasValue: true, Value: var constant })
        {
            return Scalar(constant, place);
        }

        switch (value)
        {
            case IObjectCreationOperation creation when ModelTypes.IsScalar(creation.Type):
                return ReadScalar(creation, place, depth);
            case IObjectCreationOperation creation when ModelTypes.IsModel(creation.Type):
                return ReadModel(creation, place, depth);
            case IObjectCreationOperation creation when IsMap(creation.Type):
                return HasNoContent(creation) ? ReadMap(creation.Initializer, place, depth) : new UnknownNode(place);
            case IObjectCreationOperation creation when IsList(creation.Type):
                return HasNoContent(creation) ? ReadList(creation.Initializer, place, depth) : new UnknownNode(place);
            case IArrayCreationOperation { Type: IArrayTypeSymbol { Rank: 1 }, Initializer: { } items }:
                return List(items.ElementValues, place, depth);
            case ICollectionExpressionOperation collection:
                return List(collection.Elements, place, depth);
            case ILocalReferenceOperation { Local: { } local }:
                return _values.ValueOf(local) is { } only ? ReadHeld(local, only, depth) : new UnknownNode(place);
            case IParameterReferenceOperation { Parameter: { } parameter } when !_arguments.ContainsKey(parameter) && IsOfOwnObject(parameter):
                return ReadMember(parameter, place, depth);
            case IParameterReferenceOperation { Parameter: { } parameter }:
                return ReadArgument(parameter, place, depth);
            case IFieldReferenceOperation { Field: { IsStatic: false } field, Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } when _caller is not null:
                return ReadMember(field, place, depth);
            case IInvocationOperation { Instance: { Type.SpecialType: SpecialType.System_Boolean } flag, TargetMethod.Name: nameof(ToString) }:
                return Read(flag, depth + 1) is ScalarNode { Kind: ScalarKind.Boolean } shown
                    ? ScalarNode.String(shown.Text == "true" ? bool.TrueString : bool.FalseString, place)
                    : new UnknownNode(place, choices: [bool.TrueString, bool.FalseString]);
            case IInvocationOperation { Instance: { Type.SpecialType: SpecialType.System_String } raised, TargetMethod: { Name: nameof(string.ToLower) or nameof(string.ToLowerInvariant), Parameters.IsEmpty: true } }:
                return Read(raised, depth + 1) switch
                {
                    ScalarNode { Kind: ScalarKind.String } written => ScalarNode.String(written.Text.ToLowerInvariant(), place),
                    UnknownNode { Choices: { IsDefault: false } choices } => new UnknownNode(place, choices: [.. choices.Select(static choice => choice?.ToLowerInvariant())]),
                    _ => new UnknownNode(place),
                };
            case IInvocationOperation { TargetMethod: { } joined, Arguments: { Length: > 0 } parts } when LibraryMethods.KeepsItems(joined):
                return ReadJoined(joined.Name, parts, place, depth);
            case IInvocationOperation call:
                return ReadCall(call, place, depth);
            case IAwaitOperation { Operation: IInvocationOperation { TargetMethod.IsAsync: true } call }:
                return ReadResults(call.TargetMethod, call.Arguments, call.Instance, place, depth);
            case IPropertyReferenceOperation { Property: { IsStatic: false } property, Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } }
                when _caller is not null && IsWithoutCode(property):
                return ReadMember(property, place, depth);
            case IPropertyReferenceOperation { Property: { IsIndexer: false, GetMethod: { } getter } property, Instance: var asked } when _types.FieldOf(property) is null:
                return ReadResults(getter, [], asked, place, depth);
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return ReadChoice(choice, otherwise, place, depth);
            case ISwitchExpressionOperation choice:
                return NodeChoice.Of(place, [.. choice.Arms.Where(static arm => arm.Value is not IThrowOperation).Select(arm => Read(arm.Value, depth + 1))]);
            case IInterpolatedStringOperation text:
                return ReadText(text.Parts, place, depth);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } sum:
                return ReadText([sum.LeftOperand, sum.RightOperand], place, depth);
            case IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } }:
                return ScalarNode.String(string.Empty, place);
            default:
                return new UnknownNode(place);
        }
    }

    /// <summary>One of two values: the one that the caller asks for, or either where callers do not decide it alone.</summary>
    private ManifestNode? ReadChoice(IConditionalOperation choice, IOperation otherwise, Location place, int depth)
    {
        if (!Variables.IsForCaller(choice.Condition))
        {
            ImmutableArray<ManifestNode?> both = [Read(choice.WhenTrue, depth + 1), Read(otherwise, depth + 1)];
            return _start.KeepsBranches ? NodeChoice.Text(place, both) : NodeChoice.Of(place, both);
        }

        bool isNegated = choice.Condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not };
        IOperation condition = choice.Condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation ? negation.Operand : choice.Condition;
        return condition is IParameterReferenceOperation && Read(condition, depth + 1) is ScalarNode { Kind: ScalarKind.Boolean } asked
            ? Read(asked.Text == "true" != isNegated ? choice.WhenTrue : otherwise, depth + 1)
            : NodeChoice.Of(place, [Read(choice.WhenTrue, depth + 1), Read(otherwise, depth + 1)]);
    }

    /// <summary>What a part becomes; null where it is null.</summary>
    public ManifestNode? ReadChange(PartChange change, int depth)
    {
        if (change.Value is null)
        {
            return new UnknownNode(change.Location);
        }

        ObjectReader? reader = this;
        foreach (FollowedCall call in change.Calls)
        {
            reader = reader?.Within(call);
        }

        return reader is null ? new UnknownNode(change.Location) : reader.Read(change.Value, depth);
    }

    private ManifestNode? ReadHeld(ISymbol variable, IOperation value, int depth) =>
        ObjectChanges.Apply(Read(value, depth + 1), _values.ChangesOf(variable), changed => ReadChange(changed, depth + 1));

    /// <summary>What the caller hands over, with what becomes of it here where the caller has no name for it.</summary>
    private ManifestNode? ReadArgument(IParameterSymbol parameter, Location place, int depth)
    {
        if (_caller is null || !_arguments.TryGetValue(parameter, out IOperation? argument) || _values.IsAssigned(parameter))
        {
            return new UnknownNode(place);
        }

        ManifestNode? read = _state is null ? _caller.Read(argument, depth + 1) : _caller.ReadHandedOn(argument, depth + 1);
        return HoldingReader.PathOf(argument, _types) is null
            ? ObjectChanges.Apply(read, _values.ChangesOf(parameter), change => ReadChange(change, depth + 1))
            : read;
    }

    /// <summary>A list that LINQ makes of others whose items are all known.</summary>
    private ManifestNode ReadJoined(string method, ImmutableArray<IArgumentOperation> parts, Location place, int depth) =>
        Read(parts[0].Value, depth + 1) is SequenceNode list
            ? (method, parts.Length == 2 ? Read(parts[1].Value, depth + 1) : null) switch
            {
                ("Append", not (null or UnknownNode) and var item) => new SequenceNode(list.Items.Append(item), place),
                ("Concat", SequenceNode more) => new SequenceNode(list.Items.Concat(more.Items), place),
                ("Append" or "Concat", _) => new UnknownNode(place),
                _ => list,
            }
            : new UnknownNode(place);

    private ManifestNode? ReadCall(IInvocationOperation call, Location place, int depth)
    {
        if (call.TargetMethod.IsAsync || !LibraryMethods.Passes(call.TargetMethod))
        {
            return call.TargetMethod.IsAsync ? new UnknownNode(place) : ReadResults(call.TargetMethod, call.Arguments, call.Instance, place, depth);
        }

        return ObjectChanges.Apply(Read(call.Arguments[0].Value, depth + 1), _calls.EffectOf(call.Arguments[0]).Changes, change => ReadChange(change, depth + 1));
    }

    /// <summary>What a method of the compilation makes of what it gets.</summary>
    private ManifestNode? ReadResults(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation? receiver, Location place, int depth) =>
        _calls.OnlyOf(method) is { Results.IsEmpty: false } summary && Within(new FollowedCall(arguments, summary), receiver) is { } reader
            ? NodeChoice.Of(place, [.. summary.Results.Select(result => reader.Read(result, depth + 1))])
            : new UnknownNode(place);

    /// <summary>Reads what is in a method that is called; null where the way is too long.</summary>
    private ObjectReader? Within(FollowedCall call, IOperation? receiver = null)
    {
        if (++_start._callsRead > MaxCalls || _calls.Into(call.Summary.Method) is not { } inner)
        {
            return null;
        }

        ImmutableDictionary<IParameterSymbol, IOperation>.Builder arguments = ImmutableDictionary.CreateBuilder<IParameterSymbol, IOperation>(SymbolEqualityComparer.Default);
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < call.Summary.Method.Parameters.Length)
            {
                arguments[call.Summary.Method.Parameters[parameter.Ordinal]] = argument.Value;
            }
        }

        var reader = new ObjectReader(inner, call.Summary.Values, arguments.ToImmutable(), this, receiver, call);
        if (receiver is IInstanceReferenceOperation)
        {
            (reader._state, reader._step) = (State(), _step);
        }

        return reader;
    }

    /// <summary>Reads what is in a call of an object whose other calls are known.</summary>
    public ObjectReader? Within(FollowedCall call, BuilderState state, int step)
    {
        ObjectReader? reader = Within(call);
        if (reader is not null)
        {
            (reader._state, reader._step) = (state, step);
        }

        return reader;
    }

    /// <summary>What the object is that a method is called of; null where that is not known.</summary>
    private BuilderState? State()
    {
        if (_state is null && _receiver is not null && _call is not null && _caller is not null && BuilderCalls.Of(_receiver, _caller._values, _caller._calls) is { } calls)
        {
            // The method that is called last may change members itself.
            _state = new BuilderState(calls with { Steps = calls.Steps.Add(new BuilderStep(_call, IsCertain: true)) }, _caller);
            _step = _state.Last;
        }

        return _state;
    }

    private ManifestNode? ReadMember(ISymbol member, Location place, int depth) =>
        State() is { } state && ++_start._callsRead <= MaxCalls ? state.Read(member, _step, place, depth) : new UnknownNode(place);

    /// <summary>What a member starts with, as its declaration says it; null where it says nothing.</summary>
    public (ManifestNode? Value, bool IsKnown)? ReadInitializer(ISymbol member, BuilderState state, int depth)
    {
        if (_calls.InitializerOf(member) is not { } initializer)
        {
            return null;
        }

        var reader = new ObjectReader(_calls, new BodyVariables([.. initializer.DescendantsAndSelf()], _calls), _arguments.Clear(), this) { _state = state, _step = -1 };
        return (reader.Read((initializer as ISymbolInitializerOperation)?.Value ?? initializer, depth + 1), true);
    }

    /// <summary>What is handed to a call that keeps it, whatever that does with it: the call is looked at, too.</summary>
    public ManifestNode? ReadHandedOn(IOperation argument, int depth) =>
        Unwrap(argument) is ILocalReferenceOperation { Local: { } local } reference && _values.ValueOf(local) is { } only
            ? ObjectChanges.Apply(Read(only, depth + 1), _values.ChangesOf(local).Where(change => !(change.Steps.IsEmpty && change.Location == reference.Syntax.GetLocation())), changed => ReadChange(changed, depth + 1))
            : Read(argument, depth);

    /// <summary>Whether a parameter is one of a primary constructor, which methods use as a field.</summary>
    private static bool IsOfOwnObject(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && constructor.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is TypeDeclarationSyntax;

    /// <summary>Whether a property holds what it was given, and nothing else.</summary>
    private static bool IsWithoutCode(IPropertySymbol property) =>
        !property.IsIndexer && property.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax() is PropertyDeclarationSyntax { AccessorList.Accessors: { } accessors } && accessors.All(static accessor => accessor.Body is null && accessor.ExpressionBody is null);

    /// <summary>A text of parts that are all known.</summary>
    private ManifestNode ReadText(IEnumerable<IOperation> parts, Location place, int depth)
    {
        var text = new StringBuilder();
        foreach (IOperation part in parts)
        {
            IOperation? value = part switch
            {
                IInterpolatedStringTextOperation written => written.Text,
                IInterpolationOperation { Alignment: null, FormatString: null } filled => filled.Expression,
                IInterpolationOperation => null,
                _ => part,
            };
            if (value is null || Read(value, depth + 1) is not ScalarNode { Kind: ScalarKind.String or ScalarKind.Integer or ScalarKind.Boolean } known)
            {
                return new UnknownNode(place);
            }

            text.Append(known.Kind != ScalarKind.Boolean ? known.Text : known.Text == "true" ? bool.TrueString : bool.FalseString);
        }

        return ScalarNode.String(text.ToString(), place);
    }

    /// <summary>
    /// A text that two computed texts of one body share only where they are the same: <c>{name}-service</c>. Null for what may
    /// have another value the next time that it is computed.
    /// </summary>
    private string? ExpressionOf(IOperation? value, int depth)
    {
        value = Unwrap(value);
        switch (value)
        {
            case null:
            case var _ when depth > MaxParts:
                return null;
            case { ConstantValue: { HasValue: true, Value: string text } }:
                return text.Contains('{') ? null : text;
            case IInterpolatedStringOperation text:
                return ExpressionOf(text.Parts.Select(static part => part switch
                {
                    IInterpolatedStringTextOperation written => written.Text,
                    IInterpolationOperation { Alignment: null, FormatString: null } filled => filled.Expression,
                    _ => null,
                }), depth);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } sum:
                return ExpressionOf([sum.LeftOperand, sum.RightOperand], depth);
            case IParameterReferenceOperation { Parameter: { } parameter } when _caller is not null:
                return _arguments.TryGetValue(parameter, out IOperation? argument) && !_values.IsAssigned(parameter) ? _caller.ExpressionOf(argument, depth + 1) : null;
            case ILocalReferenceOperation { Local: { } local } when _values.ValueOf(local) is { } only && ExpressionOf(only, depth + 1) is { } known:
                return known;
            default:
                return NameOf(value, depth) is { } name ? "{" + name + "}" : null;
        }
    }

    private string? ExpressionOf(IEnumerable<IOperation?> parts, int depth)
    {
        string?[] texts = [.. parts.Select(part => ExpressionOf(part, depth + 1))];
        return texts.Contains(null) ? null : string.Concat(texts);
    }

    /// <summary>What is read at its root and not changed in this body: <c>entity.Metadata.Name</c>. In a method that is called, it is in the caller's words.</summary>
    private string? NameOf(IOperation? value, int depth)
    {
        value = value is null ? null : Variables.Unwrap(value);
        switch (value)
        {
            case null:
            case var _ when depth > MaxParts:
                return null;
            case IParameterReferenceOperation { Parameter: { } parameter } when _caller is not null:
                return _arguments.TryGetValue(parameter, out IOperation? argument) && !_values.IsAssigned(parameter) ? _caller.NameOf(argument, depth + 1) : null;
            case IParameterReferenceOperation { Parameter: { } parameter }:
                return _values.IsAssigned(parameter) ? null : Own(parameter);
            case ILocalReferenceOperation { Local: { } local }:
                return _values.ValueOf(local) is not { } only ? null : _caller is null ? Own(local) : NameOf(only, depth + 1);
            case IFieldReferenceOperation { Field: { IsReadOnly: true } field, Instance: null or IInstanceReferenceOperation } when _caller is null:
                return Own(field);
            case IPropertyReferenceOperation { Property: { IsIndexer: false, IsStatic: false } property, Instance: { } instance } when !IsAssignedIn(property):
                return instance is IInstanceReferenceOperation
                    ? (property.IsReadOnly && _caller is null ? Own(property) : null)
                    : NameOf(instance, depth + 1) is { } owner ? owner + "." + property.Name : null;
            case IInvocationOperation { TargetMethod: { Name: "Name" or "Namespace", ContainingType: { } type }, Arguments: [{ Value: { } asked }] } when ModelTypes.IsInNamespace(type):
                return NameOf(asked, depth + 1) is { } named && !_values.HasChanges(asked, _types) ? named + "." + ((IInvocationOperation)value).TargetMethod.Name + "()" : null;
            default:
                return null;
        }
    }

    /// <summary>Whether the body, or one that led here, gives a property of anything another value.</summary>
    private bool IsAssignedIn(IPropertySymbol property) => _values.IsAssignedIn(property) || _caller?.IsAssignedIn(property) == true;

    /// <summary>The name of a variable; null where another one of the body has it too.</summary>
    private string? Own(ISymbol variable)
    {
        if (_named.TryGetValue(variable.Name, out ISymbol? known))
        {
            return SymbolEqualityComparer.Default.Equals(known, variable) ? variable.Name : null;
        }

        _named.Add(variable.Name, variable);
        return variable.Name;
    }

    /// <summary>Without the conversions that leave a value what it is; those of the library make scalars of texts and numbers.</summary>
    private static IOperation? Unwrap(IOperation? value)
    {
        while (value is IConversionOperation { ConstantValue.HasValue: false } conversion
            && (Variables.IsTransparent(conversion) || conversion.Conversion.IsNullable || (conversion.OperatorMethod is { } method && ModelTypes.IsScalar(method.ContainingType) && ModelTypes.IsScalar(conversion.Type))))
        {
            value = conversion.Operand;
        }

        return value;
    }

    /// <summary>Whether a collection is made empty: a size or a comparer is not a content.</summary>
    private static bool HasNoContent(IObjectCreationOperation creation) =>
        creation.Arguments.All(static argument => argument.Parameter?.Name is "capacity" or "comparer");

    private static MappingEntry Entry(MappingNode node, string key, string value)
    {
        return node.Entry(key) is { Value: ScalarNode } written ? written : new MappingEntry(key, ScalarNode.String(value, node.Location), node.Location);
    }

    private static ManifestNode? Scalar(object? constant, Location place) => constant switch
    {
        null => null,
        string text => ScalarNode.String(text, place),
        bool flag => ScalarNode.Boolean(flag, place),
        int or long or short or byte => ScalarNode.Integer(Convert.ToInt64(constant, CultureInfo.InvariantCulture), place),
        _ => new UnknownNode(place),
    };

    /// <summary>Where one item is not known, it may be the one that a rule looks for, so neither is the list.</summary>
    private ManifestNode List(IEnumerable<IOperation> items, Location place, int depth)
    {
        var nodes = new List<ManifestNode>();
        foreach (IOperation item in items)
        {
            if (item is ISpreadOperation spread && Read(spread.Operand, depth + 1) is SequenceNode several)
            {
                nodes.AddRange(several.Items);
                continue;
            }

            if (Read(item, depth + 1) is not { } node || node is UnknownNode)
            {
                return new UnknownNode(place);
            }

            nodes.Add(node);
        }

        return new SequenceNode(nodes, place);
    }

    /// <summary><c>new ResourceQuantity("10Gi")</c>, <c>new IntOrString { Value = "http" }</c>.</summary>
    private ManifestNode? ReadScalar(IObjectCreationOperation creation, Location place, int depth) => (creation.Arguments, creation.Initializer?.Initializers) switch
    {
        ([var only], null or []) => Read(only.Value, depth + 1),
        ([], [ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Value" } } assignment]) => Read(assignment.Value, depth + 1),
        _ => new UnknownNode(place),
    };

    private ManifestNode ReadModel(IObjectCreationOperation creation, Location place, int depth)
    {
        var entries = new List<MappingEntry>();
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            // Earlier versions of the library have a constructor with all fields.
            if (argument.ArgumentKind == ArgumentKind.DefaultValue)
            {
                continue;
            }

            if (_types.FieldOf(creation.Type!, argument.Parameter?.Name) is not { } field)
            {
                return new UnknownNode(TypeName(creation) ?? place);
            }

            if (Read(argument.Value, depth + 1) is { } value)
            {
                entries.Add(new MappingEntry(field, value, argument.Syntax.GetLocation()));
            }
        }

        foreach (IOperation initializer in creation.Initializer?.Initializers ?? [])
        {
            if (initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } property } target } assignment
                || _types.FieldOf(property) is not { } field)
            {
                // An initialiser of what the property holds already: { Labels = { ["a"] = "b" } }.
                if (initializer is IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation { Property: { } held } } member
                    && _types.FieldOf(held) is { } heldField)
                {
                    entries.Add(new MappingEntry(heldField, new UnknownNode(member.Syntax.GetLocation()), member.Syntax.GetLocation()));
                }

                continue;
            }

            if (Read(assignment.Value, depth + 1) is { } value)
            {
                entries.Add(new MappingEntry(field, value, target.Syntax.GetLocation()));
            }
        }

        return new MappingNode(entries, TypeName(creation) ?? place);
    }

    /// <summary>An object as a whole is shown at the name of its type, not over all of its lines.</summary>
    private static Location? TypeName(IObjectCreationOperation creation) => creation.Syntax switch
    {
        ObjectCreationExpressionSyntax written => written.Type.GetLocation(),
        ImplicitObjectCreationExpressionSyntax written => written.NewKeyword.GetLocation(),
        _ => null,
    };

    private ManifestNode ReadMap(IObjectOrCollectionInitializerOperation? initializer, Location place, int depth)
    {
        var entries = new List<MappingEntry>();
        foreach (IOperation item in initializer?.Initializers ?? [])
        {
            (IOperation? key, IOperation? value) = item switch
            {
                IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var first, var second] } => (first.Value, second.Value),
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var index] } } assignment => (index.Value, assignment.Value),
                _ => (null, null),
            };
            if (key is null || Unwrap(key)?.ConstantValue is not { HasValue: true, Value: string name })
            {
                return new UnknownNode(place);
            }

            Location keyPlace = key.Syntax.GetLocation();
            entries.Add(new MappingEntry(name, Read(value, depth + 1) ?? ScalarNode.Null(keyPlace), keyPlace));
        }

        return new MappingNode(entries, place);
    }

    private ManifestNode ReadList(IObjectOrCollectionInitializerOperation? initializer, Location place, int depth)
    {
        var items = new List<IOperation>();
        foreach (IOperation item in initializer?.Initializers ?? [])
        {
            if (item is not IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var only] })
            {
                return new UnknownNode(place);
            }

            items.Add(only.Value);
        }

        return List(items, place, depth);
    }

    private static bool IsMap(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Dictionary", TypeArguments.Length: 2 } named && IsGenericCollection(named);

    private static bool IsList(ITypeSymbol? type) => type is INamedTypeSymbol { TypeArguments.Length: 1 } named
        && ((named.Name == "List" && IsGenericCollection(named))
            || (named is { Name: "Collection", ContainingNamespace: { Name: "ObjectModel", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } }));

    private static bool IsGenericCollection(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } };
}
