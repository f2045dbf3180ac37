using System.Collections.Immutable;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>Reads the Kubernetes objects that one method, field or property makes.</summary>
internal sealed class ObjectBody
{
    private readonly ModelTypes _types;
    private readonly CallFollower _calls;
    private readonly Lazy<BodyVariables> _values;
    private readonly CancellationToken _cancellationToken;

    /// <param name="bodies">The parts of its code, as the compiler hands them to analyzers.</param>
    /// <param name="types">The classes of KubernetesClient.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public ObjectBody(ImmutableArray<IOperation> bodies, ModelTypes types, CancellationToken cancellationToken)
    {
        _types = types;
        _cancellationToken = cancellationToken;
        _calls = new CallFollower(types, bodies[0].SemanticModel?.Compilation);

        // What callers have asked for was gone through.
        Operations = _calls.KnownOf(bodies[0].Parent)?.Values.Operations ?? [.. bodies.SelectMany(static body => body.DescendantsAndSelf())];
        _values = new(() => _calls.ValuesOf(bodies[0].Parent) ?? new BodyVariables(Operations, _calls));
    }

    /// <summary>All that is in the code, which is gone through once.</summary>
    public ImmutableArray<IOperation> Operations { get; }

    /// <summary>Objects that rules can judge: no parts that are merged into another object.</summary>
    public ImmutableArray<MappingNode> ReadWhole() => [.. ReadAll().Where(static read => ManifestObjects.IsComplete(read.Node, isCreated: read.IsCreated)).Select(static read => read.Node)];

    /// <summary>All of them, also those that may be parts.</summary>
    public ImmutableArray<MappingNode> Read() => [.. ReadAll().Select(static read => read.Node)];

    /// <summary>Parts that are added to objects which are not known.</summary>
    /// <param name="objects">The objects that are known.</param>
    public ImmutableArray<MappingNode> ReadParts(ImmutableArray<MappingNode> objects) =>
        Operations.Any(LooseParts.MayBe)
            ? new LooseParts(_calls, _values.Value, _cancellationToken).Read(Operations, objects, new ObjectReader(_calls, _values.Value))
            : [];

    private ImmutableArray<(MappingNode Node, bool IsCreated)> ReadAll()
    {
        ImmutableArray<IObjectCreationOperation> creations =
        [
            .. Operations
                .OfType<IObjectCreationOperation>()
                .Where(creation => _types.EntityOf(creation.Type) is { } entity && !ModelTypes.IsListKind(entity.Kind)),
        ];
        IInvocationOperation[] calls = [.. Operations.OfType<IInvocationOperation>().Where(call => MayMakeWorkload(call) || MayBuild(call))];
        if (creations.IsEmpty && calls.Length == 0)
        {
            return [];
        }

        BodyVariables values = _values.Value;
        var reader = new ObjectReader(_calls, values)
        {
            KeepsBranches = !creations.Any(creation => _types.EntityOf(creation.Type)?.Kind == "StatefulSet" && IsInCondition(creation)),
        };
        ImmutableArray<(MappingNode Node, bool IsCreated)>.Builder objects = ImmutableArray.CreateBuilder<(MappingNode Node, bool IsCreated)>();
        foreach (IObjectCreationOperation creation in creations)
        {
            Holding holding = HoldingReader.Of(creation, _calls);
            if (holding is { IsPart: false, IsPatch: false, IsHandedOn: false }
                && (holding.In is null || !values.IsPart(holding.In.Root))
                && !_calls.IsClaimTemplate(creation, holding, _cancellationToken)
                && !(holding.In is { Root: IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false } } member && ArgumentMutation.MayChangeElsewhere(member.Root, creation.Syntax))
                && reader.ReadObject(creation, holding) is { } node)
            {
                objects.Add((ManifestObjects.Normalize(node), IsCreated(holding, creation)));
            }
        }

        // What another method makes is judged there, unless only what becomes of it here shows that it is whole. What is asked of an object
        // is made by all calls of that.
        foreach (IInvocationOperation call in calls)
        {
            if (HoldingReader.Of(call, _calls) is not { IsPatch: false } holding || (holding.In is not null && values.IsPart(holding.In.Root)))
            {
                continue;
            }

            bool isCreated = IsCreated(holding, call);
            bool isBuilt = holding is { IsPart: false, IsHandedOn: false } && call.Instance is { } asked && BuilderCalls.Of(asked, values, _calls) is not null;
            if ((isCreated || isBuilt)
                && reader.ReadObject(call, holding) is { } node
                && ManifestObjects.Normalize(node) is var made
                && (isBuilt || !ManifestObjects.IsComplete(made)))
            {
                objects.Add((made, isCreated));
            }
        }

