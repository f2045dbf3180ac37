namespace Holdfast;

/// <summary>
/// A Service with an address of its own for each member, on a <c>static partial</c> property of type
/// <see cref="MemberServices"/>: for clients that must reach a certain member from where its DNS name is not known, such
/// as outside of the cluster. There is one for each of the declared <see cref="StatefulAppAttribute.Replicas"/>,
/// of which there can be no more than 10,000 then (HF9024).
/// </summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class MemberServiceAttribute : ServiceSpecAttribute
{
    /// <summary>
    /// What the Services' names begin with, a DNS label that begins with a letter; a dash and the member's ordinal follow.
    /// Default: the application's name, so that they are called like the pods (<c>zookeeper-0</c>).
    /// </summary>
    public string? Name { get; set; }
}
