using System.Text;

namespace Holdfast.Engine.Yaml;

/// <summary>
/// Turns JSON's form of a number into one that is a number in YAML 1.1 as well: there, an exponent needs a fraction
/// before it and a sign in it, and <c>1e3</c> is a string.
/// </summary>
internal static class YamlFloat
{
    public static void Append(StringBuilder builder, string json)
    {
        int exponent = json.IndexOfAny(['e', 'E']);
        if (exponent < 0)
        {
            builder.Append(json);
            return;
        }

        builder.Append(json, 0, exponent);
        if (json.IndexOf('.') < 0)
        {
            builder.Append(".0");
        }

        builder.Append(json[exponent]);
        int digits = exponent + 1;
        if (digits < json.Length && json[digits] is not ('+' or '-'))
        {
            builder.Append('+');
        }

        builder.Append(json, digits, json.Length - digits);
    }
}
