using System.Globalization;

namespace Holdfast.WellKnown;

/// <summary>
/// Versions of Kubernetes: those that a project is for, or those that a fact holds in. Ranges of them, each with its first and last
/// patch, in order and apart from each other. Immutable.
/// </summary>
internal sealed class KubernetesVersions : IEquatable<KubernetesVersions>
{
    /// <summary>The number of the patch that stands for the newest one of its minor version.</summary>
    private const int NewestPatch = (1 << Bits) - 1;

    private const int Bits = 20;

    /// <summary>The end of a range that has none.</summary>
    private const long AllToCome = long.MaxValue - 1;

    private readonly VersionRange[] _ranges;

    private KubernetesVersions(List<VersionRange> ranges)
    {
        ranges.Sort(static (one, other) => one.First.CompareTo(other.First));
        var merged = new List<VersionRange>();
        foreach (VersionRange range in ranges)
        {
            // The newest patch of a minor version and the first one of the next are neighbours.
            if (merged.Count > 0 && range.First <= merged[merged.Count - 1].Last + 1)
            {
                merged[merged.Count - 1] = new VersionRange(merged[merged.Count - 1].First, Math.Max(range.Last, merged[merged.Count - 1].Last));
            }
            else
            {
                merged.Add(range);
            }
        }

        _ranges = [.. merged];
    }

    /// <summary>No version.</summary>
    public static KubernetesVersions None { get; } = new([]);

    public bool IsEmpty => _ranges.Length == 0;

    private long Last => _ranges.Length == 0 ? -1 : _ranges[_ranges.Length - 1].Last;

    /// <summary>Reads a text that is known to be right.</summary>
    /// <param name="text">The versions.</param>
    /// <returns>The versions.</returns>
    /// <exception cref="FormatException">It is not right.</exception>
    public static KubernetesVersions Of(string text) => text.Length == 0
        ? None
        : TryParse(text, out string? problem) ?? throw new FormatException($"\"{text}\" {problem}.");

    /// <summary>
    /// Reads <c>1.36</c> (every patch of it), <c>1.35.2</c>, <c>1.33-1.36</c> or <c>1.33..1.36</c>, and <c>1.35..</c> (all from there on);
    /// commas separate several.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="problem">What is wrong with it, in words that follow it; null where nothing is.</param>
    /// <returns>The versions; null where it is wrong.</returns>
    public static KubernetesVersions? TryParse(string text, out string? problem)
    {
        var ranges = new List<VersionRange>();
        foreach (string part in text.Split(','))
        {
            string range = part.Trim();
            int dots = range.IndexOf("..", StringComparison.Ordinal);
            int dash = range.IndexOf('-');
            string first = dots >= 0 ? range.Substring(0, dots) : dash >= 0 ? range.Substring(0, dash) : range;
            string last = dots >= 0 ? range.Substring(dots + 2) : dash >= 0 ? range.Substring(dash + 1) : range;
            long? from = Key(first, patch: 0);
            long? to = dots >= 0 && last.Trim().Length == 0 ? AllToCome : Key(last, NewestPatch);
            if (from is null || to is null)
            {
                problem = "is neither a version of Kubernetes nor a range of versions";
                return null;
            }

            if (to < from)
            {
                problem = "ends before it begins";
                return null;
            }

            ranges.Add(new VersionRange(from.Value, to.Value));
        }

        problem = null;
        return new KubernetesVersions(ranges);
    }

    /// <summary>Whether a version is among them.</summary>
    /// <param name="major">The first number of the version.</param>
    /// <param name="minor">The second number.</param>
    /// <param name="patch">The third number; where it is not known, the newest patch is meant.</param>
    /// <returns>Whether it is.</returns>
    public bool Contains(int major, int minor, int? patch)
    {
        long key = Key(major, minor, Math.Min(patch ?? NewestPatch, NewestPatch));
        return _ranges.Any(range => range.First <= key && key <= range.Last);
    }

    /// <summary>Those that are in both.</summary>
    public KubernetesVersions And(KubernetesVersions other)
    {
        var both = new List<VersionRange>();
        foreach (VersionRange one in _ranges)
        {
            foreach (VersionRange two in other._ranges)
            {
                long first = Math.Max(one.First, two.First);
                long last = Math.Min(one.Last, two.Last);
                if (first <= last)
                {
                    both.Add(new VersionRange(first, last));
                }
            }
        }

        return new KubernetesVersions(both);
    }

    /// <summary>Those that are in one of the two.</summary>
    public KubernetesVersions Or(KubernetesVersions other) => new([.. _ranges, .. other._ranges]);

