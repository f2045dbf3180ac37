using System.Text;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Model.Values;

/// <summary>
/// The syntax of names. A DNS label (RFC 1123) is 1 to 63 lower-case letters, digits and <c>-</c>, with a letter or digit
/// at both ends. Kubernetes source: <c>k8s.io/apimachinery/pkg/util/validation</c>.
/// </summary>
internal static class DnsLabel
{
    /// <summary>What is wrong with a label, in words that follow its name; null where it is right.</summary>
    public static string? Problem(string text, int maxLength = KubernetesLimits.DnsLabelLength) =>
        KubernetesNames.IsDnsLabel(text) && text.Length <= maxLength ? null : Explain(text, maxLength);

    /// <summary>The nearest label; null where nothing of the text can stay.</summary>
    public static string? Suggest(string text, int maxLength = KubernetesLimits.DnsLabelLength)
    {
        var label = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is >= 'A' and <= 'Z')
            {
                if (i > 0 && text[i - 1] is >= 'a' and <= 'z' && label.Length > 0)
                {
                    label.Append('-');
                }

                label.Append((char)(c + ('a' - 'A')));
            }
            else if (IsLowerAlphanumeric(c))
            {
                label.Append(c);
            }
            else if (label.Length > 0 && label[label.Length - 1] != '-')
            {
                label.Append('-');
            }
        }

        label.Length = Math.Min(label.Length, maxLength);
        string result = label.ToString().Trim('-');
        return result.Length == 0 ? null : result;
    }

    /// <summary>Says why a text is not a label, or no part of a name with dots.</summary>
    public static string Explain(string text, int maxLength)
    {
        if (text.Length == 0)
        {
            return "is empty";
        }

        foreach (char c in text)
        {
            if (!IsLowerAlphanumeric(c) && c != '-')
            {
                return c switch
                {
                    >= 'A' and <= 'Z' => $"has the capital letter '{c}'",
                    '_' => "has an underscore",
                    '.' => "has a dot",
                    ' ' => "has a blank",
                    _ => $"has the character '{c}'",
                };
            }
        }

        if (text[0] == '-' || text[text.Length - 1] == '-')
        {
            return text[0] == '-' ? "begins with a dash" : "ends with a dash";
        }

        return $"has {text.Length} characters, {text.Length - maxLength} too many";
    }

    private static bool IsLowerAlphanumeric(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
