namespace Holdfast;

/// <summary>When a node pulls an image.</summary>
public enum ImagePullPolicy
{
    /// <summary>Where the node does not have it.</summary>
    IfNotPresent,

    /// <summary>At every start of the container.</summary>
    Always,

    /// <summary>Never: the container does not start where the node does not have it.</summary>
    Never,
}
