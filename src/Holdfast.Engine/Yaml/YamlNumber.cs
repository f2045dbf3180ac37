using System.Globalization;
using System.Numerics;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Yaml;

/// <summary>
/// Numbers as go-yaml reads them: decimal, <c>0x1F</c>, <c>0b11</c>, octal as <c>010</c> or <c>0o10</c>, all with signs
/// and underscores, and floats. A float that is whole is written to JSON as a whole number, so it is one here.
/// </summary>
internal static class YamlNumber
{
    private const int Decimal = 10;

    /// <summary>The number; null where the text is none.</summary>
    public static ScalarNode? Read(string text, NodeLocation location)
    {
        if (text.Length == 0 || !MayBegin(text[0]))
        {
            return null;
        }

        if (IsPlainDecimal(text))
        {
            return ScalarNode.Integer(text, location);
        }

        if (!MayBe(text))
        {
            return null;
        }

        // A point in front is the one place where go-yaml takes no underscores.
        string compact = text[0] == '.' ? text : text.Replace("_", string.Empty);
        bool isSigned = compact[0] is '+' or '-';
        string digits = isSigned ? compact.Substring(1) : compact;
        if (Whole(digits) is { } magnitude)
        {
            BigInteger value = compact[0] == '-' ? -magnitude : magnitude;
            if (value >= long.MinValue && value <= (isSigned ? long.MaxValue : ulong.MaxValue))
            {
                return Integer(value, location);
            }
        }

        return Float(digits, compact[0] == '-', location);
    }

    /// <summary>Whether a number can begin with a character.</summary>
    public static bool MayBegin(char first) => first is '+' or '-' or '.' || IsDigit(first);

    /// <summary>Whether no character is there that no number has, in whatever form: amounts such as <c>500m</c> and <c>10Gi</c> need no closer look.</summary>
    private static bool MayBe(string text)
    {
        foreach (char c in text)
        {
            if (!IsDigit(c) && c is not ((>= 'a' and <= 'f') or (>= 'A' and <= 'F') or '_' or '.' or '+' or '-' or 'x' or 'X' or 'o' or 'O'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether it reads as JSON writes it, and fits for certain: nearly all numbers of manifests do.</summary>
    private static bool IsPlainDecimal(string text)
    {
        const int MostDigits = 18;
        if (text.Length > MostDigits || (text[0] == '0' && text.Length > 1))
        {
            return false;
        }

        foreach (char c in text)
        {
            if (!IsDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static ScalarNode Integer(BigInteger value, NodeLocation location) => value >= long.MinValue && value <= long.MaxValue
        ? ScalarNode.Integer((long)value, location)
        : ScalarNode.Float(value.ToString(CultureInfo.InvariantCulture), location);

    /// <summary>A whole number without its sign.</summary>
    private static BigInteger? Whole(string digits)
    {
        if (digits.Length < 2 || digits[0] != '0')
        {
            return Digits(digits, Decimal);
        }

        return digits[1] switch
        {
            'x' or 'X' => Digits(digits.Substring(2), 16),
            'o' or 'O' => Digits(digits.Substring(2), 8),
            'b' or 'B' => Digits(digits.Substring(2), 2),
            _ => Digits(digits.Substring(1), 8),
        };
    }

    private static BigInteger? Digits(string digits, int radix)
    {
        // Longer ones fit nowhere, and only cost time.
        if (digits.Length is 0 or > 64)
        {
            return null;
        }

        BigInteger value = BigInteger.Zero;
        foreach (char c in digits)
        {
            int digit = c switch
            {
                >= '0' and <= '9' => c - '0',
                >= 'a' and <= 'f' => c - 'a' + 10,
                >= 'A' and <= 'F' => c - 'A' + 10,
                _ => int.MaxValue,
            };
            if (digit >= radix)
            {
                return null;
            }

            value = (value * radix) + digit;
        }

        return value;
    }

    /// <summary>A decimal number with or without a point and an exponent; what overflows is a string to go-yaml.</summary>
    private static ScalarNode? Float(string text, bool isNegative, NodeLocation location)
    {
        int end = 0;
        string whole = TakeDigits(text, ref end);
        string fraction = string.Empty;
        if (end < text.Length && text[end] == '.')
        {
            end++;
            fraction = TakeDigits(text, ref end);
        }

        int exponent = 0;
        if (end < text.Length && text[end] is 'e' or 'E'
            && !int.TryParse(text.Substring(end + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return null;
        }

        bool hasExponent = end < text.Length && text[end] is 'e' or 'E';
        if (whole.Length + fraction.Length == 0
            || (end < text.Length && !hasExponent)
            || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            || double.IsInfinity(value))
        {
            return null;
        }

        whole = whole.TrimStart('0');
        fraction = fraction.TrimEnd('0');
        string sign = isNegative ? "-" : string.Empty;
        if (WholeValue(whole, fraction, exponent) is { } number)
        {
            return Integer(isNegative ? -number : number, location);
        }

        string json = sign
            + (whole.Length == 0 ? "0" : whole)
            + (fraction.Length == 0 ? string.Empty : "." + fraction)
            + (exponent == 0 ? string.Empty : "e" + exponent.ToString(CultureInfo.InvariantCulture));
        return ScalarNode.Float(json, location);
    }

    private static string TakeDigits(string text, ref int end)
    {
        int start = end;
        while (end < text.Length && IsDigit(text[end]))
        {
            end++;
        }

        return text.Substring(start, end - start);
    }

    /// <summary>The value of a float that is whole and not large; null for all others.</summary>
    private static BigInteger? WholeValue(string whole, string fraction, int exponent)
    {
        const int MostDigits = 18;
        string digits = (whole + fraction).TrimStart('0');
        if (digits.Length == 0)
        {
            return BigInteger.Zero;
        }

        long scale = (long)exponent - fraction.Length;
        string significant = digits.TrimEnd('0');
        scale += digits.Length - significant.Length;
        return scale >= 0 && significant.Length + scale <= MostDigits
            ? BigInteger.Parse(significant, NumberStyles.None, CultureInfo.InvariantCulture) * BigInteger.Pow(Decimal, (int)scale)
            : null;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
