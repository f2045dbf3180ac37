using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.ServiceDiscovery;

namespace Holdfast.Discovery;

/// <summary>Takes the names of an application's Service and replicas; it leaves all other names alone.</summary>
/// <param name="directory">
/// The application's directory, not asked for before a name is: making it needs an identity, which others do not.
/// </param>
internal sealed class ReplicaEndpointProviderFactory(Func<PeerDirectory> directory) : IServiceEndpointProviderFactory
{
    public bool TryCreateProvider(ServiceEndpointQuery query, [NotNullWhen(true)] out IServiceEndpointProvider? provider)
    {
        PeerDirectory replicas = directory();

        // On a developer's machine there is no namespace, and replicas' addresses are configured by other means.
        provider = replicas.LocatedSet is { } set && ReplicaName.TryParse(set, query.ServiceName, out int? ordinal)
            ? new ReplicaEndpointProvider(replicas, PortCalled(set, query.EndpointName), ordinal)
            : null;
        return provider is not null;
    }

    // The number is what SRV records say; the one here is never used.
    private static ServicePort? PortCalled(StatefulSetInfo set, string? name) =>
        string.IsNullOrEmpty(name) ? null : new ServicePort(set, name, WellKnown.KubernetesLimits.MinPort, PortProtocol.Tcp);
}
