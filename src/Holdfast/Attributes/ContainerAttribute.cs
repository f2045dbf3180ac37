namespace Holdfast;

/// <summary>
/// The application's container; on a partial class inside the application's, a further container beside it. What is declared
/// in such a class (ports, claims, peer lists, environment, probes, resources) belongs to its container.
/// </summary>
/// <param name="image">The image with its tag or digest, for example <c>zookeeper:3.9.3</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ContainerAttribute(string image) : ContainerSpecAttribute(image)
{
}
