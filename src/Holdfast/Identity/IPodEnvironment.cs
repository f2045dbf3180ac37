namespace Holdfast;

/// <summary>What a process can find out about the pod that it runs in.</summary>
internal interface IPodEnvironment
{
    /// <summary>The host name, or the empty string when the system does not tell it.</summary>
    string HostName { get; }

    /// <summary>An environment variable's value, or null when it is not set.</summary>
    string? Variable(string name);

    /// <summary>A file's text, or null when it cannot be read, whatever the reason.</summary>
    string? ReadFile(string path);
}
