namespace Holdfast;

/// <summary>How the replicas of a cluster become one when they start for the first time.</summary>
public enum Bootstrap
{
    /// <summary>They find each other and agree, in whatever order they start.</summary>
    Replicas,

    /// <summary>The first replica founds the cluster alone, and the others join it.</summary>
    FirstReplica,
}