        return objects.ToImmutable();
    }

    /// <summary>
    /// The sets and Services that methods make for this one, or make and send for it: what is computed here once is handed to several. Rules compare
    /// those that have the same computed names; each object by itself is judged where it is made.
    /// </summary>
    /// <param name="own">The objects that are made here, which are compared with them.</param>
    /// <returns>None where there is no set or no Service to be compared with.</returns>
    public ImmutableArray<MappingNode> ReadMade(ImmutableArray<MappingNode> own)
    {
        ImmutableArray<IInvocationOperation> calls =
        [
            .. Operations
                .OfType<IInvocationOperation>()
                .Where(call => !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && (IsOfNames(call.Type) || SendsItself(call)) && !IsInCondition(call)),
        ];
        if (calls.IsEmpty || (calls.All(call => IsOfNames(call.Type)) && !(MayHave(StatefulSetView.Kind) && MayHave(ServiceView.Kind))))
        {
            return [];
        }

        var reader = new ObjectReader(_calls, _values.Value) { KeepsBranches = false, LeavesOutPods = true };
        ImmutableArray<MappingNode> made =
        [
            .. calls.SelectMany(call => IsOfNames(call.Type)
                ? [reader.ReadObject(call, HoldingReader.Of(call, _calls))]
                : reader.Inside(call, ReadSent) ?? []).OfType<MappingNode>().Select(ManifestObjects.Normalize),
        ];
        return Has(StatefulSetView.Kind) && Has(ServiceView.Kind) ? made : [];

        bool MayHave(string kind) => calls.Any(call => _types.EntityOf(call.Type)?.Kind == kind) || own.Any(node => ObjectView.KindOf(node) == kind);

        bool Has(string kind) => made.Concat(own).Any(node => ObjectView.KindOf(node) == kind);
    }

    /// <summary>What a method makes and keeps to itself, which it can only send then.</summary>
    private List<MappingNode?> ReadSent(ObjectReader reader, BodyVariables values, CallFollower calls)
    {
        var sent = new List<MappingNode?>();
        foreach (IOperation made in values.Operations)
        {
            if (made is IObjectCreationOperation or IInvocationOperation
                && IsOfNames(made.Type)
                && (made is not IInvocationOperation call || (MayBuild(call) && BuilderCalls.Of(call.Instance!, values, calls) is not null))
                && !IsInCondition(made)
                && HoldingReader.Of(made, calls) is { IsPart: false, IsPatch: false, IsHandedOn: false } holding
                && (holding.In is null || !values.IsPart(holding.In.Root)))
            {
                sent.Add(reader.ReadObject(made, holding));
            }
        }

        return sent;
    }

    private bool IsOfNames(ITypeSymbol? type) => _types.EntityOf(type) is { Kind: StatefulSetView.Kind or ServiceView.Kind };

    /// <summary>Whether a call runs a method around, which returns nothing: <c>await EnsureServiceAsync(entity)</c>.</summary>
    private static bool SendsItself(IInvocationOperation call) =>
        call.Instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } && CreatingMethods.ReturnsNothing(call.TargetMethod);

    private bool MayMakeWorkload(IInvocationOperation call) =>
        !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && _types.EntityOf(call.Type) is { Kind: "StatefulSet" or "Deployment" or "DaemonSet" or "ReplicaSet" };

    /// <summary>Whether a call asks an object of the compilation's own for one of Kubernetes: <c>new SetBuilder().WithReplicas(3).Build()</c>.</summary>
    private bool MayBuild(IInvocationOperation call) =>
        call.Instance is { } asked and not IInstanceReferenceOperation
        && Variables.Unwrap(asked) is IInvocationOperation or IObjectCreationOperation or ILocalReferenceOperation
        && _types.EntityOf(call.Type) is { } entity
        && !ModelTypes.IsListKind(entity.Kind)
        && !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>Whether it is created as it is. A local that gets another object, too, may hold that one then, with the same content at best.</summary>
    private bool IsCreated(Holding holding, IOperation value) => !holding.MayBeCompleted
        && (holding.IsCreated
            || (holding.In is { Root: ILocalSymbol local, Steps.IsEmpty: true }
                && (_values.Value.ValueOf(local) is not null || _values.Value.IsGiven(local, "spec", value))
                && _values.Value.IsCreated(local)));

    private static bool IsInCondition(IOperation operation)
    {
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (Variables.IsCondition(parent))
            {
                return true;
            }
        }

        return false;
    }
}