    /// <summary>Those that are not in the other.</summary>
    public KubernetesVersions Except(KubernetesVersions other)
    {
        var gaps = new List<VersionRange>();
        long next = 0;
        foreach ((long first, long last) in other._ranges)
        {
            if (first > next)
            {
                gaps.Add(new VersionRange(next, first - 1));
            }

            next = last + 1;
        }

        if (next <= AllToCome)
        {
            gaps.Add(new VersionRange(next, AllToCome));
        }

        return And(new KubernetesVersions(gaps));
    }

    /// <summary>Whether any version is in both.</summary>
    public bool Overlap(KubernetesVersions other)
    {
        foreach ((long first, long last) in _ranges)
        {
            foreach ((long otherFirst, long otherLast) in other._ranges)
            {
                if (first <= otherLast && otherFirst <= last)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether all of them are in the other, too.</summary>
    public bool AreWithin(KubernetesVersions other)
    {
        foreach ((long first, long last) in _ranges)
        {
            bool isWithin = false;
            foreach ((long otherFirst, long otherLast) in other._ranges)
            {
                // Ranges that touch are one, so no range lies across two.
                isWithin |= otherFirst <= first && last <= otherLast;
            }

            if (!isWithin)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the newest of the other's versions is among these.</summary>
    public bool HaveNewestOf(KubernetesVersions other) => !IsEmpty && other.Last >= 0 && _ranges.Any(range => range.First <= other.Last && other.Last <= range.Last);

    /// <summary>
    /// The numbers of the newest version, as a plan for one version takes them. A patch is there where one was written.
    /// </summary>
    /// <param name="released">The versions that there are: where all to come are meant, the newest of these is.</param>
    /// <returns>The numbers.</returns>
    public (int Major, int Minor, int? Patch) Newest(KubernetesVersions released)
    {
        (long first, long last) = _ranges[_ranges.Length - 1];
        if (last == AllToCome)
        {
            last = Math.Max(first | NewestPatch, released.Last);
        }

        (int major, int minor, int patch) = Split(last);
        return (major, minor, patch == NewestPatch ? null : patch);
    }

    public bool Equals(KubernetesVersions? other) => other is not null && _ranges.SequenceEqual(other._ranges);

    public override bool Equals(object? obj) => Equals(obj as KubernetesVersions);

    public override int GetHashCode() => Last.GetHashCode();

    /// <summary>The versions in words: <c>1.34 and 1.35.4 to 1.36</c>.</summary>
    /// <returns>The words.</returns>
    public override string ToString()
    {
        string[] parts = [.. _ranges.Select(Describe)];
        return parts.Length < 2 ? string.Concat(parts) : string.Join(", ", parts.Take(parts.Length - 1)) + " and " + parts[parts.Length - 1];
    }

    private static string Describe(VersionRange range)
    {
        (int major, int minor, int patch) = Split(range.First);
        string first = Text(major, minor, patch == 0 ? null : patch);
        if (range.Last == AllToCome)
        {
            return first + " and later";
        }

        (int lastMajor, int lastMinor, int lastPatch) = Split(range.Last);
        string last = Text(lastMajor, lastMinor, lastPatch == NewestPatch ? null : lastPatch);
        if (range.First == range.Last || (patch == 0 && last == first))
        {
            return last;
        }

        if (lastPatch == NewestPatch && (major, minor) == (lastMajor, lastMinor))
        {
            return $"{last} from {first} on";
        }

        return (lastPatch == NewestPatch ? first : Text(major, minor, patch)) + " to " + last;
    }

    private static long? Key(string text, int patch)
    {
        string[] parts = text.Trim().TrimStart('v').Split('.');
        int[] numbers = [.. parts.Select(static part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < NewestPatch ? number : -1)];
        return numbers.Length is < 2 or > 3 || numbers.Any(static number => number < 0) || numbers[0] == 0
            ? null
            : Key(numbers[0], numbers[1], numbers.Length == 3 ? numbers[2] : patch);
    }

    private static long Key(int major, int minor, int patch) =>
        ((long)Math.Min(major, NewestPatch) << (2 * Bits)) | ((long)Math.Min(minor, NewestPatch) << Bits) | (long)patch;

    private static (int Major, int Minor, int Patch) Split(long key) => ((int)(key >> (2 * Bits)), (int)(key >> Bits) & NewestPatch, (int)key & NewestPatch);

    private static string Text(int major, int minor, int? patch)
    {
        string text = major.ToString(CultureInfo.InvariantCulture) + "." + minor.ToString(CultureInfo.InvariantCulture);
        return patch is { } number ? text + "." + number.ToString(CultureInfo.InvariantCulture) : text;
    }

    /// <summary>All from one version to another. It is a class, since code for collections of structs is compiled in each compiler that starts.</summary>
    private sealed record VersionRange(long First, long Last);
}
