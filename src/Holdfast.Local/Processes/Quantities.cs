using System.Globalization;

namespace Holdfast.Local.Processes;

/// <summary>Quantities as the downward API gives them: divided, and rounded up.</summary>
internal static class Quantities
{
    private static readonly (string Suffix, decimal Factor)[] Suffixes =
    [
        ("Ki", 1024m), ("Mi", 1048576m), ("Gi", 1073741824m), ("Ti", 1099511627776m),
        ("m", 0.001m), ("k", 1000m), ("M", 1000000m), ("G", 1000000000m), ("T", 1000000000000m),
    ];

    /// <summary>The number; that of this machine where the container has no such limit.</summary>
    public static string Read(string? quantity, string divisor)
    {
        decimal by = Number(divisor) is > 0 and { } number ? number : 1;
        decimal value = Number(quantity) ?? Environment.ProcessorCount;
        return Math.Ceiling(value / by).ToString(CultureInfo.InvariantCulture);
    }

    private static decimal? Number(string? text)
    {
        (string suffix, decimal factor) = Suffixes.FirstOrDefault(suffix => text?.EndsWith(suffix.Suffix, StringComparison.Ordinal) == true);
        string digits = text is null || suffix is null ? text ?? "" : text[..^suffix.Length];
        return decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) ? number * (suffix is null ? 1 : factor) : null;
    }
}
