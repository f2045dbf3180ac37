namespace Holdfast.Build;

/// <summary>
/// The one line that the build says. It has MSBuild's own form for a project's output, <c>Project -> output</c>: the terminal
/// logger, which interactive builds use, shows no other message of a task. It takes the assembly's place there, in builds
/// that wrote something.
/// </summary>
internal static class Summary
{
    private const int MaxNames = 5;

    /// <summary>What changed and how to apply it, or <see langword="null"/> when nothing did.</summary>
    /// <param name="projectFile">The project that is built.</param>
    /// <param name="plan">What was done.</param>
    /// <param name="directory">The folder, as it can be pasted behind a command.</param>
    public static string? Of(string projectFile, FolderPlan plan, string directory)
    {
        var project = Path.GetFileNameWithoutExtension(projectFile);
        if (plan.Writes.Count > 0)
        {
            var removed = plan.Deletes.Count > 0 ? $", removed {Names(plan.Deletes.Select(Path.GetFileName))}" : "";
            return $"{project} -> Holdfast wrote {Names(plan.Writes.Select(f => f.Name))}{removed}; apply with: kubectl apply -k {directory}";
        }

        return plan.Deletes.Count > 0
            ? $"{project} -> Holdfast removed {Names(plan.Deletes.Select(Path.GetFileName))} from {directory}; no application is declared any more"
            : null;
    }

    // kustomization.yaml goes without saying, unless it is all there is to say.
    private static string Names(IEnumerable<string> fileNames)
    {
        var all = fileNames.OrderBy(n => n, StringComparer.Ordinal).ToArray();
        var manifests = all.Where(n => n != FileNames.Kustomization).ToArray();
        var named = manifests.Length > 0 ? manifests : all;
        return named.Length > MaxNames ? $"{named.Length} manifests" : string.Join(", ", named);
    }
}
