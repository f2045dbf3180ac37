using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Build.Framework;

namespace Holdfast.Build;

/// <summary>Writes the manifests that the compiler left as constants in an assembly.</summary>
public sealed class WriteManifests : ManifestTask
{
    /// <summary>The compiled assembly; a full path.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>Referenced assemblies whose manifests are written too; none, unless the project asks for it.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The folder to write; from the project's folder, or a full path.</summary>
    [Required]
    public string Directory { get; set; } = "";

    /// <summary>Where the user started the build, so that the command in the message can be pasted there.</summary>
    public string StartDirectory { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        var problems = new List<Problem>();
        string? summary = null;
        try
        {
            summary = Write(problems);
        }
        catch (Exception error) when (IsFileSystem(error))
        {
            problems.Add(Problems.CannotWrite(Directory, error.Message));
        }

        problems.ForEach(Report);
        if (summary is not null)
        {
            Log.LogMessage(MessageImportance.High, "{0}", summary);
        }

        return !Log.HasLoggedErrors;
    }

    private string? Write(List<Problem> problems)
    {
        var assemblies = References
            .Select(r => r.GetMetadata("FullPath"))
            .Prepend(Assembly)
            .Distinct(StringComparer.Ordinal)
            .Select(path => ManifestReader.Read(path, problems))
            .ToArray();

        if (assemblies[0] is not { } own)
        {
            return null;
        }

        var manifests = assemblies.SelectMany(a => a?.Manifests ?? []).ToArray();
        var onWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);
        var directory = Paths.Full(ProjectDirectory, Directory);
        var stampFile = FullStampFile;
        var files = OutputFiles.For(directory, own.AssemblyName, manifests, onWindows, problems);
        var remembered = ManifestFolder.Remembered(stampFile, ProjectDirectory);
        var plan = FolderPlanner.Plan(files, remembered, ManifestFolder.ReadIfThere, problems);

        // All or nothing: with one manifest missing, kustomization.yaml would take an application out of the cluster's list.
        if (problems.Any(p => !p.IsWarning))
        {
            return null;
        }

        ManifestFolder.Apply(plan);

        // Last and always, since its time is what tells MSBuild that the work is done.
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(stampFile));
        AtomicFile.Write(stampFile, Encoding.UTF8.GetBytes(Stamp.Format(plan.Remembered, ProjectDirectory)));

        return Summary.Of(plan, Paths.ForCommandLine(StartDirectory, directory));
    }
}
