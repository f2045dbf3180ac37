using System.Collections.Immutable;

namespace Holdfast.Analyzers.Model;

/// <summary>
/// What is known of fields by the ends of their paths. It is asked for each value of each manifest and knows nothing of most, so
/// it looks at the last field first and makes nothing on the way.
/// </summary>
internal sealed class PathTable<T>(IEnumerable<T> entries, Func<T, string[]> endOf)
    where T : class
{
    private readonly Dictionary<string, (string[] End, T Entry)[]> _byLastField = entries
        .Select(entry => (End: endOf(entry), Entry: entry))
        .GroupBy(static entry => entry.End[entry.End.Length - 1], StringComparer.Ordinal)
        .ToDictionary(static group => group.Key, static group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The first entry that a path, innermost field first, ends like; null where there is none.</summary>
    public T? Find(ImmutableStack<string> path)
    {
        if (!path.IsEmpty && _byLastField.TryGetValue(path.Peek(), out (string[] End, T Entry)[]? found))
        {
            foreach ((string[] end, T entry) in found)
            {
                if (NodePaths.Ends(path, end))
                {
                    return entry;
                }
            }
        }

        return null;
    }
}
