namespace Holdfast;

/// <summary>What the controller sees of a pod.</summary>
internal enum PodPhase
{
    /// <summary>Created, and it becomes Ready by itself.</summary>
    Starting,

    Ready,

    /// <summary>It becomes Ready only when it is fixed by hand.</summary>
    Unready,

    Failed,

    /// <summary>Being deleted; it goes by itself.</summary>
    Terminating,

    /// <summary>Being deleted; it goes only with help.</summary>
    Held,

    /// <summary>Not the set's, but under the name of one of its replicas.</summary>
    Foreign,
}
