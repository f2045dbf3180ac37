namespace Holdfast;

/// <summary>How the members of a cluster become one when they start for the first time.</summary>
public enum Bootstrap
{
    /// <summary>They find each other and agree, whoever starts first.</summary>
    Members,

    /// <summary>The first member founds the cluster alone, and the others join it.</summary>
    FirstMember,
}
