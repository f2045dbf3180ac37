using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>Puts into a tree what is assigned to parts of the object later; where it is not certain that it is, the part is unknown.</summary>
internal static class ObjectChanges
{
    /// <param name="node">The object as it was made; null where it is nothing.</param>
    /// <param name="changes">What becomes of its parts.</param>
    /// <param name="read">Reads what a part becomes; null where it is null.</param>
    public static ManifestNode? Apply(ManifestNode? node, IEnumerable<PartChange> changes, Func<PartChange, ManifestNode?> read)
    {
        foreach (PartChange change in changes)
        {
            ManifestNode? value = (change.Value ?? change.Possible) is { } known ? read(change with { Value = known }) : new UnknownNode(change.Location);
            node = new PartEdit(change, value).Apply(node, change.Steps);
        }

        return node;
    }
}
