namespace Holdfast;

/// <summary>
/// A sidecar, on a partial class inside the application's: it starts before the application's container, keeps running
/// beside it and stops after it. Kubernetes: an init container that is always restarted (since 1.29).
/// </summary>
/// <param name="image">The image with its tag or digest.</param>
/// <example>
/// <code title="members">
/// [Sidecar("registry.example/proxy:2.1.0")]
/// public static partial class Proxy
/// {
///     [Port(9901)]
///     public static partial ServicePort Admin { get; }
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class SidecarAttribute(string image) : ContainerSpecAttribute(image)
{
}
