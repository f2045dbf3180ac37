namespace Holdfast.Engine.Model.Views;

/// <summary>What a pod's label must be, as <c>kubectl</c> writes it: <c>app=kafka</c>, <c>app!=kafka</c>, <c>app</c>, <c>!app</c>.</summary>
/// <param name="Key">The label's key.</param>
/// <param name="Operator">The operator of a selector's expression.</param>
/// <param name="Value">The value; null where any will do.</param>
internal sealed record LabelRequirement(string Key, string Operator, string? Value)
{
    public const string In = "In";

    public static LabelRequirement Parse(string text)
    {
        int equals = text.IndexOf('=');
        if (equals < 0)
        {
            string key = text.Trim();
            return key.StartsWith("!", StringComparison.Ordinal)
                ? new LabelRequirement(key.Substring(1).Trim(), "DoesNotExist", null)
                : new LabelRequirement(key, "Exists", null);
        }

        bool isNot = equals > 0 && text[equals - 1] == '!';
        bool isDouble = equals + 1 < text.Length && text[equals + 1] == '=';
        return new LabelRequirement(
            text.Substring(0, isNot ? equals - 1 : equals).Trim(),
            isNot ? "NotIn" : In,
            text.Substring(equals + (isDouble ? 2 : 1)).Trim());
    }
}
