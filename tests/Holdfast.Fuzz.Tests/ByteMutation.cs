using System.Collections.Immutable;
using System.Text;

namespace Holdfast.Fuzz.Tests;

/// <summary>Changes files as a bad disk, a bad merge or a hasty hand does.</summary>
internal static class ByteMutation
{
    private static readonly ImmutableArray<byte[]> Pieces =
    [
        .. new[]
        {
            "- ", ": ", "? ", "&a ", "*a", "*a : b\n", "<<: *a\n", "!!binary ", "!t ", "|\n", "|9-\n", ">+\n", "'", "\"", "\"\\", "{", "}", "[", "]", ",", "\n---\n", "\n...\n", "%YAML 1.2\n---\n", "%", "#", "\t", "\r", "\0", "\uFEFF",
            "\u2028", "null", "~", "0x7FFFFFFFFFFFFFFFF", "1e999", "-0", ".nan", "99999999999999999999", "2147483647", "kind: List\n", "kind: StatefulSet\n", "replicas: -5\n", "replicas: 2147483647\n", "items:\n", "{{ .Values.x }}", "${X}", "a: a: a", "\uD83D\uDE00", "  ",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "{a: {a: {a: {a: {a: {a: {a: {a: ", "\n- - - - - - - - - - - -",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xFE, 0xFF],
    ];

    /// <summary>A changed file.</summary>
    public static YamlBytes Of(int index)
    {
        Random random = FuzzSettings.RandomOf(index);
        return Mutate(YamlBytes.All[random.Next(YamlBytes.All.Length)], random);
    }

    /// <summary>One to five changes of a file.</summary>
    public static YamlBytes Mutate(YamlBytes file, Random random)
    {
        List<byte> bytes = [.. file.Bytes];
        for (int changes = random.Next(1, 6); changes > 0; changes--)
        {
            Change(bytes, random);
        }

        return file with { Bytes = [.. bytes] };
    }

    private static void Change(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count + 1);
        int length = Math.Min(random.Next(3) == 0 ? random.Next(1, 200) : random.Next(1, 4), bytes.Count - at);
        switch (random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 3 when random.Next(3) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                ImmutableArray<byte> donor = YamlBytes.All[random.Next(YamlBytes.All.Length)].Bytes;
                int start = random.Next(donor.Length + 1);
                bytes.InsertRange(at, donor.Skip(start).Take(random.Next(1, 300)));
                break;
            case 5 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 6:
                ChangeLines(bytes, random);
                break;
            default:
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }

    /// <summary>A line that is taken out, doubled, or indented otherwise: what is YAML still, with another meaning.</summary>
    private static void ChangeLines(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count + 1);
        int start = at == 0 ? 0 : bytes.LastIndexOf((byte)'\n', at - 1) + 1;
        int end = bytes.IndexOf((byte)'\n', start) is var found and >= 0 ? found + 1 : bytes.Count;
        switch (random.Next(4))
        {
            case 0:
                bytes.RemoveRange(start, end - start);
                break;
            case 1:
                bytes.InsertRange(end, bytes.GetRange(start, end - start));
                break;
            case 2:
                bytes.InsertRange(start, "  "u8.ToArray());
                break;
            default:
                // The value goes, or its kind changes.
                if (bytes.IndexOf((byte)':', start) is var colon && colon >= 0 && colon < end)
                {
                    bytes.RemoveRange(colon + 1, Math.Max(0, end - colon - 2));
                    bytes.InsertRange(colon + 1, random.Next(3) switch { 0 => " [1, a, null]"u8.ToArray(), 1 => " {a: 1}"u8.ToArray(), _ => " 3"u8.ToArray() });
                }

                break;
        }
    }
}
