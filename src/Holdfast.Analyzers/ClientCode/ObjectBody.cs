using System.Collections.Immutable;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>Reads the Kubernetes objects that one method, field or property makes.</summary>
internal static class ObjectBody
{
    public static ImmutableArray<MappingNode> Read(ImmutableArray<IOperation> bodies, ModelTypes types)
    {
        ImmutableArray<IObjectCreationOperation> creations =
        [
            .. bodies
                .SelectMany(static body => body.DescendantsAndSelf())
                .OfType<IObjectCreationOperation>()
                .Where(creation => types.EntityOf(creation.Type) is { } entity && !ModelTypes.IsListKind(entity.Kind)),
        ];
        if (creations.IsEmpty)
        {
            return [];
        }

        var calls = new CallFollower(types, bodies[0].SemanticModel?.Compilation);
        var values = new BodyVariables(bodies, calls);
        var reader = new ObjectReader(calls, values)
        {
            KeepsBranches = !creations.Any(creation => types.EntityOf(creation.Type)?.Kind == "StatefulSet" && IsInCondition(creation)),
        };
        ImmutableArray<MappingNode>.Builder objects = ImmutableArray.CreateBuilder<MappingNode>();
        foreach (IObjectCreationOperation creation in creations)
        {
            Holding holding = HoldingReader.Of(creation, calls);
            if (holding is { IsPart: false, IsPatch: false, IsHandedOn: false }
                && (holding.In is null || !values.IsPart(holding.In.Root))
                && reader.ReadObject(creation, holding) is { } node)
            {
                objects.Add(ManifestObjects.Normalize(node));
            }
        }

        return objects.ToImmutable();
    }

    /// <summary>
    /// The objects that methods make for this one: what is computed here once is handed to several. Rules compare those that have the same
    /// computed names; each object by itself is judged where it is made.
    /// </summary>
    public static ImmutableArray<MappingNode> ReadMade(ImmutableArray<IOperation> bodies, ModelTypes types)
    {
        ImmutableArray<IInvocationOperation> made =
        [
            .. bodies.SelectMany(static body => body.DescendantsAndSelf())
                .OfType<IInvocationOperation>()
                .Where(call => !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && types.EntityOf(call.Type) is { } entity && !ModelTypes.IsListKind(entity.Kind)),
        ];
        if (made.IsEmpty)
        {
            return [];
        }

        var calls = new CallFollower(types, bodies[0].SemanticModel?.Compilation);
        var values = new BodyVariables(bodies, calls);
        var reader = new ObjectReader(calls, values) { KeepsBranches = false };
        return [.. made.Where(static call => !IsInCondition(call)).Select(call => reader.ReadObject(call, HoldingReader.Of(call, calls))).OfType<MappingNode>().Select(ManifestObjects.Normalize)];
    }

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
