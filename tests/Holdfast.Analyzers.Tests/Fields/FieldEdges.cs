using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Analyzers.Tests.Fields;

/// <summary>
/// Fields of objects with the field that they are in: <c>Volume.nfs &gt; NFSVolumeSource.server</c>. What one type has in several places is
/// several of them.
/// </summary>
internal static class FieldEdges
{
    /// <summary>All that an object of a kind can have below its <c>metadata</c> and <c>spec</c>, without what is in a field that is left out.</summary>
    public static IEnumerable<string> Of(string apiVersion, string kind, Func<string, bool> isLeftOut)
    {
        var edges = new SortedSet<string>(StringComparer.Ordinal);
        Walk(FieldTable.Find(apiVersion, kind)!, kind);
        return edges;

        void Walk(FieldType type, string holder)
        {
            foreach ((string name, FieldType field) in FieldTable.FieldsOf(type))
            {
                string own = type.Name + "." + name;
                if (edges.Add(holder + " > " + own) && !isLeftOut(own) && Inner(field) is { } inner)
                {
                    Walk(inner, own);
                }
            }
        }
    }

    /// <summary>Those that an object has.</summary>
    public static IEnumerable<string> In(MappingNode node)
    {
        var edges = new SortedSet<string>(StringComparer.Ordinal);
        Visit(node, FieldTable.Find(ObjectView.ApiVersionOf(node), ObjectView.KindOf(node))!, ObjectView.KindOf(node));
        return edges;

        void Visit(ManifestNode value, FieldType type, string holder)
        {
            switch (value)
            {
                case MappingNode mapping when type.Kind == FieldKind.Object:
                    foreach (MappingEntry entry in mapping.Entries)
                    {
                        string own = type.Name + "." + entry.Key;
                        edges.Add(holder + " > " + own);
                        Visit(entry.Value, FieldTable.FieldOf(type, entry.Key)!, own);
                    }

                    break;
                case SequenceNode sequence:
                    foreach (ManifestNode item in sequence.Items)
                    {
                        Visit(item, type.Item ?? FieldType.Any, holder);
                    }

                    break;
            }
        }
    }

    private static FieldType? Inner(FieldType type) => type.Kind switch
    {
        FieldKind.Object => type,
        FieldKind.List => Inner(type.Item!),
        _ => null,
    };
}
