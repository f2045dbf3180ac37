using System.Collections;

namespace Holdfast.Engine.Model.Tree;

/// <summary>The items of a list that are mappings. Rules go through lists at every turn, so that allocates nothing.</summary>
/// <param name="list">The list; there are no items where it is none.</param>
internal readonly struct MappingItems(SequenceNode? list) : IEnumerable<MappingNode>
{
    public Enumerator GetEnumerator() => new(list);

    // The queries that rules ask most; those of LINQ would first make an object of this.

    public bool Any(Func<MappingNode, bool> holds)
    {
        foreach (MappingNode item in this)
        {
            if (holds(item))
            {
                return true;
            }
        }

        return false;
    }

    public bool All(Func<MappingNode, bool> holds)
    {
        foreach (MappingNode item in this)
        {
            if (!holds(item))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The items of this list, then those of another one.</summary>
    public MappingNode[] ToArray(MappingItems then = default)
    {
        var items = new MappingNode[Count() + then.Count()];
        int index = 0;
        foreach (MappingNode item in this)
        {
            items[index++] = item;
        }

        foreach (MappingNode item in then)
        {
            items[index++] = item;
        }

        return items;
    }

    public int Count()
    {
        int count = 0;
        foreach (MappingNode _ in this)
        {
            count++;
        }

        return count;
    }

    public IEnumerable<MappingNode> Where(Func<MappingNode, bool> holds) => list is null ? [] : Enumerable.Where(new Items(list), holds);

    public IEnumerable<T> Select<T>(Func<MappingNode, T> selector) => list is null ? [] : Enumerable.Select(new Items(list), selector);

    public IEnumerable<T> SelectMany<T>(Func<MappingNode, IEnumerable<T>> selector) => list is null ? [] : Enumerable.SelectMany(new Items(list), selector);

    IEnumerator<MappingNode> IEnumerable<MappingNode>.GetEnumerator() => list is null ? Enumerable.Empty<MappingNode>().GetEnumerator() : new Items(list).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<MappingNode>)this).GetEnumerator();

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

    /// <summary>For queries. Nearly all go through the items once, so it is its own first enumerator.</summary>
    private sealed class Items(SequenceNode list) : IEnumerable<MappingNode>, IEnumerator<MappingNode>
    {
        private Enumerator _items = new(list);

        private int _isTaken;

        public MappingNode Current => _items.Current;

        object IEnumerator.Current => Current;

        public IEnumerator<MappingNode> GetEnumerator() => Interlocked.Exchange(ref _isTaken, 1) == 0 ? this : new Items(list) { _isTaken = 1 };

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public bool MoveNext() => _items.MoveNext();

        public void Reset() => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
