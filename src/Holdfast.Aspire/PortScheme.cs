using Holdfast.Local.Manifests;

namespace Holdfast.Aspire;

/// <summary>What stands before the address of a port.</summary>
internal static class PortScheme
{
    /// <summary>The port's name says it, as Kubernetes' conventions have it (<c>http</c>, <c>https-admin</c>), or a probe that asks it by HTTP.</summary>
    public static string Of(AppSpec app, PortSpec port)
    {
        string first = port.Name.Split('-')[0];
        if (first is "http" or "https")
        {
            return first;
        }

        ActionSpec? probe = app.AllContainers
            .SelectMany(container => new[] { container.Readiness, container.Liveness, container.Startup })
            .OfType<ProbeSpec>()
            .Select(found => found.Action)
            .FirstOrDefault(action => action.HttpPort == port.Number);
        return probe is null ? "tcp" : probe.Https ? "https" : "http";
    }
}
