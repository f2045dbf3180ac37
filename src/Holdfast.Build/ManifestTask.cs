using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Holdfast.Build;

/// <summary>What the tasks have in common: the stamp, and how they speak to the user.</summary>
public abstract class ManifestTask : Microsoft.Build.Utilities.Task
{
    private const string HelpPage = "https://github.com/holdfast-dotnet/holdfast/blob/main/docs/rules/";

    /// <summary>The file in obj that remembers what was written; from the project's folder, or a full path.</summary>
    [Required]
    public string StampFile { get; set; } = "";

    /// <summary>The project, where messages are shown; a full path.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>
    /// The folder that relative paths start from. Never the current directory: MSBuild may run several projects in one process.
    /// </summary>
    protected string ProjectDirectory => Path.GetDirectoryName(ProjectFile);

    /// <summary>The full path of the stamp.</summary>
    protected string FullStampFile => Paths.Full(ProjectDirectory, StampFile);

    /// <summary>Whether <paramref name="error"/> is the file system's doing and deserves a sentence, not a stack trace.</summary>
    protected static bool IsFileSystem(Exception error) => error
        is IOException
        or UnauthorizedAccessException
        or System.Security.SecurityException
        or ArgumentException
        or NotSupportedException;

    private protected void Report(Problem problem)
    {
        // Without a file MSBuild would point into Holdfast.targets, which is nothing that the user can change.
        if (problem.IsWarning)
        {
            Log.LogWarning(null, problem.Code, problem.Code, HelpPage + problem.Code + ".md", ProjectFile, 0, 0, 0, 0, "{0}", problem.Text);
        }
        else
        {
            Log.LogError(null, problem.Code, problem.Code, HelpPage + problem.Code + ".md", ProjectFile, 0, 0, 0, 0, "{0}", problem.Text);
        }
    }
}
