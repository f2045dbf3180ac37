using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Build.Framework;

namespace Holdfast.Build;

/// <summary>Writes the manifests that the compiler left as constants in an assembly.</summary>
public sealed class WriteManifests : ManifestTask
{
    private static readonly DateTime LongAgo = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

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

    /// <summary>Whether README.md says what must be there before.</summary>
    public bool WritesReadme { get; set; } = true;

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            if (Write() is { } summary)
            {
                Log.LogMessage(MessageImportance.High, "{0}", summary);
            }
        }
        catch (Exception error) when (IsFileSystem(error))
        {
            Report(Problems.CannotWrite(Directory, error.Message));
        }

        return !Log.HasLoggedErrors;
    }

    private string? Write()
    {
        var problems = new List<Problem>();
        var assemblies = References
            .Select(r => r.GetMetadata("FullPath"))
            .Prepend(Assembly)
            .Distinct(StringComparer.Ordinal)
            .Select(path => ManifestReader.Read(path, problems))
            .ToArray();

        var directory = Paths.Full(ProjectDirectory, Directory);
        var stampFile = FullStampFile;
        var manifests = assemblies.SelectMany(a => a?.Manifests ?? []).ToArray();
        var onWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);
        var needs = Prerequisites.Of(assemblies.OfType<AssemblyManifests>());
        var files = OutputFiles.For(directory, assemblies[0]?.AssemblyName ?? "", manifests, onWindows, problems, WritesReadme ? needs : null);

        // All or nothing: with one manifest missing, kustomization.yaml would take an application out of the cluster's list.
        // Nor can we compare with the folder what we do not know as a whole.
        if (!Accept(problems))
        {
            return null;
        }

        var remembered = ManifestFolder.Remembered(stampFile, ProjectDirectory);
        var inTheWay = new List<Problem>();
        var plan = FolderPlanner.Plan(files, remembered, ManifestFolder.ReadIfThere, inTheWay);
        if (!Accept(inTheWay))
        {
            return null;
        }

        ManifestFolder.Apply(plan);

        // Last, since its time tells MSBuild that the work is done.
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(stampFile));
        AtomicFile.Write(stampFile, Encoding.UTF8.GetBytes(Stamp.Format(plan.Remembered, ProjectDirectory)));
        if (inTheWay.Count > 0)
        {
            // Not done: the next build has to warn again. With -warnaserror this one fails although the task cannot see it,
            // and a build that failed must not succeed the next time for no reason.
            File.SetLastWriteTimeUtc(stampFile, LongAgo);
        }

        return Summary.Of(ProjectFile, plan, Paths.ForCommandLine(StartDirectory, directory), needs);
    }

    private bool Accept(List<Problem> problems)
    {
        problems.ForEach(Report);
        return problems.All(p => p.IsWarning);
    }
}
