using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Holdfast.Build;

/// <summary>What the tasks have in common: the stamp, and how they speak to the user.</summary>
public abstract class ManifestTask : Microsoft.Build.Utilities.Task
{
    private const string HelpPage = "https://github.com/holdfast-dotnet/holdfast/blob/main/docs/rules/";

    /// <summary>The file in obj that remembers what was written; a full path.</summary>
    [Required]
    public string StampFile { get; set; } = "";

    /// <summary>The project, where messages are shown; a full path.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The folder that the paths in the stamp start from.</summary>
    protected string ProjectDirectory => Path.GetDirectoryName(ProjectFile);

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
