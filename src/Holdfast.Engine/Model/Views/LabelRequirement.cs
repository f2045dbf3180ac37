using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>
/// What a pod's label must be, as <c>kubectl</c> writes it: <c>app=kafka</c>, <c>app!=kafka</c>, <c>app</c>, <c>!app</c>,
/// <c>app in (kafka, zookeeper)</c>, <c>app notin (kafka)</c>.
/// </summary>
/// <param name="Key">The label's key.</param>
/// <param name="Operator">The operator of a selector's expression.</param>
/// <param name="Values">The values; none where any will do.</param>
/// <param name="IsSet">Whether it is written as a set, and so is an expression even with one value.</param>
internal sealed record LabelRequirement(string Key, string Operator, EquatableArray<string> Values, bool IsSet)
{
    public const string In = "In";

    public const string NotIn = "NotIn";

    public static LabelRequirement Parse(string text)
    {
        if (Set(text) is { } set)
        {
            return set;
        }

        int equals = text.IndexOf('=');
        if (equals < 0)
        {
            string key = text.Trim();
            return key.StartsWith("!", StringComparison.Ordinal)
                ? new LabelRequirement(key.Substring(1).Trim(), "DoesNotExist", default, IsSet: false)
                : new LabelRequirement(key, "Exists", default, IsSet: false);
        }

        bool isNot = equals > 0 && text[equals - 1] == '!';
        bool isDouble = equals + 1 < text.Length && text[equals + 1] == '=';
        return new LabelRequirement(
            text.Substring(0, isNot ? equals - 1 : equals).Trim(),
            isNot ? NotIn : In,
            new[] { text.Substring(equals + (isDouble ? 2 : 1)).Trim() }.ToEquatableArray(),
            IsSet: false);
    }

    /// <summary>A key, <c>in</c> or <c>notin</c>, and values in parentheses; null for all else.</summary>
    private static LabelRequirement? Set(string text)
    {
        string trimmed = text.Trim();
        int open = trimmed.IndexOf('(');
        if (open < 0 || trimmed[trimmed.Length - 1] != ')')
        {
            return null;
        }

        string[] words = trimmed.Substring(0, open).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return words is [string key, "in" or "notin"]
            ? new LabelRequirement(
                key,
                words[1] == "in" ? In : NotIn,
                trimmed.Substring(open + 1, trimmed.Length - open - 2).Split(',').Select(static value => value.Trim()).ToEquatableArray(),
                IsSet: true)
            : null;
    }
}
