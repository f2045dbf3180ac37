using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>
/// Objects as they were last released: what a cluster has already, and so what some fields can no longer be changed from.
/// Rules compare with them; they are neither judged nor referred to.
/// </summary>
internal sealed class ShippedObjects
{
    private readonly Lazy<ILookup<(string Kind, string Name), MappingNode>> _byName;

    public ShippedObjects(ImmutableArray<MappingNode> all)
    {
        All = all;
        _byName = new(() => All.ToLookup(static node => (ObjectView.KindOf(node), NameOf(node))));
    }

    public static ShippedObjects None { get; } = new([]);

    public ImmutableArray<MappingNode> All { get; }

    public bool IsEmpty => All.IsEmpty;

    public IEnumerable<StatefulSetView> StatefulSets => All
        .Where(static node => ObjectView.Is(node, StatefulSetView.ApiVersion, StatefulSetView.Kind))
        .Select(static node => new StatefulSetView(node));

    /// <summary>
    /// The object that another one takes the place of when it is applied; null where there is none, and where there are
    /// several and nothing says which.
    /// </summary>
    public T? Before<T>(T now, Func<MappingNode, T> view)
        where T : ObjectView
    {
        if (IsEmpty || !now.Name.TryGetString(out string? name))
        {
            return null;
        }

        string version = ObjectView.ApiVersionOf(now.Node);
        T[] candidates =
        [
            .. _byName.Value[(ObjectView.KindOf(now.Node), name)]
                .Where(node => ObjectView.ApiVersionOf(node) == version)
                .Select(view)
                .Where(before => !before.IsApartFrom(now)),
        ];
        return candidates.Length == 1 ? candidates[0] : candidates.Where(before => before.IsBeside(now)).Take(2).ToArray() is [var only] ? only : null;
    }

    /// <summary>Those of several releases together.</summary>
    public static ShippedObjects Together(IEnumerable<ShippedObjects> parts)
    {
        ShippedObjects[] different = [.. parts.Where(static part => !part.IsEmpty).Distinct()];
        return different switch
        {
            [] => None,
            [var one] => one,
            _ => new([.. different.SelectMany(static part => part.All)]),
        };
    }

    private static string NameOf(MappingNode node) => node.At("metadata", "name").TryGetString(out string? name) ? name : string.Empty;
}
