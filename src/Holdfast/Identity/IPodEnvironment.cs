namespace Holdfast;

/// <summary>
/// What a process can find out about the pod that it runs in; implement it for tests, or for a process that plays a pod outside one.
/// </summary>
public interface IPodEnvironment
{
    /// <summary>The host name, or the empty string when the system does not know it.</summary>
    string HostName { get; }

    /// <summary>An environment variable's value.</summary>
    /// <param name="name">The variable's name.</param>
    /// <returns>Its value, or <see langword="null"/> when it is not set.</returns>
    string? Variable(string name);

    /// <summary>A file's text.</summary>
    /// <param name="path">The file's absolute path.</param>
    /// <returns>Its text, or <see langword="null"/> when it cannot be read, whatever the reason.</returns>
    string? ReadFile(string path);
}
