using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>
/// Parts that code adds to objects which cannot be followed: <c>pod.Spec.Volumes.Add(new() { … })</c>, and items that LINQ makes, whose number is not
/// known. Each is put into an object of which nothing else is there, so that its own values can be judged.
/// </summary>
/// <param name="calls">Follows the calls of the body.</param>
/// <param name="values">What is known of its variables.</param>
internal sealed class LooseParts(CallFollower calls, BodyVariables values, CancellationToken cancellationToken)
{
    private const string Claim = "V1PersistentVolumeClaim";

    private const string Containers = "containers";

    /// <summary>Where the items of a pod's lists are.</summary>
    private static readonly Dictionary<string, string[]> Places = new(StringComparer.Ordinal)
    {
        ["V1Container"] = [Containers],
        ["V1ContainerPort"] = [Containers, "ports"],
        ["V1EnvFromSource"] = [Containers, "envFrom"],
        ["V1EnvVar"] = [Containers, "env"],
        [Claim] = ["volumeClaimTemplates"],
        ["V1Toleration"] = ["tolerations"],
        ["V1Volume"] = ["volumes"],
        ["V1VolumeMount"] = [Containers, "volumeMounts"],
    };

    /// <summary>Whether an operation makes such a part, and not inside of an object.</summary>
    public static bool MayBe(IOperation operation) => operation is IObjectCreationOperation { Type: { } type } && Places.ContainsKey(type.Name) && ModelTypes.IsModel(type) && !IsWritten(operation);

    /// <summary>The parts of a body that no object has which is known.</summary>
    /// <param name="operations">All that is in the body.</param>
    /// <param name="objects">The objects that are known, with all of their parts.</param>
    /// <param name="reader">Reads them.</param>
    public ImmutableArray<MappingNode> Read(ImmutableArray<IOperation> operations, ImmutableArray<MappingNode> objects, ObjectReader reader)
    {
        ImmutableArray<MappingNode>.Builder parts = ImmutableArray.CreateBuilder<MappingNode>();
        HashSet<Location>? known = null;
        foreach (IObjectCreationOperation creation in operations.OfType<IObjectCreationOperation>())
        {
            if (MayBe(creation)
                && Places.TryGetValue(creation.Type!.Name, out string[]? place)
                && HoldingReader.Of(creation, calls) is { IsPatch: false, IsHandedOn: false } holding
                && IsAdded(creation, holding)
                && reader.ReadPart(creation, holding) is MappingNode part
                && (known ??= LocationsIn(objects)).Add(part.Location ?? Location.None))
            {
                Note(part, known);
                parts.Add(Wrap(part, place, holding));
            }
        }

        return parts.ToImmutable();
    }

    /// <summary>Whether it is written inside of an object or of a part of one, and read with it.</summary>
    private static bool IsWritten(IOperation creation)
    {
        IOperation? around = creation.Parent;
        while (around is IConversionOperation or IObjectOrCollectionInitializerOperation or ICollectionExpressionOperation or IArrayInitializerOperation or IArrayCreationOperation
            or ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } }
            or IArgumentOperation { Parent: IInvocationOperation { Instance: IInstanceReferenceOperation } }
            or IInvocationOperation { Instance: IInstanceReferenceOperation, Parent: IObjectOrCollectionInitializerOperation }
            or IObjectCreationOperation)
        {
            if (around is IObjectCreationOperation { Type: { } type } && ModelTypes.IsModel(type))
            {
                return true;
            }

            around = around.Parent;
        }

        return false;
    }

    /// <summary>Whether it goes, or may go, where such a part belongs: a claim is an object by itself elsewhere.</summary>
    private bool IsAdded(IObjectCreationOperation creation, Holding holding) => creation.Type!.Name == Claim
        ? LibraryMethods.MakerOfItems(creation) is not null && calls.IsClaimTemplate(creation, holding, cancellationToken)
        : holding.IsPart || (holding.In is not null && (values.IsPart(holding.In.Root) || values.IsNameOfPart(holding.In.Root))) || LibraryMethods.MakerOfItems(creation) is not null;

    private static HashSet<Location> LocationsIn(IEnumerable<MappingNode> objects)
    {
        var locations = new HashSet<Location>();
        foreach (MappingNode node in objects)
        {
            Note(node, locations);
        }

        return locations;
    }

    private static void Note(ManifestNode node, HashSet<Location> locations)
    {
        if (node is MappingNode mapping)
        {
            locations.Add(mapping.Location ?? Location.None);
            foreach (MappingEntry entry in mapping.Entries)
            {
                Note(entry.Value, locations);
            }
        }
        else if (node is SequenceNode sequence)
        {
            foreach (ManifestNode item in sequence.Items)
            {
                Note(item, locations);
            }
        }
    }

    private MappingNode Wrap(MappingNode part, string[] place, Holding holding)
    {
        (string ApiVersion, string Kind) owner = holding.In?.Root switch
        {
            ILocalSymbol local when IsOwner(local.Type) is { } known => known,
            IParameterSymbol parameter when IsOwner(parameter.Type) is { } known => known,
            IFieldSymbol field when IsOwner(field.Type) is { } known => known,
            _ => ("v1", "Pod"),
        };
        ManifestNode inner = part;
        foreach (string field in Enumerable.Reverse(place))
        {
            inner = new MappingNode([new MappingEntry(field, new SequenceNode([inner], part.Location), part.Location)], part.Location);
        }

        if (place == Places[Claim])
        {
            owner = ("apps/v1", StatefulSetView.Kind);
            inner = ((MappingNode)inner).With("template", new UnknownNode(part.Location));
        }
        else if (place[0] != Containers)
        {
            inner = ((MappingNode)inner).With(Containers, new UnknownNode(part.Location));
        }

        foreach (string field in owner.Kind == "Pod" || place == Places[Claim] ? ["spec"] : new[] { "spec", "template", "spec" })
        {
            inner = new MappingNode([new MappingEntry(field, inner, part.Location)], part.Location);
        }

        return new MappingNode(
            [
                new MappingEntry("apiVersion", ScalarNode.String(owner.ApiVersion, part.Location), part.Location),
                new MappingEntry("kind", ScalarNode.String(owner.Kind, part.Location), part.Location),
                .. ((MappingNode)inner).Entries,
            ],
            part.Location);
    }

    private (string ApiVersion, string Kind)? IsOwner(ITypeSymbol type) =>
        calls.Types.EntityOf(type) is { Kind: StatefulSetView.Kind or DeploymentView.Kind or "DaemonSet" or "ReplicaSet" or "Job" or "Pod" } owner ? owner : null;
}
