namespace Holdfast;

/// <summary>
/// An init container, on a partial class inside the application's: it runs to its end before the application's container
/// starts, after those that are declared before it.
/// </summary>
/// <param name="image">The image with its tag or digest.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class InitContainerAttribute(string image) : ContainerSpecAttribute(image)
{
}
