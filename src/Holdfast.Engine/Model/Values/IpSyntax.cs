using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Holdfast.Engine.Model.Values;

/// <summary>
/// The syntax of IP addresses and networks as API servers since 1.36 take it: no leading zeros in IPv4, no zone in IPv6, and
/// the bits behind a network's prefix all 0. Kubernetes source: <c>k8s.io/apimachinery/pkg/util/validation/ip.go</c>.
/// </summary>
internal static class IpSyntax
{
    /// <summary>What is wrong with an address, in words that follow it; null where it is right.</summary>
    public static string? AddressProblem(string text) => Bytes(text) is null ? "is not an IP address" : null;

    /// <summary>The same as older API servers see it, which take leading zeros.</summary>
    public static string? LooseAddressProblem(string text) => AddressProblem(WithoutZeros(text));

    /// <summary>What is wrong with a network for older API servers, which take leading zeros and bits behind the prefix.</summary>
    public static string? LooseNetworkProblem(string text)
    {
        int slash = text.IndexOf('/');
        if (slash < 0)
        {
            return NetworkProblem(WithoutZeros(text));
        }

        string network = WithoutZeros(text.Substring(0, slash)) + text.Substring(slash);
        return NetworkProblem(network) is { } problem && Suggest(network) is null ? problem : null;
    }

    private static string WithoutZeros(string address) => address.IndexOf(':') >= 0
        ? address
        : string.Join(".", address.Split('.').Select(static part => part.TrimStart('0') is { Length: > 0 } digits ? digits : part.Length > 0 ? "0" : part));

    /// <summary>What is wrong with a network, in words that follow it; null where it is right.</summary>
    public static string? NetworkProblem(string text)
    {
        int slash = text.IndexOf('/');
        if (slash < 0)
        {
            return Bytes(text) is null ? "is not a network" : "is an address and not a network";
        }

        string length = text.Substring(slash + 1);
        if (Bytes(text.Substring(0, slash)) is not { } bytes
            || length.Length == 0
            || (length.Length > 1 && length[0] == '0')
            || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out int prefix)
            || prefix > bytes.Length * 8)
        {
            return "is not a network";
        }

        for (int bit = prefix; bit < bytes.Length * 8; bit++)
        {
            if ((bytes[bit / 8] & (0x80 >> (bit % 8))) != 0)
            {
                return $"has bits behind the first {prefix}";
            }
        }

        return null;
    }

    /// <summary>Whether a network has another one as a part of it that is smaller; null where one of them is none.</summary>
    public static bool? Contains(string whole, string part)
    {
        if (NetworkProblem(whole) is not null || NetworkProblem(part) is not null)
        {
            return null;
        }

        (byte[] outer, int length) = Parse(whole);
        (byte[] inner, int innerLength) = Parse(part);
        if (outer.Length != inner.Length || innerLength <= length)
        {
            return false;
        }

        for (int bit = 0; bit < length; bit++)
        {
            if (((outer[bit / 8] ^ inner[bit / 8]) & (0x80 >> (bit % 8))) != 0)
            {
                return false;
            }
        }

        return true;

        static (byte[] Bytes, int Length) Parse(string network)
        {
            int slash = network.IndexOf('/');
            return (Bytes(network.Substring(0, slash))!, int.Parse(network.Substring(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The network that an address with a prefix lies in; null where the text is neither.</summary>
    public static string? Suggest(string text)
    {
        int slash = text.IndexOf('/');
        if (slash < 0)
        {
            return Bytes(text) is { } single ? text + (single.Length == 4 ? "/32" : "/128") : null;
        }

        if (Bytes(text.Substring(0, slash)) is not { } bytes
            || !int.TryParse(text.Substring(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int prefix)
            || prefix > bytes.Length * 8)
        {
            return null;
        }

        for (int bit = prefix; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new IPAddress(bytes).ToString() + "/" + prefix.ToString(CultureInfo.InvariantCulture);
    }

    private static byte[]? Bytes(string text)
    {
        if (text.IndexOf(':') >= 0)
        {
            return text.IndexOfAny(['%', '[', ']', '/']) < 0
                && IPAddress.TryParse(text, out IPAddress? address)
                && address.AddressFamily == AddressFamily.InterNetworkV6
                    ? address.GetAddressBytes()
                    : null;
        }

        // The framework takes '10.1' and octal numbers, too.
        string[] parts = text.Split('.');
        if (parts.Length != 4)
        {
            return null;
        }

        var bytes = new byte[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if ((parts[i].Length > 1 && parts[i][0] == '0')
                || !byte.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out bytes[i]))
            {
                return null;
            }
        }

        return bytes;
    }
}
