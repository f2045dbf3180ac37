namespace Holdfast;

/// <summary>A line of the containers' <c>/etc/hosts</c>. Kubernetes: <c>hostAliases</c>.</summary>
/// <param name="ip">The IP address.</param>
/// <param name="hostnames">The names that lead to it, one or more.</param>
/// <example>
/// <code title="attributes">
/// [HostAlias("10.1.2.3", "legacy.example.com")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class HostAliasAttribute(string ip, params string[] hostnames) : RepeatableDeclarationAttribute
{
    /// <summary>The IP address.</summary>
    public string Ip { get; } = ip;

    /// <summary>The names that lead to it.</summary>
    public string[] Hostnames { get; } = hostnames;
}
