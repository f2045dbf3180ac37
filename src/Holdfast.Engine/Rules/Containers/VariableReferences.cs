using System.Text.RegularExpressions;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>References to environment variables, <c>$(NAME)</c>, as Kubernetes replaces them.</summary>
internal static class VariableReferences
{
    // '$$' is a dollar sign, so '$$(NAME)' is not a reference; '$$$(NAME)' is one again.
    private static readonly Regex Reference = new(@"\$(?:\$|\(([^()]*)\))", RegexOptions.CultureInvariant);

    private static readonly Regex Identifier = new(@"^[A-Za-z_][A-Za-z0-9_.\-]*$", RegexOptions.CultureInvariant);

    private static readonly Regex Capitals = new(@"^[A-Z_][A-Z0-9_]*$", RegexOptions.CultureInvariant);

    private static readonly Regex OfAService = new(@"_(?:SERVICE_HOST|SERVICE_PORT(?:_.+)?|PORT(?:_.+)?)$", RegexOptions.CultureInvariant);

    /// <summary>The names that a value refers to.</summary>
    public static IEnumerable<string> In(string text) => Names(text, Identifier);

    /// <summary>The names that a command refers to: those in capitals, as <c>$(hostname)</c> is meant for a shell.</summary>
    public static IEnumerable<string> InCommand(string text) => Names(text, Capitals);

    /// <summary>Whether the kubelet defines such a variable for a Service, which may be anywhere in the namespace.</summary>
    public static bool IsOfAService(string name) => OfAService.IsMatch(name);

    /// <summary>Whether there may be a reference: nearly all values have none.</summary>
    public static bool MayBeIn(string text) => text.IndexOf("$(", StringComparison.Ordinal) >= 0;

    private static List<string> Names(string text, Regex form) => MayBeIn(text) ? NamesIn(text, form) : [];

    private static List<string> NamesIn(string text, Regex form)
    {
        var found = new List<string>();
        foreach (Match match in Reference.Matches(text))
        {
            if (match.Groups[1].Success && form.IsMatch(match.Groups[1].Value))
            {
                found.Add(match.Groups[1].Value);
            }
        }

        return found;
    }
}
