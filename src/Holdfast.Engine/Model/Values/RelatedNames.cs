using System.Text.RegularExpressions;

namespace Holdfast.Engine.Model.Values;

/// <summary>
/// Whether two names are of one thing, in a wider sense than <see cref="NearNames"/>: one has a word more that only says what kind of thing
/// it is, or that the other has already. For names of which nothing uses the one, and nothing has the other.
/// </summary>
internal static class RelatedNames
{
    private static readonly Regex Separator = new("[^A-Za-z0-9]+", RegexOptions.CultureInvariant);

    /// <summary>Words that say what an object is.</summary>
    private static readonly string[] Kinds =
    [
        "config", "configs", "configmap", "cm", "conf", "settings", "env", "secret", "secrets", "credentials", "creds", "sa", "serviceaccount", "account",
        "svc", "service", "pvc", "claim", "data",
    ];

    /// <summary>The one candidate that a name is of the same thing as; null where there is none, or several.</summary>
    /// <param name="name">The name.</param>
    /// <param name="candidates">Others.</param>
    /// <param name="ignoresWords">Whether any further words count, such as the name of a release before the own one.</param>
    public static string? Find(string name, IEnumerable<string> candidates, bool ignoresWords)
    {
        string[] found = [.. candidates.Where(candidate => Are(Words(name), Words(candidate), ignoresWords)).Distinct(StringComparer.Ordinal).Take(2)];
        return found.Length == 1 ? found[0] : null;
    }

    private static string[] Words(string name) => [.. Separator.Split(name).Where(static word => word.Length > 0).Distinct(StringComparer.Ordinal)];

    private static bool Are(string[] words, string[] others, bool ignoresWords)
    {
        string[] different = [.. words.Except(others).Concat(others.Except(words))];
        bool isPart = !words.Except(others).Any() || !others.Except(words).Any();
        return words.Intersect(others).Any() && (different.Length == 0 || (isPart && (ignoresWords || Array.TrueForAll(different, Kinds.Contains))));
    }
}
