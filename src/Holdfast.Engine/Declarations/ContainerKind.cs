namespace Holdfast.Engine.Declarations;

/// <summary>What a container is to its pod.</summary>
internal enum ContainerKind
{
    /// <summary>One that runs beside the others: the application's own, or a further one.</summary>
    Container,

    /// <summary>One that starts before them, runs beside them and stops after them.</summary>
    Sidecar,

    /// <summary>One that ends before they start.</summary>
    Init,
}
