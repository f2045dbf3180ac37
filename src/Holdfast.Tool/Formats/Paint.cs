using System.Globalization;

namespace Holdfast.Tool.Formats;

/// <summary>Colours texts where the output has colours.</summary>
/// <param name="isOn">Whether it has.</param>
internal sealed class Paint(bool isOn)
{
    private const string Reset = "\u001b[0m";

    /// <summary>Leaves all texts as they are.</summary>
    public static Paint None { get; } = new(false);

    public string Bold(string text) => isOn ? $"\u001b[1m{text}{Reset}" : text;

    public string Dim(string text) => isOn ? $"\u001b[2m{text}{Reset}" : text;

    /// <summary>In the colour of a severity, of the terminal's own sixteen.</summary>
    public string Severity(FindingSeverity severity, string text)
    {
        int color = severity switch
        {
            FindingSeverity.Error => 31,
            FindingSeverity.Warning => 33,
            _ => 36,
        };
        return isOn ? string.Create(CultureInfo.InvariantCulture, $"\u001b[{color}m{text}{Reset}") : text;
    }
}
