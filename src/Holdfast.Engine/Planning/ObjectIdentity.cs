using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Planning;

/// <summary>An object by what the cluster knows it by. Two are equal when they are the same node.</summary>
/// <param name="node">The object.</param>
internal sealed class ObjectIdentity(MappingNode node)
{
    private readonly PlainView _view = new(node);

    public MappingNode Node { get; } = node;

    /// <summary>Whether the manifest says what the object is called.</summary>
    public bool IsKnown => _view.Name.TryGetString(out _);

    /// <summary>The API group, the kind and the name: an object keeps them in another version of its API.</summary>
    public (string Group, string Kind, string Name) Key { get; } = (GroupOf(node), ObjectView.KindOf(node), node.At("metadata", "name").TryGetString(out string? name) ? name : string.Empty);

    /// <summary>The one of several that it takes the place of; null where none is, or where nothing says which.</summary>
    public ObjectIdentity? Among(IEnumerable<ObjectIdentity> candidates)
    {
        ObjectIdentity[] possible = [.. candidates.Where(other => !other._view.IsApartFrom(_view))];
        return possible.FirstOrDefault(other => other._view.IsBeside(_view)) ?? (possible is [var only] ? only : null);
    }

    private static string GroupOf(MappingNode node)
    {
        string version = ObjectView.ApiVersionOf(node);
        int slash = version.IndexOf('/');
        return slash < 0 ? string.Empty : version.Substring(0, slash);
    }
}
