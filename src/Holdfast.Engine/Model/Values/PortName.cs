using Holdfast.WellKnown;

namespace Holdfast.Engine.Model.Values;

/// <summary>
/// The syntax of a container port's name (an IANA service name): 1 to 15 lower-case letters, digits and <c>-</c>, at least
/// one letter, no dash at an end or beside another.
/// </summary>
internal static class PortName
{
    /// <summary>What is wrong with a name, in words that follow it; null where it is right.</summary>
    public static string? Problem(string text)
    {
        if (DnsLabel.Problem(text, KubernetesLimits.PortNameLength) is { } problem)
        {
            return problem;
        }

        if (text.Contains("--"))
        {
            return "has two dashes in a row";
        }

        foreach (char c in text)
        {
            if (c is >= 'a' and <= 'z')
            {
                return null;
            }
        }

        return "has no letter";
    }

    /// <summary>The nearest name; null where nothing of the text can stay.</summary>
    public static string? Suggest(string text)
    {
        string? label = DnsLabel.Suggest(text, KubernetesLimits.PortNameLength);
        while (label?.Contains("--") == true)
        {
            label = label.Replace("--", "-");
        }

        return label is not null && Problem(label) is null ? label : null;
    }
}
