using Microsoft.Build.Framework;

namespace Holdfast.Build;

/// <summary>
/// Deletes what earlier builds wrote, for "dotnet clean": MSBuild itself cleans below the output folder only and leaves
/// empty folders. A file that was changed since is left alone here as well.
/// </summary>
public sealed class RemoveManifests : ManifestTask
{
    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            var stampFile = FullStampFile;
            if (!File.Exists(stampFile))
            {
                return true;
            }

            var kept = new List<Problem>();
            var remembered = ManifestFolder.Remembered(stampFile, ProjectDirectory);
            ManifestFolder.Apply(FolderPlanner.Plan([], remembered, ManifestFolder.ReadIfThere, kept));
            kept.ForEach(k => Log.LogMessage(MessageImportance.Low, "{0}", k.Text));
            File.Delete(stampFile);
        }
        catch (Exception error) when (IsFileSystem(error))
        {
            Report(Problems.CannotRemove(error.Message));
        }

        return true;
    }
}
