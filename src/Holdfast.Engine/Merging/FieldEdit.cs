using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Merging;

/// <summary>A change of a field, as kustomize's transformers make it: a list on the way means each of its items, and a path that leads nowhere changes nothing.</summary>
/// <param name="change">From what is there, or null, to what is there then; null leaves it out.</param>
/// <param name="create">Whether fields that are not there are made.</param>
internal sealed class FieldEdit(Func<ManifestNode?, ManifestNode?> change, bool create) : TreeEdit
{
    protected override ManifestNode? Change(ManifestNode? node) => node is null && !create ? null : change(node);

    protected override MappingNode? Create(ManifestNode? node) => create && node.IsAbsent() ? new MappingNode([]) : null;

    protected override ManifestNode? Stop(ManifestNode? node) => node;

    protected override IReadOnlyList<int>? ItemsOf(SequenceNode list, string step, bool isLast) => null;

    protected override ManifestNode InList(SequenceNode list, IReadOnlyList<string> path, int depth) => new SequenceNode(
        list.Items.Select(item => item is MappingNode or SequenceNode ? Apply(item, path, depth)! : item),
        list.Location);
}
