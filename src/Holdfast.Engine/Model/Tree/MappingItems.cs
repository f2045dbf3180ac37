using System.Collections;

namespace Holdfast.Engine.Model.Tree;

/// <summary>The items of a list that are mappings. Rules go through lists at every turn, so that allocates nothing.</summary>
/// <param name="list">The list; there are no items where it is none.</param>
internal readonly struct MappingItems(SequenceNode? list) : IEnumerable<MappingNode>
{
    public Enumerator GetEnumerator() => new(list);

    IEnumerator<MappingNode> IEnumerable<MappingNode>.GetEnumerator() => (list is null ? [] : In(list)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<MappingNode>)this).GetEnumerator();

    private static IEnumerable<MappingNode> In(SequenceNode list)
    {
        foreach (MappingNode item in new MappingItems(list))
        {
            yield return item;
        }
    }

    public struct Enumerator(SequenceNode? list)
    {
        private readonly EquatableArray<ManifestNode> _items = list?.Items ?? default;

        private int _next;

        public MappingNode Current { get; private set; } = null!;

        public bool MoveNext()
        {
            while (_next < _items.Count)
            {
                if (_items[_next++] is MappingNode item)
                {
                    Current = item;
                    return true;
                }
            }

            return false;
        }
    }
}
