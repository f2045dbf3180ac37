using System.Globalization;

namespace Holdfast.Engine.Model.Images;

/// <summary>A range of major versions, as the number that a tag begins with.</summary>
/// <param name="From">The first version; null where there is none.</param>
/// <param name="Below">The first version behind the range; null where there is none.</param>
internal readonly record struct ImageVersions(int? From, int? Below)
{
    /// <summary>Reads <c>*</c>, <c>&lt;18</c>, <c>&gt;=8</c> or both with a comma between them.</summary>
    public static ImageVersions Parse(string text)
    {
        int? from = null;
        int? below = null;
        foreach (string part in text.Split(',').Where(static part => part != "*"))
        {
            if (part[0] == '<')
            {
                below = int.Parse(part.Substring(1), CultureInfo.InvariantCulture);
            }
            else
            {
                from = int.Parse(part.Substring(2), CultureInfo.InvariantCulture);
            }
        }

        return new ImageVersions(from, below);
    }

    /// <summary>Whether a tag is of the range for certain.</summary>
    public bool Has(string? tag) => (From is null && Below is null)
        || (MajorOf(tag) is { } major && (From is null || major >= From) && (Below is null || major < Below));

    /// <summary>The number that a tag begins with, after a <c>v</c> maybe; null where it begins with none.</summary>
    private static int? MajorOf(string? tag)
    {
        if (tag is null)
        {
            return null;
        }

        int start = tag.Length > 0 && tag[0] == 'v' ? 1 : 0;
        int end = start;
        while (end < tag.Length && tag[end] is >= '0' and <= '9')
        {
            end++;
        }

        // More digits, or letters behind them, are a commit.
        return end > start && end - start <= 4 && (end == tag.Length || tag[end] is '.' or '-' or '_')
            ? int.Parse(tag.Substring(start, end - start), CultureInfo.InvariantCulture)
            : null;
    }
}
