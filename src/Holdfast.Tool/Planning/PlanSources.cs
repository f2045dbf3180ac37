using Holdfast.Tool.Files;
using Holdfast.Tool.Hosting;

namespace Holdfast.Tool.Planning;

/// <summary>From what the user names to the objects there: a folder, a file, standard input or a revision.</summary>
internal static class PlanSources
{
    public static PlanSide Read(string name, ToolHost host)
    {
        if (name == InputFiles.StandardInput)
        {
            return PlanSide.Of("standard input", InputFiles.Read([name], host), null, null);
        }

        return name.StartsWith(GitFiles.Scheme, StringComparison.Ordinal) ? OfRevision(name, host) : OfPath(name, host);
    }

    private static PlanSide OfPath(string name, ToolHost host)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(name, host.Directory));
        InputFile[] files = OutsideFiles.With(InputFiles.Read([name], host), path => Path.Exists(path) ? InputFiles.Read([path], host) : []);
        string root = Directory.Exists(full) ? full : Path.GetDirectoryName(full)!;
        return PlanSide.Of(name, files, root, name);
    }

    private static PlanSide OfRevision(string name, ToolHost host)
    {
        string rest = name[GitFiles.Scheme.Length..];
        int colon = rest.IndexOf(':', StringComparison.Ordinal);
        string revision = colon < 0 ? rest : rest[..colon];
        string path = colon < 0 ? string.Empty : rest[(colon + 1)..];
        if (revision.Length == 0)
        {
            throw new InputException($"'{name}' names no revision; write git:main:deploy/.");
        }

        GitFiles git = GitFiles.Open(revision, host.Directory);
        string full = Path.TrimEndingDirectorySeparator(git.FullPath(path));
        if (!git.Has(full))
        {
            throw new InputException($"The revision '{revision}' has no '{path}'.");
        }

        InputFile[] own = git.Read(full);
        string root = own is [var only] && only.Path == full ? Path.GetDirectoryName(full)! : full;
        return PlanSide.Of(name, OutsideFiles.With(own, git.Read), root, null);
    }
}
