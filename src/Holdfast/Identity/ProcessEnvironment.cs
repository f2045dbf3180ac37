using System.Security;

namespace Holdfast;

/// <summary>The environment of this process.</summary>
internal sealed class ProcessEnvironment : IPodEnvironment
{
    public static ProcessEnvironment Instance { get; } = new();

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

    public string? Variable(string name) => Environment.GetEnvironmentVariable(name);

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
