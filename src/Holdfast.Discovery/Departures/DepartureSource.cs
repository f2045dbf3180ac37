namespace Holdfast.Discovery;

/// <summary>Where an answer comes from.</summary>
public enum DepartureSource
{
    /// <summary>From nowhere: nothing could be asked.</summary>
    None,

    /// <summary>From the StatefulSet, as the API server has it.</summary>
    ApiServer,

    /// <summary>From the local cluster that runs this process.</summary>
    LocalCluster,

    /// <summary>From the pod's mark, which a person or a script has set.</summary>
    Mark,
}
