using System.Globalization;

namespace Holdfast.Engine.Constraints;

/// <summary>The syntax of a CronJob's schedule. Kubernetes source: <c>github.com/robfig/cron/v3</c>, its standard parser.</summary>
internal static class CronSchedule
{
    private static readonly string[] Descriptors = ["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"];

    private static readonly (int Min, int Max, string[] Names)[] Fields =
    [
        (0, 59, []),
        (0, 23, []),
        (1, 31, []),
        (1, 12, ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]),
        (0, 6, ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
    ];

    public static bool IsRight(string text)
    {
        if (text.StartsWith("@", StringComparison.Ordinal))
        {
            return Descriptors.Contains(text) || (text.StartsWith("@every ", StringComparison.Ordinal) && text.Length > "@every ".Length);
        }

        string[] fields = text.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == Fields.Length && fields.Select(static (field, index) => field.Split(',').All(part => IsRight(part, index))).All(static right => right);
    }

    private static bool IsRight(string part, int index)
    {
        string[] step = part.Split('/');
        string[] range = step[0].Split('-');
        if (step.Length > 2 || range.Length > 2 || (step.Length == 2 && !(int.TryParse(step[1], NumberStyles.None, CultureInfo.InvariantCulture, out int by) && by > 0)))
        {
            return false;
        }

        if (range[0] is "*" or "?")
        {
            return range.Length == 1;
        }

        return Value(range[0], index) is { } first && (range.Length == 1 || (Value(range[1], index) is { } last && last >= first));
    }

    private static int? Value(string text, int index)
    {
        (int min, int max, string[] names) = Fields[index];
        int named = Array.IndexOf(names, text.ToLowerInvariant());
        return named >= 0 ? named + min
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max ? number
            : null;
    }
}
