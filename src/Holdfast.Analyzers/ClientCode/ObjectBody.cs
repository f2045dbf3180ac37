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
        var reader = new ObjectReader(calls, values);
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
}
