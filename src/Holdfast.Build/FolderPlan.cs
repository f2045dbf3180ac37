namespace Holdfast.Build;

/// <summary>What has to happen on disk.</summary>
/// <param name="Writes">Files to write, in this order.</param>
/// <param name="Deletes">Full paths of files to delete.</param>
/// <param name="Remembered">What is ours afterwards.</param>
internal sealed record FolderPlan(
    IReadOnlyList<OutputFile> Writes, IReadOnlyList<string> Deletes, IReadOnlyList<StampEntry> Remembered);
