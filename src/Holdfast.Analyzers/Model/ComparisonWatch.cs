namespace Holdfast.Analyzers.Model;

/// <summary>Notices whether a rule compares objects: it looks for others while it goes through some.</summary>
internal sealed class ComparisonWatch
{
    private int _depth;

    public bool HasCompared { get; private set; }

    public IEnumerable<MappingNode> Over(IEnumerable<MappingNode> objects)
    {
        HasCompared |= _depth > 0;
        return Enumerate(objects);
    }

    private IEnumerable<MappingNode> Enumerate(IEnumerable<MappingNode> objects)
    {
        _depth++;
        try
        {
            foreach (MappingNode node in objects)
            {
                yield return node;
            }
        }
        finally
        {
            _depth--;
        }
    }
}
