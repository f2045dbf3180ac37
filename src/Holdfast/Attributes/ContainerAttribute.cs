namespace Holdfast;

/// <summary>The application's container.</summary>
/// <param name="image">The image with its tag or digest, for example <c>zookeeper:3.9.3</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ContainerAttribute(string image) : Attribute
{
    /// <summary>The image with its tag or digest.</summary>
    public string Image { get; } = image;

    /// <summary>The container's name, a DNS label; default: the application's name.</summary>
    public string? Name { get; set; }

    /// <summary>Kubernetes: <c>command</c>, in place of the image's entry point. No shell runs it unless it names one.</summary>
    public string[]? Command { get; set; }

    /// <summary>Kubernetes: <c>args</c>, in place of the image's own arguments.</summary>
    public string[]? Args { get; set; }
}
