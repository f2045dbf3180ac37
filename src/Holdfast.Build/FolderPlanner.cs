namespace Holdfast.Build;

/// <summary>Compares what is to be with what is there. Changes nothing.</summary>
internal static class FolderPlanner
{
    /// <summary>Plans the way from what is on disk to <paramref name="desired"/>.</summary>
    /// <param name="desired">The files that the folder has to hold.</param>
    /// <param name="remembered">What earlier builds wrote.</param>
    /// <param name="read">A file's bytes, or <see langword="null"/> when there is none.</param>
    /// <param name="problems">Receives what is in the way.</param>
    public static FolderPlan Plan(
        IReadOnlyCollection<OutputFile> desired,
        IReadOnlyCollection<StampEntry> remembered,
        Func<string, byte[]?> read,
        ICollection<Problem> problems)
    {
        var writes = new List<OutputFile>();
        var ours = new List<StampEntry>();
        foreach (var file in desired)
        {
            var existing = read(file.Path);
            if (existing is null)
            {
                writes.Add(file);
            }
            else if (!existing.SequenceEqual(file.Content))
            {
                if (Ownership.IsForeign(existing, file.Content, remembered.FirstOrDefault(e => IsSame(e.Path, file.Path))?.Hash))
                {
                    if (file.GivesWay)
                    {
                        continue;
                    }

                    problems.Add(Problems.NotOurs(file.Path));
                }

                writes.Add(file);
            }

            ours.Add(new StampEntry(file.Path, ContentHash.Of(file.Content)));
        }

        var deletes = new List<string>();
        foreach (var entry in remembered.Where(e => !desired.Any(file => IsSame(e.Path, file.Path))))
        {
            if (read(entry.Path) is not { } existing)
            {
                continue;
            }

            if (ContentHash.Of(existing) == entry.Hash)
            {
                deletes.Add(entry.Path);
            }
            else
            {
                problems.Add(Problems.Kept(entry.Path));
                ours.Add(entry with { IsKept = true });
            }
        }

        return new FolderPlan(writes, deletes, ours);
    }

    // Ignoring case, or a file that only changed its case would be deleted right after it was written on Windows or macOS.
    private static bool IsSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
