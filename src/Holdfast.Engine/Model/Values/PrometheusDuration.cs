using System.Text.RegularExpressions;

namespace Holdfast.Engine.Model.Values;

/// <summary>The syntax of durations in the resources of the Prometheus operator, as their definitions ask for it.</summary>
internal static class PrometheusDuration
{
    private static readonly Regex Syntax = new(
        "^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$",
        RegexOptions.CultureInvariant);

    /// <summary>What is wrong with a duration, in words that follow it; null where it is right.</summary>
    public static string? Problem(string text) =>
        text.Length > 0 && text.IndexOf('\n') < 0 && Syntax.IsMatch(text) ? null : "is not a duration";
}
