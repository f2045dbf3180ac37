using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using Holdfast.Local.Manifests;

namespace Holdfast.Local.Network;

/// <summary>Who is there and under which names: what a cluster's EndpointSlices and Services say.</summary>
internal sealed class ClusterNetwork(LoopbackBlock block, string defaultNamespace)
{
    private readonly ConcurrentDictionary<string, Endpoint> _endpoints = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Service, int Number), int> _servicePorts = new();

    /// <summary>The Services of all applications.</summary>
    public ImmutableArray<ServiceSpec> Services { get; private set; } = [];

    public string DefaultNamespace => defaultNamespace;

    public LoopbackBlock Block => block;

    public IEnumerable<Endpoint> Endpoints => _endpoints.Values.OrderBy(endpoint => endpoint.Key, StringComparer.Ordinal);

    public void Add(IEnumerable<ServiceSpec> services) =>
        Services = Services.AddRange(services.Select(service => service with { Namespace = service.Namespace ?? defaultNamespace }));

    public void Set(Endpoint endpoint) => _endpoints[endpoint.Key] = endpoint;

    public void Change(string key, Func<Endpoint, Endpoint> change)
    {
        while (_endpoints.TryGetValue(key, out Endpoint? endpoint) && !_endpoints.TryUpdate(key, change(endpoint), endpoint))
        {
        }
    }

    public void Remove(string key) => _endpoints.TryRemove(key, out _);

    public Endpoint? Find(string key) => _endpoints.GetValueOrDefault(key);

    /// <summary>The pods that DNS lists under a Service, by name.</summary>
    public Endpoint[] Listed(ServiceSpec service) =>
        [.. Endpoints.Where(endpoint => endpoint.Namespace == service.Namespace && service.Selects(endpoint.Labels) && (endpoint.IsReady || service.PublishesNotReady))];

    /// <summary>The address of a Service that has one.</summary>
    public IPAddress AddressOf(ServiceSpec service) => block.Of($"service {service.Namespace}/{service.Name}");

    /// <summary>The number here of a Service's port: the declared one, unless all have one address.</summary>
    public int ServicePort(ServiceSpec service, int number) => _servicePorts.GetValueOrDefault(($"{service.Namespace}/{service.Name}", number), number);

    /// <summary>A Service's port has another number here.</summary>
    public void SetServicePort(ServiceSpec service, int number, int actual) => _servicePorts[($"{service.Namespace}/{service.Name}", number)] = actual;

    /// <summary>The pod of a set that has a name under its governing Service, whether it runs or not.</summary>
    public Endpoint? Member(ServiceSpec service, string pod) =>
        Find($"{service.Namespace}/{pod}") is { } found && found.Subdomain == service.Name ? found
        : MemberOf(service, pod);

    /// <summary>Makes the endpoint of a member that does not run; set by the cluster, which knows the sets.</summary>
    public Func<ServiceSpec, string, Endpoint?> MemberOf { get; set; } = static (_, _) => null;
}
