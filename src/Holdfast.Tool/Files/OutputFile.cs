using System.Text;

namespace Holdfast.Tool.Files;

/// <summary>Writes what a command makes.</summary>
internal static class OutputFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a file, and the folders above it where they are missing. A file with this text already keeps its time.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="text">Its text, with <c>\n</c>.</param>
    public static void Write(string path, string text)
    {
        if (File.Exists(path) && File.ReadAllText(path, Utf8) == text)
        {
            return;
        }

        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        File.WriteAllText(path, text, Utf8);
    }
}
