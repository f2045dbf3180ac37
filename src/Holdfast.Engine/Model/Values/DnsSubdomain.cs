using Holdfast.Engine.Model.Views;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Model.Values;

/// <summary>
/// The syntax of most objects' names: DNS labels joined by dots, at most 253 characters in all. (Labels of a name may be
/// longer than 63 characters: Kubernetes checks the whole only.)
/// </summary>
internal static class DnsSubdomain
{
    /// <summary>What is wrong with a name, in words that follow it; null where it is right.</summary>
    public static string? Problem(string text)
    {
        if (KubernetesNames.IsDnsSubdomain(text))
        {
            return null;
        }

        if (text.Length is 0 or > KubernetesLimits.DnsSubdomainLength)
        {
            return DnsLabel.Explain(text, KubernetesLimits.DnsSubdomainLength);
        }

        string wrong = text.Split('.').First(static label => !KubernetesNames.IsDnsSubdomain(label));
        return wrong.Length == 0 ? "has an empty part between dots" : DnsLabel.Explain(wrong, KubernetesLimits.DnsSubdomainLength);
    }

    /// <summary>The nearest name; null where nothing of the text can stay.</summary>
    public static string? Suggest(string text)
    {
        string name = string.Join(".", text.Split('.').Select(static label => DnsLabel.Suggest(label, KubernetesLimits.DnsSubdomainLength)).Where(static label => label is not null));
        return name.Length > 0 && Problem(name) is null ? name : null;
    }
}
