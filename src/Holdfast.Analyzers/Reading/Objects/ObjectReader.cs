using System.Globalization;
using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Reading.Objects;

/// <summary>
/// Makes trees of initialisers of KubernetesClient's models. Constants are read and locals followed to where they get their
/// only value; whatever else stands there is unknown.
/// </summary>
/// <param name="types">What the library says of its types.</param>
/// <param name="locals">What is known of the locals around.</param>
internal sealed class ObjectReader(ModelTypes types, LocalValues locals)
{
    /// <summary>Locals that lead to locals, and initialisers in one another.</summary>
    private const int Depth = 64;

    public MappingNode ReadObject(IObjectCreationOperation creation, (string ApiVersion, string Kind) entity)
    {
        var node = (MappingNode)Read(creation, 0)!;
        List<MappingEntry> entries = [.. node.Entries.Where(static entry => entry.Key is not ("apiVersion" or "kind"))];

        // The library fills in what the type says anyway where it is left out.
        entries.Insert(0, Entry(node, "apiVersion", entity.ApiVersion));
        entries.Insert(1, Entry(node, "kind", entity.Kind));
        return new MappingNode(entries, node.Origin);
    }

    /// <summary>The node of an expression; null where it is null and the field is left out.</summary>
    public ManifestNode? Read(IOperation? value, int depth)
    {
        value = Unwrap(value);
        if (value is null || depth > Depth)
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
                return creation.Arguments.Length == 1 ? Read(creation.Arguments[0].Value, depth + 1) : new UnknownNode(place);
            case IObjectCreationOperation creation when ModelTypes.IsModel(creation.Type):
                return creation.Arguments.All(static argument => argument.ArgumentKind == ArgumentKind.DefaultValue)
                    ? ReadModel(creation, place, depth)
                    : new UnknownNode(place);
            case IObjectCreationOperation creation when IsMap(creation.Type):
                return creation.Arguments.IsEmpty ? ReadMap(creation.Initializer, place, depth) : new UnknownNode(place);
            case IObjectCreationOperation creation when IsList(creation.Type):
                return creation.Arguments.IsEmpty ? ReadList(creation.Initializer, place, depth) : new UnknownNode(place);
            case IArrayCreationOperation array:
                return array.Initializer is { } items ? new SequenceNode(items.ElementValues.Select(item => Item(item, depth)), place) : new UnknownNode(place);
            case ICollectionExpressionOperation collection:
                return new SequenceNode(collection.Elements.Select(item => Item(item, depth)), place);
            case ILocalReferenceOperation local when locals.ValueOf(local) is { } only:
                return Read(only, depth + 1);
            default:
                return new UnknownNode(place);
        }
    }

    private static IOperation? Unwrap(IOperation? value)
    {
        while (value is IConversionOperation { ConstantValue.HasValue: false } conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }

    private static MappingEntry Entry(MappingNode node, string key, string value)
    {
        MappingEntry? written = node.Entries.FirstOrDefault(entry => entry.Key == key);
        return written ?? new MappingEntry(key, ScalarNode.String(value, node.Origin), node.Origin);
    }

    private static ManifestNode? Scalar(object? constant, Location place) => constant switch
    {
        null => null,
        string text => ScalarNode.String(text, place),
        bool flag => ScalarNode.Boolean(flag, place),
        int or long or short or byte => ScalarNode.Integer(Convert.ToInt64(constant, CultureInfo.InvariantCulture), place),
        _ => new UnknownNode(place),
    };

    private ManifestNode Item(IOperation item, int depth) => item is ISpreadOperation
        ? new UnknownNode(item.Syntax.GetLocation())
        : Read(item, depth + 1) ?? new UnknownNode(item.Syntax.GetLocation());

    private MappingNode ReadModel(IObjectCreationOperation creation, Location place, int depth)
    {
        var entries = new List<MappingEntry>();
        foreach (IOperation initializer in creation.Initializer?.Initializers ?? [])
        {
            if (initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } property } target } assignment
                || types.FieldOf(property) is not { } field)
            {
                // An initialiser of what the property holds already: { Labels = { ["a"] = "b" } }.
                if (initializer is IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation { Property: { } held } } member
                    && types.FieldOf(held) is { } heldField)
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
        var items = new List<ManifestNode>();
        foreach (IOperation item in initializer?.Initializers ?? [])
        {
            if (item is not IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var only] })
            {
                return new UnknownNode(place);
            }

            items.Add(Item(only.Value, depth));
        }

        return new SequenceNode(items, place);
    }

    private static bool IsMap(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Dictionary", TypeArguments.Length: 2 } named && IsGenericCollection(named);

    private static bool IsList(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "List", TypeArguments.Length: 1 } named && IsGenericCollection(named);

    private static bool IsGenericCollection(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } };
}
