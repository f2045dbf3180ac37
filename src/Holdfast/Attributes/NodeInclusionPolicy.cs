namespace Holdfast;

/// <summary>Whether nodes that a member cannot run on count when members are spread.</summary>
public enum NodeInclusionPolicy
{
    /// <summary>They do not.</summary>
    Honor,

    /// <summary>They do.</summary>
    Ignore,
}
