using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Yaml;

/// <summary>How the bytes of a file were read.</summary>
internal static class TextEncodings
{
    private const int Utf8 = 65001;

    private const int Utf16 = 1200;

    private const int Utf16BigEndian = 1201;

    /// <summary>
    /// Whether a text is what its file says. The compiler reads what is not UTF-8 in the code page of the machine, so that it
    /// would be another text elsewhere.
    /// </summary>
    public static bool IsUnicode(SourceText text) => text.Encoding is null or { CodePage: Utf8 or Utf16 or Utf16BigEndian };
}
