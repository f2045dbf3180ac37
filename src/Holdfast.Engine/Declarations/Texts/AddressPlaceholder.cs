using System.Globalization;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Declarations.Texts;

/// <summary>What one placeholder of an address stands for: <c>{Front:Http}</c>, <c>{Http}</c>, <c>{Peers}</c>, <c>{first:Http}</c>.</summary>
internal sealed class AddressPlaceholder
{
    /// <summary>The first replica of a set.</summary>
    private const string First = "first";

    /// <summary>All replicas of a set.</summary>
    private const string Pods = "pods";

    private readonly AppDeclaration _target;
    private readonly string? _namespace;
    private readonly string? _clusterDomain;

    /// <param name="app">The application that the address is for.</param>
    /// <param name="target">The one that it is of.</param>
    public AddressPlaceholder(AppDeclaration app, AppDeclaration target)
    {
        _target = target;

        // Bare names resolve in one namespace; what declares none is taken to be in this one.
        string? other = GoverningService.Namespace(target);
        _namespace = other == GoverningService.Namespace(app) ? null : other;
        _clusterDomain = GoverningService.ClusterDomain(target) ?? GoverningService.ClusterDomain(app);
    }

    private string TargetName => _target.Type.Name;

    public AddressPart Resolve(string content)
    {
        string[] parts = [.. content.Split(':').Select(static part => part.Trim())];
        if (parts.Length > 2 || parts.Any(static part => part.Length == 0))
        {
            return AddressPart.Wrong($"'{{{content}}}' is not a placeholder");
        }

        string name = parts[0];
        string? port = parts.Length == 2 ? parts[1] : null;
        if (name is First or Pods)
        {
            return Replicas(name == Pods, port);
        }

        foreach (ContainerDeclaration container in _target.Containers)
        {
            if (container.ClientServices.FirstOrDefault(service => service.Member.Name == name) is { } found)
            {
                return Service(container, found, port);
            }
        }

        bool isPort = FindPort(name) is not null;
        PeerListDeclaration? list = _target.PeerLists.FirstOrDefault(list => list.Member.Name == name);
        if (!isPort && list is null)
        {
            return AddressPart.Wrong(
                $"'{name}' is not a member of '{TargetName}' with an address",
                name,
                port is null ? Names : _target.ClientServices.Select(static service => service.Member.Name).Concat(SetNames));
        }

        if (port is not null)
        {
            return AddressPart.Wrong($"'{name}' of '{TargetName}' is not a Service, so no port can follow it", name, [.. _target.ClientServices.Select(static service => service.Member.Name)]);
        }

        return list is null ? Number(FindPort(name)!.Number) : Peers(list);
    }

    /// <summary>All that a placeholder can begin with, for messages.</summary>
    public IEnumerable<string> Names => _target.ClientServices.Select(static service => service.Member.Name)
        .Concat(_target.Ports.Select(static port => port.Member.Name))
        .Concat(_target.PeerLists.Select(static list => list.Member.Name))
        .Concat(SetNames);

    private IEnumerable<string> SetNames => GoverningService.KnownName(_target).Length > 0 ? [First, Pods] : [];

    private AddressPart Service(ContainerDeclaration container, ClientServiceDeclaration service, string? port)
    {
        if (!service.Name.TryGet(out string? name))
        {
            return AddressPart.Unknown;
        }

        string host = KubernetesNames.ServiceHost(name, _namespace, _clusterDomain);
        if (port is null)
        {
            return AddressPart.Of(host);
        }

        PortDeclaration[] offered = [.. OfferedPorts.Of(_target, container, service.Spec)];
        return offered.FirstOrDefault(offer => offer.Member.Name == port) is { } found
            ? WithPort([host], found.ServicePort.State == DeclaredState.Absent ? found.Number : found.ServicePort)
            : NoPort(
                port,
                FindPort(port) is null ? null : $"the Service '{service.Member.Name}' of '{TargetName}' does not offer the port '{port}'",
                offered);
    }

    private AddressPart Replicas(bool all, string? port)
    {
        if (NoPodNames() is { } problem)
        {
            return AddressPart.Wrong(problem);
        }

        int count = DeclaredReplicas.Count(_target);
        if (all && count > DeclaredReplicas.MostListed)
        {
            return AddressPart.Wrong($"'{TargetName}' has {count} replicas, and at most {DeclaredReplicas.MostListed} are listed one by one");
        }

        string service = GoverningService.KnownName(_target);
        int start = DeclaredReplicas.Start(_target);
        IEnumerable<int> ordinals = all ? Enumerable.Range(start, DeclaredReplicas.Listed(_target)) : [start];
        string[] hosts = [.. ordinals.Select(ordinal => KubernetesNames.PodHost(DeclaredReplicas.Pod(_target, ordinal), service, _namespace, _clusterDomain))];
        if (port is null)
        {
            return AddressPart.Of(Join(hosts));
        }

        return FindPort(port) is { } found ? WithPort(hosts, found.Number) : NoPort(port, null, [.. _target.Ports]);
    }

    private AddressPart Peers(PeerListDeclaration list)
    {
        if (PeerListText.NamesPods(list) && NoPodNames() is { } problem)
        {
            return AddressPart.Wrong(problem);
        }

        // Of a referenced project only what is public is there.
        PeerTextSegment missing = PeerText.Parse(list.Each.OrDefault(string.Empty))
            .FirstOrDefault(segment => segment.Kind == PeerTextSegmentKind.Port && FindPort(segment.Text) is null);
        if (missing.Text is { } port)
        {
            return AddressPart.Wrong($"the text of the peer list '{list.Member.Name}' names '{port}', which is not a port that is visible here");
        }

        return list.Each.State == DeclaredState.Known && list.Separator.State == DeclaredState.Known
            ? AddressPart.Of(PeerListText.Expand(_target, list))
            : AddressPart.Unknown;
    }

    private string? NoPodNames()
    {
        if (_target.Kind != WorkloadKind.StatefulSet)
        {
            return $"'{TargetName}' is a {_target.Kind}, whose pods have random names and no DNS names";
        }

        return GoverningService.KnownName(_target).Length == 0
            ? $"no Service governs '{TargetName}', so its pods have no DNS names"
            : null;
    }

    private AddressPart NoPort(string port, string? problem, IReadOnlyList<PortDeclaration> candidates) => AddressPart.Wrong(
        problem ?? $"'{port}' is not a member of '{TargetName}' that declares a port",
        port,
        candidates.Select(static candidate => candidate.Member.Name));

    private PortDeclaration? FindPort(string member) => _target.Ports.FirstOrDefault(port => port.Member.Name == member);

    private static AddressPart WithPort(IEnumerable<string> hosts, Declared<int> number) => number.TryGet(out int known)
        ? AddressPart.Of(Join(hosts.Select(host => host + ":" + known.ToString(CultureInfo.InvariantCulture))))
        : AddressPart.Unknown;

    private static AddressPart Number(Declared<int> number) => number.TryGet(out int known)
        ? AddressPart.Of(known.ToString(CultureInfo.InvariantCulture))
        : AddressPart.Unknown;

    private static string Join(IEnumerable<string> items) => string.Join(ManifestDefaults.PeerSeparator, items);
}
