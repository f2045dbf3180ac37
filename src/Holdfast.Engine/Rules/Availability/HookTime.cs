using System.Globalization;
using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Rules.Availability;

/// <summary>How long a hook takes, as far as it says so itself.</summary>
internal static class HookTime
{
    private static readonly Regex Sleep = new(@"(?:^|[\s;&|(/])sleep\s+(\d{1,6})s?(?=$|[\s;&|)])", RegexOptions.CultureInvariant);

    private static readonly Regex Loop = new(@"\b(?:while|until|for)\b", RegexOptions.CultureInvariant);

    /// <summary>A grace period that leaves the process as much as the default does, after a hook of so many seconds.</summary>
    public static long GracePeriodAfter(long seconds) => seconds + PodDefaults.GracePeriodSeconds;

    /// <summary>The seconds that it sleeps; null where there is no hook or it does something else too often to tell.</summary>
    public static long? Of(ManifestNode? hook)
    {
        if (hook.At("sleep", "seconds").TryGetInteger(out long seconds))
        {
            return seconds;
        }

        if (hook.At("exec", "command") is not SequenceNode command || command.Items.Any(static item => item is not ScalarNode))
        {
            return null;
        }

        string text = string.Join(" ", command.Items.Select(static item => ((ScalarNode)item).Text));
        MatchCollection sleeps = Sleep.Matches(text);
        return sleeps.Count == 1 && !Loop.IsMatch(text)
            ? long.Parse(sleeps[0].Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
    }
}
