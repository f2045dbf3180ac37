namespace Holdfast.Engine.Model.Views;

/// <summary>Notices whether a rule compares objects: it looks for others while it goes through some.</summary>
internal sealed class ComparisonWatch
{
    private int _depth;

    public bool HasCompared { get; private set; }

    /// <summary>A rule begins.</summary>
    public void Start() => (HasCompared, _depth) = (false, 0);

    public IEnumerable<T> Over<T>(IEnumerable<T> objects)
    {
        LookUp();
        return Enumerate(objects);
    }

    /// <summary>A rule looks at all objects together, whatever it goes through.</summary>
    public void LookUpAll() => HasCompared = true;

    /// <summary>Objects are looked up by a name or a label.</summary>
    public void LookUp() => HasCompared |= _depth > 0;

    private IEnumerable<T> Enumerate<T>(IEnumerable<T> objects)
    {
        _depth++;
        try
        {
            foreach (T node in objects)
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
