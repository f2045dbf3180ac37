using System.Globalization;

namespace Holdfast.Benchmarks.Plain;

/// <summary>What of it is asked for.</summary>
/// <param name="Groups">Names of groups; none for all but those that take longest.</param>
/// <param name="Rounds">How many times as many rounds as usual.</param>
/// <param name="Only">A part of the names of scenarios; null for all.</param>
/// <param name="Roslyn">The version of the one compiler to measure in; null for the oldest and the newest.</param>
internal sealed record PlainOptions(string[] Groups, int Rounds, string? Only, string? Roslyn)
{
    private const string RoundsOption = "--rounds";
    private const string OnlyOption = "--only";
    private const string RoslynOption = "--roslyn";

    public static PlainOptions Parse(IEnumerable<string> arguments)
    {
        var groups = new List<string>();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        string? option = null;
        foreach (string argument in arguments)
        {
            if (option is not null)
            {
                options[option] = argument;
                option = null;
            }
            else if (argument is RoundsOption or OnlyOption or RoslynOption)
            {
                option = argument;
            }
            else
            {
                groups.Add(argument);
            }
        }

        return new PlainOptions(
            [.. groups],
            int.Parse(options.GetValueOrDefault(RoundsOption, "1"), CultureInfo.InvariantCulture),
            options.GetValueOrDefault(OnlyOption),
            options.GetValueOrDefault(RoslynOption));
    }

    /// <summary>The same for one group, as <see cref="Parse"/> reads it.</summary>
    public IEnumerable<string> ArgumentsFor(string group) =>
        [group, RoundsOption, Rounds.ToString(CultureInfo.InvariantCulture), .. Only is null ? Array.Empty<string>() : [OnlyOption, Only]];
}
