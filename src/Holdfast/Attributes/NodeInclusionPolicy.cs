namespace Holdfast;

/// <summary>Whether nodes that a replica cannot run on count when replicas are spread.</summary>
public enum NodeInclusionPolicy
{
    /// <summary>They do not.</summary>
    Honor,

    /// <summary>They do.</summary>
    Ignore,
}
