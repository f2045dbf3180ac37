using System.Globalization;
using System.Numerics;

namespace Holdfast.Engine.Model.Values;

/// <summary>
/// A Kubernetes quantity: an optional sign, digits with at most one point, then <c>n u m</c>, <c>k M G T P E</c>,
/// <c>Ki Mi Gi Ti Pi Ei</c>, or <c>e</c> with an exponent. Kept exactly, in thousand-millionths.
/// Kubernetes source: <c>k8s.io/apimachinery/pkg/api/resource</c>.
/// </summary>
internal readonly struct Quantity : IEquatable<Quantity>
{
    /// <summary>The smallest step that Kubernetes knows is one nano.</summary>
    private static readonly BigInteger Nano = 1_000_000_000;

    /// <summary>Larger exponents are of no use and would only cost time.</summary>
    private const int LargestExponent = 64;

    private readonly BigInteger _nanos;

    private Quantity(BigInteger nanos) => _nanos = nanos;

    public bool IsPositive => _nanos.Sign > 0;

    public bool IsNegative => _nanos.Sign < 0;

    /// <summary>Whether it is a whole number: bytes cannot be split.</summary>
    public bool IsWhole => (_nanos % Nano).IsZero;

    public static bool TryParse(string text, out Quantity quantity)
    {
        quantity = default;
        int i = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        bool negative = i == 1 && text[0] == '-';
        BigInteger digits = BigInteger.Zero;
        long low = 0;
        int count = 0;
        int fraction = -1;
        for (; i < text.Length && (text[i] is >= '0' and <= '9' || (text[i] == '.' && fraction < 0)); i++)
        {
            if (text[i] == '.')
            {
                fraction = 0;
                continue;
            }

            // Nearly all have few digits, which need no large number.
            if (count < 18)
            {
                low = (low * 10) + (text[i] - '0');
            }
            else
            {
                digits = ((count == 18 ? low : digits) * 10) + (text[i] - '0');
            }

            count++;
            fraction += fraction >= 0 ? 1 : 0;
        }

        // The API server takes a suffix without digits as zero, which is never meant.
        if (count == 0 || count > 4 * LargestExponent || !TryScale(Suffix(text, i), out BigInteger factor, out int exponent))
        {
            return false;
        }

        BigInteger nanos = (count <= 18 ? low : digits) * factor * Nano;
        exponent -= Math.Max(0, fraction);
        nanos = exponent == 0 ? nanos
            : exponent > 0
            ? nanos * BigInteger.Pow(10, exponent)
            : RoundUp(nanos, BigInteger.Pow(10, -exponent));
        quantity = new Quantity(negative ? -nanos : nanos);
        return true;
    }

    /// <summary>Whether a text is a suffix alone, which the API server takes for 0 (1.36).</summary>
    public static bool IsSuffix(string text) => text.Length > 0 && TryScale(text, out _, out _);

    /// <summary>What was probably meant by a text that is not a quantity of processors; null where that is not known.</summary>
    public static string? SuggestCount(string text)
    {
        string compact = text.Trim().Replace(" ", string.Empty).Replace(',', '.');
        return compact != text && TryParse(compact, out Quantity cpu) && cpu.IsPositive ? compact : null;
    }

    /// <summary>
    /// What was probably meant by a text that is not a quantity: <c>10GB</c>, <c>10 gb</c> and <c>10GiB</c> are
    /// <c>10Gi</c>; null where there is no telling.
    /// </summary>
    public static string? Suggest(string text)
    {
        string compact = text.Trim().Replace(" ", string.Empty).Replace("_", string.Empty).Replace(',', '.');
        int end = 0;
        while (end < compact.Length && compact[end] is (>= '0' and <= '9') or '.')
        {
            end++;
        }

        string number = compact.Substring(0, end);
        string unit = compact.Substring(end).ToUpperInvariant();
        if (unit.EndsWith("YTES", StringComparison.Ordinal))
        {
            unit = unit.Substring(0, unit.Length - 4);
        }
        else if (unit.EndsWith("YTE", StringComparison.Ordinal))
        {
            unit = unit.Substring(0, unit.Length - 3);
        }

        unit = unit.TrimEnd('B').TrimEnd('I');
        string? suffix = unit switch
        {
            "" => string.Empty,
            "K" or "KILO" => "Ki",
            "M" or "MEG" or "MEGA" => "Mi",
            "G" or "GIG" or "GIGA" => "Gi",
            "T" or "TERA" => "Ti",
            "P" or "PETA" => "Pi",
            "E" or "EXA" => "Ei",
            _ => null,
        };
        string? suggestion = suffix is null ? null : number + suffix;
        return suggestion is not null && suggestion != text && TryParse(suggestion, out Quantity quantity) && quantity.IsPositive
            ? suggestion
            : null;
    }

    public Quantity Plus(Quantity other) => new(_nanos + other._nanos);

    /// <summary>Whether it is a whole number of something larger than nothing.</summary>
    public bool IsMultipleOf(Quantity size) => (_nanos % size._nanos).IsZero;

    public int CompareTo(Quantity other) => _nanos.CompareTo(other._nanos);

    public bool Equals(Quantity other) => _nanos == other._nanos;

    public override bool Equals(object? obj) => obj is Quantity other && Equals(other);

    public override int GetHashCode() => _nanos.GetHashCode();

    private static BigInteger RoundUp(BigInteger value, BigInteger divisor)
    {
        BigInteger result = BigInteger.DivRem(value, divisor, out BigInteger rest);
        return rest.IsZero ? result : result + 1;
    }

    /// <summary>What is behind the digits; the suffixes that nearly all have take no memory.</summary>
    private static string Suffix(string text, int start) => (text.Length - start) switch
    {
        2 when text[start + 1] == 'i' => text[start] switch { 'K' => "Ki", 'M' => "Mi", 'G' => "Gi", 'T' => "Ti", _ => text.Substring(start) },
        1 => text[start] switch { 'm' => "m", 'k' => "k", 'M' => "M", 'G' => "G", _ => text.Substring(start) },
        _ => text.Substring(start),
    };

    private static bool TryScale(string suffix, out BigInteger factor, out int exponent)
    {
        exponent = 0;
        factor = BigInteger.One;
        switch (suffix)
        {
            case "": return true;
            case "n": exponent = -9; return true;
            case "u": exponent = -6; return true;
            case "m": exponent = -3; return true;
            case "k": exponent = 3; return true;
            case "M": exponent = 6; return true;
            case "G": exponent = 9; return true;
            case "T": exponent = 12; return true;
            case "P": exponent = 15; return true;
            case "E": exponent = 18; return true;
            case "Ki": factor = BigInteger.One << 10; return true;
            case "Mi": factor = BigInteger.One << 20; return true;
            case "Gi": factor = BigInteger.One << 30; return true;
            case "Ti": factor = BigInteger.One << 40; return true;
            case "Pi": factor = BigInteger.One << 50; return true;
            case "Ei": factor = BigInteger.One << 60; return true;
        }

        return suffix[0] is 'e' or 'E'
            && int.TryParse(suffix.Substring(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
            && Math.Abs(exponent) <= LargestExponent;
    }
}
