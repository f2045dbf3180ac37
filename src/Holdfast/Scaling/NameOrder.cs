namespace Holdfast;

/// <summary>Shorter names first, so that the names of one set come in the order of their ordinals: 9 before 10.</summary>
internal sealed class NameOrder : IComparer<string>
{
    public static NameOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        int order = (x?.Length ?? 0).CompareTo(y?.Length ?? 0);
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }
}
