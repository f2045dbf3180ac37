using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Holdfast.Engine.Naming.Texts;

/// <summary>Finds what may be DNS names in a text: in addresses, URLs, lists, or alone. It knows of no set.</summary>
internal static class HostText
{
    /// <summary>Stands in a text for a part that is not known while compiling; no source has this character in a name.</summary>
    public const char Hole = '\uFFFC';

    private const string UrlMark = "://";

    /// <summary>What is after the host, port and user of a URL.</summary>
    private static readonly char[] AuthorityEnds = ['/', '?', '#', ',', ' '];

    /// <summary>
    /// Whether a closer look may be worth it: a dash before a number or a hole, or something that only names of a cluster
    /// have. Nearly all literals of a program fail it.
    /// </summary>
    public static bool MayHold(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '-' when i > 0 && i + 1 < text.Length && (IsDigit(text[i + 1]) || text[i + 1] == Hole):
                case '_' when StartsWith(text, i, "_tcp.") || StartsWith(text, i, "_udp.") || StartsWith(text, i, "_sctp."):
                case '.' when StartsWith(text, i, ".svc"):
                case 'c' or 'C' when StartsWith(text, i, WellKnown.ClusterDomains.Default):
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether it has a URL, whose host may be the name of a Service alone.</summary>
    public static bool IsUrl(string text) => text.IndexOf(UrlMark, StringComparison.Ordinal) >= 0;

    /// <summary>All of them, in the order of the text.</summary>
    public static List<HostName> In(string text)
    {
        var hosts = new List<HostName>();
        for (int start = 0; start < text.Length; start++)
        {
            if (!IsNamePart(text[start]))
            {
                continue;
            }

            int end = start;
            while (end < text.Length && IsNamePart(text[end]))
            {
                end++;
            }

            // A full stop at the end of a name is the root's, or a sentence's.
            int length = end - start;
            while (length > 0 && text[start + length - 1] == '.')
            {
                length--;
            }

            if (LabelsOf(text, start, length) is { IsDefault: false } labels)
            {
                int? port = PortAfter(text, end, out int after);
                hosts.Add(new HostName(start, length, labels, port, IsInUrl(text, start, end)));
                end = after;
            }

            start = end;
        }

        return hosts;
    }

    /// <summary>What is between the dots of a name, in lower case; default where nothing is between two of them.</summary>
    private static ImmutableArray<string> LabelsOf(string text, int start, int length)
    {
        int end = start + length;
        int count = 1;
        for (int i = start; i < end; i++)
        {
            if (text[i] == '.')
            {
                count++;
                if (i == start || text[i - 1] == '.')
                {
                    return default;
                }
            }
        }

        if (length == 0)
        {
            return default;
        }

        var labels = new string[count];
        for (int label = 0, begin = start; label < count; label++)
        {
            int dot = label == count - 1 ? end : text.IndexOf('.', begin);
            labels[label] = text.Substring(begin, dot - begin).ToLowerInvariant();
            begin = dot + 1;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(labels);
    }

    /// <summary>The number after a colon; null where there is none, or something else.</summary>
    private static int? PortAfter(string text, int end, out int after)
    {
        after = end;
        int number = 0;
        int position = end + 1;
        if (end < text.Length && text[end] == ':')
        {
            while (position < text.Length && IsDigit(text[position]) && number <= WellKnown.KubernetesLimits.MaxPort)
            {
                number = (number * 10) + text[position] - '0';
                position++;
            }
        }

        if (number is < WellKnown.KubernetesLimits.MinPort or > WellKnown.KubernetesLimits.MaxPort)
        {
            return null;
        }

        after = position;
        return number;
    }

    /// <summary>Whether <c>scheme://</c> is before it, or <c>scheme://user:password@</c>, and it is not the user itself.</summary>
    private static bool IsInUrl(string text, int start, int end)
    {
        int mark = start > 0 ? text.LastIndexOf(UrlMark, start - 1, StringComparison.Ordinal) : -1;
        if (mark < 0)
        {
            return false;
        }

        int begin = mark + UrlMark.Length;
        int authority = text.IndexOfAny(AuthorityEnds, begin);
        int at = text.LastIndexOf('@', (authority < 0 ? text.Length : authority) - 1);
        return start == (at >= begin ? at + 1 : begin) && (authority < 0 || end <= authority);
    }

    private static bool StartsWith(string text, int start, string part) =>
        string.Compare(text, start, part, 0, part.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsNamePart(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-' or '.' or '_' or Hole || IsDigit(character);

    private static bool IsDigit(char character) => character is >= '0' and <= '9';

    /// <summary>What is not known, as messages show it.</summary>
    public static string Display(string text) => text.Replace(Hole.ToString(CultureInfo.InvariantCulture), "{…}");
}
