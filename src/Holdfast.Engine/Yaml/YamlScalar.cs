using System.Text;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Yaml;

/// <summary>
/// What a scalar is to the API server: go-yaml's reading of YAML 1.1, in which <c>y</c> and <c>off</c> are booleans and
/// <c>010</c> is eight, but <c>12:30</c> and <c>2024-01-01</c> are strings.
/// </summary>
internal static class YamlScalar
{
    private const string StandardTag = "tag:yaml.org,2002:";

    /// <summary>A scalar without quotes and tag.</summary>
    /// <returns>Null for infinity and what is not a number at all, which JSON has no form for.</returns>
    public static ScalarNode? Plain(string text, NodeLocation location) => Word(text) switch
    {
        ScalarKind.Null => ScalarNode.Null(location),
        ScalarKind.Boolean => ScalarNode.Boolean(text[0] is 'y' or 'Y' or 't' or 'T' || text is "on" or "On" or "ON", location),
        ScalarKind.Float => null,
        _ => YamlNumber.Read(text, location) ?? ScalarNode.String(text, location),
    };

    /// <summary>Whether a scalar without quotes and tag means nothing but its text.</summary>
    public static bool IsPlainText(string text) => text.Length > 0 && !YamlNumber.MayBegin(text[0]) && Word(text) == ScalarKind.String;

    /// <summary>A scalar with a tag.</summary>
    /// <returns>Null where the text is none of what the tag says.</returns>
    public static ScalarNode? Tagged(string tag, string text, NodeLocation location)
    {
        if (!tag.StartsWith(StandardTag, StringComparison.Ordinal))
        {
            return ScalarNode.String(text, location);
        }

        ScalarNode? plain = Plain(text, location);
        return tag.Substring(StandardTag.Length) switch
        {
            "int" => plain is { Kind: ScalarKind.Integer } ? plain : null,
            "float" => plain is { Kind: ScalarKind.Integer or ScalarKind.Float } ? plain : null,
            "bool" => plain is { Kind: ScalarKind.Boolean } ? plain : null,
            "null" => plain is { Kind: ScalarKind.Null } ? plain : null,
            "binary" => Binary(text, location),
            _ => ScalarNode.String(text, location),
        };
    }

    /// <summary>What a word means; a string where it means only itself.</summary>
    private static ScalarKind Word(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "y" or "Y" or "yes" or "Yes" or "YES" or "n" or "N" or "no" or "No" or "NO" => ScalarKind.Boolean,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        "on" or "On" or "ON" or "off" or "Off" or "OFF" => ScalarKind.Boolean,
        ".nan" or ".NaN" or ".NAN" or ".inf" or ".Inf" or ".INF" => ScalarKind.Float,
        "+.inf" or "+.Inf" or "+.INF" or "-.inf" or "-.Inf" or "-.INF" => ScalarKind.Float,
        _ => ScalarKind.String,
    };

    private static ScalarNode? Binary(string text, NodeLocation location)
    {
        try
        {
            return ScalarNode.String(Encoding.UTF8.GetString(Convert.FromBase64String(text)), location);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
