namespace Holdfast.Engine.Model.Views;

/// <summary>
/// Views to go through: without an enumerator on the heap where they are a list, as they are for each rule that looks at one view after the
/// other.
/// </summary>
/// <param name="views">The views.</param>
internal readonly struct ListedViews<T>(IEnumerable<T> views)
{
    public Enumerator GetEnumerator() => new(views);

    public struct Enumerator(IEnumerable<T> views) : IDisposable
    {
        private readonly IReadOnlyList<T>? _list = views as IReadOnlyList<T>;

        private readonly IEnumerator<T>? _others = views is IReadOnlyList<T> ? null : views.GetEnumerator();

        private int _index = -1;

        public readonly T Current => _list is null ? _others!.Current : _list[_index];

        public bool MoveNext() => _list is null ? _others!.MoveNext() : ++_index < _list.Count;

        public readonly void Dispose() => _others?.Dispose();
    }
}
