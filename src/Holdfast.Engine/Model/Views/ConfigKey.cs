using Holdfast.WellKnown;

namespace Holdfast.Engine.Model.Views;

/// <summary>The syntax of keys of ConfigMaps and Secrets.</summary>
internal static class ConfigKey
{
    /// <summary>What is wrong with a key, in words that follow it; null where it is right.</summary>
    public static string? Problem(string key)
    {
        if (key.Length is 0 or > KubernetesLimits.ConfigKeyLength)
        {
            return key.Length == 0 ? "is empty" : $"has {key.Length} characters, {key.Length - KubernetesLimits.ConfigKeyLength} too many";
        }

        foreach (char c in key)
        {
            if (!IsAllowed(c))
            {
                return c == ' ' ? "has a blank" : $"has the character '{c}'";
            }
        }

        return key == "." || key.StartsWith("..", StringComparison.Ordinal) ? "would be a folder above as a file's name" : null;
    }

    /// <summary>The nearest key; null where nothing of the text can stay.</summary>
    public static string? Suggest(string text)
    {
        string key = new([.. (text.StartsWith("..", StringComparison.Ordinal) ? text.TrimStart('.') : text).Select(static c => IsAllowed(c) ? c : '-').Take(KubernetesLimits.ConfigKeyLength)]);
        return key.Trim('-').Length > 0 && Problem(key) is null ? key : null;
    }

    private static bool IsAllowed(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.';
}
