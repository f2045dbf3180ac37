using System.Collections.Immutable;

namespace Holdfast.Tool.Catalog;

/// <summary>The pages of the documentation about rules, as they are in the command itself.</summary>
internal static class RulePages
{
    private const string Prefix = "rules/";

    private const string Suffix = ".md";

    /// <summary>The ids that have a page, in their order.</summary>
    public static ImmutableArray<string> Ids { get; } =
    [
        .. typeof(RulePages).Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Prefix + "HF", StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(static name => name[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The page of a rule, in Markdown; null where there is none.</summary>
    public static string? Of(string id) => Read(id);

    /// <summary>The page that lists all rules.</summary>
    public static string Index => Read("README") ?? string.Empty;

    private static string? Read(string name)
    {
        using Stream? stream = typeof(RulePages).Assembly.GetManifestResourceStream(Prefix + name + Suffix);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
