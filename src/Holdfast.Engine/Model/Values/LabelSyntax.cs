using Holdfast.WellKnown;

namespace Holdfast.Engine.Model.Values;

/// <summary>
/// The syntax of labels. A key is a name, where wanted behind a DNS name and a slash; names and values are at most 63 letters,
/// digits, <c>-</c>, <c>_</c> and <c>.</c> with a letter or digit at both ends, and a value may be empty.
/// Kubernetes source: <c>k8s.io/apimachinery/pkg/util/validation</c>.
/// </summary>
internal static class LabelSyntax
{
    /// <summary>What is wrong with a key, in words that follow it; null where it is right.</summary>
    public static string? KeyProblem(string key)
    {
        int slash = key.IndexOf('/');
        return slash >= 0 && !KubernetesNames.IsDnsSubdomain(key, slash)
            ? $"has '{key.Substring(0, slash)}' before the slash, which is not a DNS name"
            : NameProblem(key, slash + 1);
    }

    /// <summary>What is wrong with a value, in words that follow it; null where it is right.</summary>
    public static string? ValueProblem(string value) => value.Length == 0 ? null : NameProblem(value);

    /// <summary>The nearest value; null where nothing of the text can stay.</summary>
    public static string? SuggestValue(string value)
    {
        string name = new string([.. value.Select(static c => IsAlphanumeric(c) || c is '-' or '_' or '.' ? c : '-')]).Trim('-', '_', '.');
        name = name.Length > KubernetesLimits.DnsLabelLength ? name.Substring(0, KubernetesLimits.DnsLabelLength).TrimEnd('-', '_', '.') : name;
        return name.Length > 0 ? name : null;
    }

    /// <param name="text">The text.</param>
    /// <param name="start">Where the name begins in it.</param>
    private static string? NameProblem(string text, int start = 0)
    {
        int length = text.Length - start;
        if (length == 0)
        {
            return "is empty";
        }

        for (int i = start; i < text.Length; i++)
        {
            char c = text[i];
            if (!IsAlphanumeric(c) && c is not ('-' or '_' or '.'))
            {
                return c == ' ' ? "has a blank" : $"has the character '{c}'";
            }
        }

        if (!IsAlphanumeric(text[start]) || !IsAlphanumeric(text[text.Length - 1]))
        {
            return "does not begin and end with a letter or digit";
        }

        return length > KubernetesLimits.DnsLabelLength
            ? $"has {length} characters, {length - KubernetesLimits.DnsLabelLength} too many"
            : null;
    }

    private static bool IsAlphanumeric(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
