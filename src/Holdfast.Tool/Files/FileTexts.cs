using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Tool.Files;

/// <summary>Texts of files, read as the compiler reads its own: UTF-8, or UTF-16 and UTF-32 by their marks, else Latin 1.</summary>
internal static class FileTexts
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static SourceText Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        return Decode(bytes, bytes.Length);
    }

    public static SourceText Read(Stream stream)
    {
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return Decode(buffer.GetBuffer(), (int)buffer.Length);
    }

    private static SourceText Decode(byte[] bytes, int length)
    {
        try
        {
            return SourceText.From(bytes, length, Strict);
        }
        catch (DecoderFallbackException)
        {
            return SourceText.From(bytes, length, Encoding.Latin1);
        }
    }
}
