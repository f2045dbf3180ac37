using System.Security.Cryptography;

namespace Holdfast.Build;

/// <summary>Tells whether a file is still what was written.</summary>
internal static class ContentHash
{
    /// <summary>The number of characters of every hash.</summary>
    public const int Length = 64;

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Of(byte[] content)
    {
        using var algorithm = SHA256.Create();
        return string.Concat(algorithm.ComputeHash(content).Select(b => b.ToString("x2")));
    }
}
