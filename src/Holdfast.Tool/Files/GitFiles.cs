using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Tool.Files;

/// <summary>Files of a revision, as the program <c>git</c> hands them over; the work tree is left alone.</summary>
/// <param name="top">The repository's folder.</param>
/// <param name="prefix">The working folder's path in it, with <c>/</c> at the end; empty at the top.</param>
/// <param name="commit">The revision.</param>
/// <param name="names">The paths of all files of the revision.</param>
internal sealed class GitFiles(string top, string prefix, string commit, ImmutableArray<string> names)
{
    /// <summary>What an argument begins with that names a revision: <c>git:main:deploy/</c>.</summary>
    public const string Scheme = "git:";

    /// <summary>Finds a revision.</summary>
    /// <param name="revision">The revision, as git names it.</param>
    /// <param name="directory">A folder of the repository.</param>
    public static GitFiles Open(string revision, string directory)
    {
        string[] place = Text(directory, "rev-parse", "--show-toplevel", "--show-prefix").Split('\n');
        string commit = revision.StartsWith('-')
            ? throw new InputException($"'{revision}' is not a revision of git.")
            : Text(directory, "rev-parse", "--verify", revision + "^{commit}").Trim();
        string list = Text(directory, "ls-tree", "-r", "-z", "--full-tree", "--name-only", commit);
        return new GitFiles(place[0], place.Length > 1 ? place[1] : string.Empty, commit, [.. list.Split('\0', StringSplitOptions.RemoveEmptyEntries)]);
    }

    /// <summary>The full path that a file or folder of the revision has in the work tree.</summary>
    /// <param name="path">Its path from the repository's top, or from the working folder where it begins with a dot.</param>
    public string FullPath(string path) => Path.GetFullPath(Path.Combine(top, path.StartsWith('.') ? prefix + path : path.TrimStart('/')));

    /// <summary>Whether the revision has a file, or a folder with files.</summary>
    public bool Has(string fullPath) => Relative(fullPath) is { } path && (path.Length == 0 || names.Any(name => IsIn(name, path)));

    /// <summary>The manifests at a path; none where the revision has none there.</summary>
    public InputFile[] Read(string fullPath)
    {
        if (Relative(fullPath) is not { } path)
        {
            return [];
        }

        string[] chosen = [.. names.Where(name => name == path || (IsIn(name, path) && IsManifest(name, path)))];
        return [.. Contents(chosen).Select(file => new InputFile(Path.Combine(top, file.Name.Replace('/', Path.DirectorySeparatorChar)), file.Text))];
    }

    private static bool IsIn(string name, string folder) => folder.Length == 0 || name == folder || name.StartsWith(folder + "/", StringComparison.Ordinal);

    private static bool IsManifest(string name, string folder)
    {
        string[] steps = name[folder.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return ManifestPatterns.IsManifest(steps[^1]) && steps[..^1].All(step => ManifestPatterns.IsWalked(step) && step != ManifestPatterns.Shipped);
    }

    private string? Relative(string fullPath)
    {
        string path = Path.GetRelativePath(top, fullPath).Replace('\\', '/').TrimEnd('/');
        return path == "." ? string.Empty : path.StartsWith("..", StringComparison.Ordinal) ? null : path;
    }

    /// <summary>All contents by one program: <c>git cat-file --batch</c> writes a line with the size before each.</summary>
    private IEnumerable<(string Name, SourceText Text)> Contents(string[] chosen)
    {
        if (chosen.Length == 0)
        {
            return [];
        }

        string input = string.Concat(chosen.Select(name => $"{commit}:{name}\n"));
        byte[] output = Run(top, input, "cat-file", "--batch");
        var files = new List<(string, SourceText)>(chosen.Length);
        int at = 0;
        foreach (string name in chosen)
        {
            int end = Array.IndexOf(output, (byte)'\n', at);
            string[] header = Encoding.UTF8.GetString(output, at, Math.Max(0, end - at)).Split(' ');
            if (end < 0 || header is not [_, "blob", var text] || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int size))
            {
                throw new InputException($"git cannot read '{name}' of {commit}.");
            }

            using var content = new MemoryStream(output, end + 1, size, writable: false);
            files.Add((name, FileTexts.Read(content)));
            at = end + 1 + size + 1;
        }

        return files;
    }

    private static string Text(string directory, params string[] arguments) => Encoding.UTF8.GetString(Run(directory, string.Empty, arguments));

    private static byte[] Run(string directory, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process git = Process.Start(start)!;
            Task<string> error = git.StandardError.ReadToEndAsync();
            Task written = Task.Run(() =>
            {
                using Stream stream = git.StandardInput.BaseStream;
                stream.Write(Encoding.UTF8.GetBytes(input));
            });
            using var output = new MemoryStream();
            git.StandardOutput.BaseStream.CopyTo(output);
            git.WaitForExit();
            string said = error.GetAwaiter().GetResult().Trim();
            if (git.ExitCode != 0)
            {
                throw new InputException($"git {arguments[0]} failed: {said.Split('\n')[0]}");
            }

            written.GetAwaiter().GetResult();
            return output.ToArray();
        }
        catch (Win32Exception)
        {
            throw new InputException("The program git is not installed or not on the PATH, and a revision needs it.");
        }
    }
}
