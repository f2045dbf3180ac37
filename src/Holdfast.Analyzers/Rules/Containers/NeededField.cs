namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>A field that the API server does not take a mapping without, however empty the rest of it may be.</summary>
/// <param name="PathEnd">The last fields of the path to the mapping; <c>*</c> stands for an item of a list.</param>
/// <param name="What">What the mapping is, the beginning of a sentence.</param>
/// <param name="Fields">The fields that are needed.</param>
internal sealed record NeededField(string PathEnd, string What, params string[] Fields)
{
    private readonly string[] _end = PathEnd.Split('.');

    /// <summary>The last field that has a name.</summary>
    public string Name => _end.Last(static step => step != Model.NodePaths.Any);

    /// <summary>Whether a path, outermost field first, ends like this one.</summary>
    public bool Ends(List<string> path)
    {
        for (int i = 1; i <= _end.Length; i++)
        {
            if (i > path.Count || path[path.Count - i] != _end[_end.Length - i])
            {
                return false;
            }
        }

        return true;
    }
}
