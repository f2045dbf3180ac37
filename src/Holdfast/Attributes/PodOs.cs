namespace Holdfast;

/// <summary>The operating system of the containers.</summary>
public enum PodOs
{
    /// <summary>Linux.</summary>
    Linux,

    /// <summary>Windows.</summary>
    Windows,
}
