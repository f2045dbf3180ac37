using System.Collections.Immutable;
using System.Globalization;
using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Reading.Objects;

/// <summary>Reads the Kubernetes objects that one method, field or property makes.</summary>
internal static class ObjectBody
{
    public static ImmutableArray<MappingNode> Read(ImmutableArray<IOperation> bodies, ModelTypes types)
    {
        LocalValues? locals = null;
        ImmutableArray<MappingNode>.Builder objects = ImmutableArray.CreateBuilder<MappingNode>();
        foreach (IOperation operation in bodies.SelectMany(static body => body.DescendantsAndSelf()))
        {
            if (operation is not IObjectCreationOperation creation || types.EntityOf(creation.Type) is not { } entity || IsPart(creation, types))
            {
                continue;
            }

            locals ??= new LocalValues(bodies);
            MappingNode node = new ObjectReader(types, locals).ReadObject(creation, entity);
            objects.Add(locals.LocalOf(creation) is { } local ? Complete(node, local, locals, types) : node);
        }

        return objects.ToImmutable();
    }

    /// <summary>A claim template is of an object's type and part of another object.</summary>
    private static bool IsPart(IObjectCreationOperation creation, ModelTypes types)
    {
        for (IOperation? parent = creation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IObjectCreationOperation outer && ModelTypes.IsModel(outer.Type) && types.EntityOf(outer.Type) is not null)
            {
                return true;
            }

            if (parent is IObjectCreationOperation { Type: { } type } && ModelTypes.IsModel(type))
            {
                // V1StatefulSetSpec on its own, with templates in it.
                return true;
            }

            if (parent is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } property } } && types.FieldOf(property) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Puts in what is assigned later; where it is not certain that it is, the field is unknown.</summary>
    private static MappingNode Complete(MappingNode node, ILocalSymbol local, LocalValues locals, ModelTypes types)
    {
        if (locals.IsChanged(local))
        {
            return new MappingNode(
                node.Entries.Select(static entry => entry.Key is "apiVersion" or "kind" ? entry : new MappingEntry(entry.Key, new UnknownNode(entry.Value.Origin), entry.KeyOrigin)),
                node.Origin);
        }

        var reader = new ObjectReader(types, locals);
        foreach (PartChange change in locals.PartsOf(local))
        {
            if (PathOf(change.Target, types) is { } path)
            {
                Location place = change.Target.Syntax.GetLocation();
                ManifestNode? value = change.Value is null ? new UnknownNode(place) : reader.Read(change.Value, 0);
                node = (MappingNode)Put(node, path, 0, value, place);
            }
        }

        return node;
    }

    /// <summary>The fields that lead to what is assigned; an item of a list by its number. Null where a step is none that is known.</summary>
    private static List<string>? PathOf(IPropertyReferenceOperation target, ModelTypes types)
    {
        var path = new List<string>();
        for (IOperation? operation = target; operation is IPropertyReferenceOperation reference; operation = reference.Instance)
        {
            if (reference.Property.IsIndexer)
            {
                path.Insert(0, reference.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: { } index } }]
                    ? Convert.ToString(index, CultureInfo.InvariantCulture)
                    : "?");
            }
            else if (types.FieldOf(reference.Property) is { } field)
            {
                path.Insert(0, field);
            }
            else
            {
                return null;
            }
        }

        return path;
    }

    private static ManifestNode Put(ManifestNode? node, List<string> path, int depth, ManifestNode? value, Location place)
    {
        if (depth == path.Count)
        {
            return value ?? ScalarNode.Null(place);
        }

        switch (node)
        {
            case UnknownNode:
                return node;
            case SequenceNode sequence:
                List<ManifestNode> items = [.. sequence.Items];
                if (!int.TryParse(path[depth], NumberStyles.None, CultureInfo.InvariantCulture, out int index) || index >= items.Count)
                {
                    return new UnknownNode(sequence.Origin);
                }

                items[index] = Put(items[index], path, depth + 1, value, place);
                return new SequenceNode(items, sequence.Origin);
            default:
                var mapping = node as MappingNode;
                if (path[depth] == "?")
                {
                    return new UnknownNode(node?.Origin);
                }

                List<MappingEntry> entries = [.. mapping?.Entries ?? default];
                int found = entries.FindIndex(entry => entry.Key == path[depth]);
                bool isRemoved = value is null && depth == path.Count - 1;
                if (found >= 0 && isRemoved)
                {
                    entries.RemoveAt(found);
                }
                else if (found >= 0)
                {
                    entries[found] = new MappingEntry(path[depth], Put(entries[found].Value, path, depth + 1, value, place), place);
                }
                else if (!isRemoved)
                {
                    entries.Add(new MappingEntry(path[depth], Put(null, path, depth + 1, value, place), place));
                }

                return new MappingNode(entries, mapping?.Origin ?? place);
        }
    }
}
