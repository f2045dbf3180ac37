namespace Holdfast;

/// <summary>
/// Configures the governing headless Service, which gives each pod its DNS name. Without this attribute the Service
/// has the application's name and publishes replicas before they are ready, so that they can find each other.
/// </summary>
/// <param name="name">
/// The Service's name, a DNS label of at most 63 characters that begins with a letter; left out, the set's
/// <see cref="StatefulAppAttribute.ServiceName"/>, or else the application's name.
/// </param>
/// <example>
/// <code title="attributes">
/// [HeadlessService("orders-peers", IpFamilyPolicy = IpFamilyPolicy.PreferDualStack)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class HeadlessServiceAttribute(string? name = null) : DeclarationAttribute
{
    /// <summary>The Service's name.</summary>
    public string? Name { get; } = name;

    /// <summary>
    /// Whether DNS lists replicas that are not ready yet; default <see langword="true"/>, since replicas that look for
    /// each other in order to become ready would otherwise wait forever.
    /// </summary>
    public bool PublishNotReadyAddresses { get; set; } = true;

    /// <summary>Of how many IP versions DNS has addresses; left out, <see cref="IpFamilyPolicy.SingleStack"/>.</summary>
    public IpFamilyPolicy IpFamilyPolicy { get; set; }

    /// <summary>The IP versions of the addresses in DNS, the more important one first; left out, the cluster's.</summary>
    public IpFamily[]? IpFamilies { get; set; }

    /// <summary>Labels of the pods that it lists, each as <c>key=value</c>, in place of the application's.</summary>
    public string[]? Selector { get; set; }
}
