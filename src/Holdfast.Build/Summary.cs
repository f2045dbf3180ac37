namespace Holdfast.Build;

/// <summary>
/// The one line that the build says. It has MSBuild's own form for a project's output, <c>Project -> output</c>: the terminal
/// logger, which interactive builds use, shows no other message of a task. It takes the assembly's place there, in builds
/// that wrote something.
/// </summary>
internal static class Summary
{
    private const int MaxNames = 5;

    private const int MaxNeeds = 4;

    /// <summary>What changed and how to apply it, or <see langword="null"/> when nothing did.</summary>
    /// <param name="projectFile">The project that is built.</param>
    /// <param name="plan">What was done.</param>
    /// <param name="directory">The folder, as it can be pasted behind a command.</param>
    /// <param name="needs">What must be in the cluster before.</param>
    public static string? Of(string projectFile, FolderPlan plan, string directory, IReadOnlyList<PrerequisiteLine> needs)
    {
        var project = Path.GetFileNameWithoutExtension(projectFile);
        if (plan.Writes.Count > 0)
        {
            var removed = plan.Deletes.Count > 0 ? $", removed {Names(plan.Deletes.Select(Path.GetFileName))}" : "";
            return $"{project} -> Holdfast wrote {Names(plan.Writes.Select(f => f.Name))}{removed}{Needs(needs)}; apply with: kubectl apply -k {directory}";
        }

        return plan.Deletes.Count > 0
            ? $"{project} -> Holdfast removed {Names(plan.Deletes.Select(Path.GetFileName))} from {directory}; no application is declared any more"
            : null;
    }

    private static string Needs(IReadOnlyList<PrerequisiteLine> needs)
    {
        if (needs.Count == 0)
        {
            return "";
        }

        var named = string.Join(", ", needs.Take(MaxNeeds).Select(need => $"{need.Kind} {need.Name}"));
        return $"; must be there before: {named}{(needs.Count > MaxNeeds ? $" and {needs.Count - MaxNeeds} more ({FileNames.Readme})" : "")}";
    }

    // What is beside the manifests goes without saying, unless it is all there is to say.
    private static string Names(IEnumerable<string> fileNames)
    {
        var all = fileNames.OrderBy(n => n, StringComparer.Ordinal).ToArray();
        var manifests = all.Where(n => n is not (FileNames.Kustomization or FileNames.Readme)).ToArray();
        var lists = all.Where(n => n != FileNames.Readme).ToArray();
        var named = manifests.Length > 0 ? manifests : lists.Length > 0 ? lists : all;
        return named.Length > MaxNames ? $"{named.Length} manifests" : string.Join(", ", named);
    }
}
