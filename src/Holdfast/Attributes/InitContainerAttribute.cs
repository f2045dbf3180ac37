namespace Holdfast;

/// <summary>
/// An init container, on a partial class inside the application's: it runs to its end before the application's container
/// starts, after those that are declared before it.
/// </summary>
/// <param name="image">The image with its tag or digest.</param>
/// <example>
/// <code title="members">
/// [InitContainer("registry.example/migrate:1.4.0", Command = new[] { "migrate", "--once" })]
/// public static partial class Migrate;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class InitContainerAttribute(string image) : ContainerSpecAttribute(image)
{
    /// <summary>
    /// Whether the container starts again when it ended. Kubernetes: <c>restartPolicy</c> of a container, since 1.35; left out, that
    /// of the pod: always for containers, and for init containers until they succeed.
    /// </summary>
    public ContainerRestartPolicy RestartPolicy { get; set; }
}
