using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Holdfast.Build;

/// <summary>
/// Writes files in base64, since the compiler hands generators texts and no bytes. A file whose bytes are the same is left
/// as it is, so that nothing is compiled again for it.
/// </summary>
public sealed class EncodeFiles : Microsoft.Build.Utilities.Task
{
    /// <summary>The files.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>The folder that gets the texts; a full path.</summary>
    [Required]
    public string Directory { get; set; } = "";

    /// <summary>The project, whose folder the paths of declarations start from; a full path.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The texts, each with the path that declarations have for its file.</summary>
    [Output]
    public ITaskItem[] Encoded { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        var encoded = new List<ITaskItem>();
        foreach (var file in Files)
        {
            var path = file.GetMetadata("FullPath");
            try
            {
                encoded.Add(Encode(path));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Security.SecurityException or ArgumentException or NotSupportedException)
            {
                // Who names it is told that the file is not there.
                Log.LogWarning(null, null, null, ProjectFile, 0, 0, 0, 0, "{0}", $"'{file.ItemSpec}' cannot be read, so no declaration gets its bytes: {error.Message}");
            }
        }

        Encoded = [.. encoded];
        return true;
    }

    private TaskItem Encode(string path)
    {
        var declared = Relative(path);
        var target = Path.Combine(Directory, Name(declared) + ".base64");
        var text = Encoding.ASCII.GetBytes(Convert.ToBase64String(File.ReadAllBytes(path)));
        System.IO.Directory.CreateDirectory(Directory);
        if (!File.Exists(target) || !File.ReadAllBytes(target).SequenceEqual(text))
        {
            AtomicFile.Write(target, text);
        }

        var item = new TaskItem(target);
        item.SetMetadata("HoldfastConfigPath", declared);
        item.SetMetadata("HoldfastConfigEncoding", "base64");
        return item;
    }

    private string Relative(string path)
    {
        var folder = new Uri(Path.GetDirectoryName(Path.GetFullPath(ProjectFile)) + Path.DirectorySeparatorChar);
        return Uri.UnescapeDataString(folder.MakeRelativeUri(new Uri(path)).ToString());
    }

    /// <summary>One file name for each path: what could be a separator is written out.</summary>
    private static string Name(string path)
    {
        var name = new StringBuilder();
        foreach (var c in path)
        {
            name.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' ? c.ToString() : "_" + ((int)c).ToString("x", System.Globalization.CultureInfo.InvariantCulture) + "_");
        }

        return name.ToString();
    }
}
