using System.Security;

namespace Holdfast;

/// <summary>The environment of this process: its variables, its host name and the files that it sees.</summary>
public sealed class ProcessEnvironment : IPodEnvironment
{
    private ProcessEnvironment()
    {
    }

    /// <summary>The environment of this process.</summary>
    public static ProcessEnvironment Instance { get; } = new();

    /// <inheritdoc/>
    public string HostName
    {
        get
        {
            try
            {
                return Environment.MachineName;
            }
            catch (InvalidOperationException)
            {
                return "";
            }
        }
    }

    /// <inheritdoc/>
    public string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    /// <inheritdoc/>
    public string? ReadFile(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException)
        {
            return null;
        }
    }
}
