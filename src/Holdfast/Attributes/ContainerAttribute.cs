namespace Holdfast;

/// <summary>
/// The application's container; on a partial class inside the application's, a further container beside it. What is declared
/// in such a class (ports, claims, peer lists, environment, probes, resources) belongs to its container.
/// </summary>
/// <param name="image">
/// The image with its tag or digest, for example <c>zookeeper:3.9.3</c>. Left out, the application's own container has the
/// image that <c>dotnet publish -t:PublishContainer</c> makes of the project: <c>ContainerRepository</c>,
/// <c>ContainerImageTag</c> and <c>ContainerRegistry</c> name it.
/// </param>
/// <example>
/// <code title="">
/// using Holdfast;
///
/// [StatefulApp("orders")]
/// [Container("registry.example/orders:1.4.0", Args = new[] { "--data", "/data" }, ImagePullPolicy = ImagePullPolicy.IfNotPresent)]
/// public sealed partial class Orders;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class ContainerAttribute(string? image = null) : ContainerSpecAttribute(image)
{
    /// <summary>
    /// Whether the container starts again when it ended. Kubernetes: <c>restartPolicy</c> of a container, since 1.35; left out, that
    /// of the pod: always for containers, and for init containers until they succeed.
    /// </summary>
    public ContainerRestartPolicy RestartPolicy { get; set; }
}
