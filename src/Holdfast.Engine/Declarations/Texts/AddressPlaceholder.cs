using System.Globalization;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Declarations.Texts;

/// <summary>What one placeholder of an address stands for: <c>{Front:Http}</c>, <c>{Http}</c>, <c>{Peers}</c>, <c>{first:Http}</c>.</summary>
internal sealed class AddressPlaceholder
{
    /// <summary>The first replica of a set.</summary>
    public const string First = "first";

    /// <summary>All replicas of a set.</summary>
    public const string Pods = "pods";

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

        if (all && TooManyReplicas(_target) is { } many)
        {
            return AddressPart.Wrong(many);
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
        PeerTextSegment? missing = PeerText.Parse(list.Each.OrDefault(string.Empty))
            .FirstOrDefault(segment => segment.Kind == PeerTextSegmentKind.Port && FindPort(segment.Text) is null);
        if (missing is not null)
        {
            return AddressPart.Wrong($"the text of the peer list '{list.Member.Name}' names '{missing.Text}', which is not a port that is visible here");
        }

        return list.Each.State == DeclaredState.Known && list.Separator.State == DeclaredState.Known
            ? AddressPart.Of(PeerListText.Expand(_target, list))
            : AddressPart.Unknown;
    }

    private string? NoPodNames() => NoPodNames(_target);

    /// <summary>Why the pods of an application have no names that others find them by; null where they have.</summary>
    public static string? NoPodNames(AppDeclaration app)
    {
        if (app.Kind != WorkloadKind.StatefulSet)
        {
            return $"'{app.Type.Name}' is a {app.Kind}, whose pods have random names and no DNS names";
        }

        return GoverningService.KnownName(app).Length == 0
            ? $"no Service governs '{app.Type.Name}', so its pods have no DNS names"
            : null;
    }

    /// <summary>Why the replicas of an application are not listed one by one; null where they are.</summary>
    public static string? TooManyReplicas(AppDeclaration app) => DeclaredReplicas.Count(app) is > DeclaredReplicas.MostListed and { } count
        ? $"'{app.Type.Name}' has {count} replicas, and at most {DeclaredReplicas.MostListed} are listed one by one"
        : null;

    /// <summary>The member that is the one Service with a port, for placeholders that name the port alone.</summary>
    public AddressPart ResolveAlone(string? port)
    {
        (ContainerDeclaration Container, ClientServiceDeclaration Service)[] services =
        [
            .. from container in _target.Containers
               from service in container.ClientServices
               where port is null || OfferedPorts.Of(_target, container, service.Spec).Any(offered => offered.Member.Name == port)
               select (container, service),
        ];
        if (services.Length == 1)
        {
            return Service(services[0].Container, services[0].Service, port);
        }

        if (port is not null && FindPort(port) is null)
        {
            return NoPort(port, null, [.. _target.Ports]);
        }

        string what = port is null ? "Services" : $"Services with the port '{port}'";
        string[] candidates = [.. (services.Length == 0 ? _target.ClientServices : services.Select(static found => found.Service))
            .Select(service => TargetName + "." + service.Member.Name + (port is null ? string.Empty : ":" + port))];
        return AddressPart.Wrong(
            services.Length == 0 ? $"'{TargetName}' has no {what}" : $"'{TargetName}' has {services.Length} {what}",
            null,
            candidates.Length == 0 ? [.. Names.Select(name => TargetName + "." + name)] : candidates);
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
