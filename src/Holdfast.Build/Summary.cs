namespace Holdfast.Build;

/// <summary>The one line that the build says.</summary>
internal static class Summary
{
    private const int MaxNames = 5;

    /// <summary>What changed and how to apply it, or <see langword="null"/> when nothing did.</summary>
    /// <param name="plan">What was done.</param>
    /// <param name="directory">The folder, as it can be pasted behind a command.</param>
    public static string? Of(FolderPlan plan, string directory)
    {
        if (plan.Writes.Count > 0)
        {
            var removed = plan.Deletes.Count > 0 ? $", removed {Names(plan.Deletes.Select(Path.GetFileName))}" : "";
            return $"Holdfast: wrote {Names(plan.Writes.Select(f => f.Name))} to {directory}{removed}; apply with: kubectl apply -k {directory}";
        }

        return plan.Deletes.Count > 0
            ? $"Holdfast: removed {Names(plan.Deletes.Select(Path.GetFileName))} from {directory}; no application is declared any more"
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
