using System.Globalization;
using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;

namespace Holdfast.Engine.Importing;

/// <summary>
/// Which ports of the containers become members, and which of them each Service offers. One member is one name and one number in the
/// pod and in all Services, so what a Service calls otherwise is left to its patch.
/// </summary>
internal sealed class PortPlan
{
    private readonly List<PlannedPort> _ports = [];

    private readonly ImportGroup _group;

    public PortPlan(ImportGroup group, MemberNaming naming)
    {
        _group = group;

        // The pods of a Job have no clients, so their ports are left to a patch.
        if (!group.ServesClients)
        {
            return;
        }

        List<MappingNode> containers = [.. group.Pod["containers"].Mappings(), .. group.Pod["initContainers"].Mappings()];

        // A number that is there twice has two names, and a member has one.
        ILookup<(string?, string), MappingNode> byNumber = containers.SelectMany(static container => container["ports"].Mappings())
            .ToLookup(static port => ((port["containerPort"] as ScalarNode)?.Text, PortProtocol.Of(port)));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (MappingNode container in containers)
        {
            foreach (MappingNode port in container["ports"].Mappings())
            {
                if (port["containerPort"].TryGetInteger(out long number) && number is > 0 and <= 65535
                    && PortProtocol.Of(port) is "TCP" or "UDP" or "SCTP"
                    && byNumber[((port["containerPort"] as ScalarNode)?.Text, PortProtocol.Of(port))].Count() == 1)
                {
                    string name = NameOf(port, number);
                    if (names.Add(name))
                    {
                        _ports.Add(new PlannedPort(container, port, (int)number, name));
                    }
                }
            }
        }

        IsGovernedByOwn = group.Governing is { } governing && _ports.All(port => Offers(governing, port, isHeadless: true));
        foreach (PlannedPort port in _ports)
        {
            port.Declaration = Declare(port, naming);
        }
    }

    /// <summary>Whether the governing Service offers each port as <c>[HeadlessService]</c> would.</summary>
    public bool IsGovernedByOwn { get; }

    public IEnumerable<PortDeclaration> Of(MappingNode container) =>
        _ports.Where(port => ReferenceEquals(port.Container, container)).Select(static port => port.Declaration!);

    /// <summary>The port that a probe or a hook names by its name or its number; null where it does not become a member.</summary>
    public PortDeclaration? Find(ManifestNode? reference) => _ports.FirstOrDefault(port => Leads(reference, port))?.Declaration;

    /// <summary>The members that a Service offers as they are; absent where those are all.</summary>
    public Declared<EquatableArray<string>> OfferedBy(MappingNode service)
    {
        List<MappingNode> inService = [.. service.At("spec", "ports").Mappings()];
        PlannedPort[] offered =
        [
            .. _ports.Where(port => Offers(service, port, isHeadless: false))
                .OrderBy(port => inService.FindIndex(node => IsOffer(node, port, port.Declaration!.ServicePort.OrDefault(port.Number)))),
        ];
        return offered.SequenceEqual(_ports) ? default : Said.Of(offered.Select(static port => port.Declaration!.Member.Name).ToEquatableArray());
    }

    private bool Offers(MappingNode service, PlannedPort port, bool isHeadless)
    {
        int number = isHeadless || port.Declaration is null ? port.Number : port.Declaration.ServicePort.OrDefault(port.Number);
        return service.At("spec", "ports").Mappings().Any(offered => IsOffer(offered, port, number));
    }

    private static bool IsOffer(MappingNode offered, PlannedPort port, int number) =>
        offered["port"].TryGetInteger(out long actual) && actual == number
        && PortProtocol.Of(offered) == PortProtocol.Of(port.Node)
        && (offered["name"] is null || offered["name"].Is(port.Name))
        && (offered["targetPort"] is null ? actual == port.Number : Leads(offered["targetPort"], port));

    private static bool Leads(ManifestNode? reference, PlannedPort port) =>
        reference.Is(port.Name) || (reference.TryGetInteger(out long number) && number == port.Number);

    private PortDeclaration Declare(PlannedPort port, MemberNaming naming)
    {
        IEnumerable<MappingNode> services = IsGovernedByOwn || _group.Governing is null ? _group.Services : [_group.Governing, .. _group.Services];
        List<MappingNode> offered =
        [
            .. services.SelectMany(static service => service.At("spec", "ports").Mappings()).Where(offered =>
                PortProtocol.Of(offered) == PortProtocol.Of(port.Node)
                && (offered["targetPort"] is { } target ? Leads(target, port) : Leads(offered["port"], port))),
        ];
        bool isPlain = offered.Any(other => other["port"].TryGetInteger(out long number) && number == port.Number);
        MappingNode? moved = isPlain ? null : offered.FirstOrDefault();
        MemberShape member = naming.Take(port.Name, "Port");
        string protocol = PortProtocol.Of(port.Node);
        return new PortDeclaration(
            member,
            Said.Of(port.Number),
            Said.Of(port.Name),
            protocol == PortProtocol.Default ? default : Said.Of(protocol),
            Said.Int(moved?["port"]),
            Said.Int(offered.Select(static other => other["nodePort"]).FirstOrDefault(static node => node is not null)),
            Said.Int(port.Node["hostPort"]),
            Said.Text(offered.Concat(_group.Governing.At("spec", "ports").Mappings().Where(other => IsOffer(other, port, port.Number)))
                .Select(static other => other["appProtocol"])
                .FirstOrDefault(static node => node is not null)))
        {
            Fields = FieldValues.Take("Port", FieldPlace.Port, port.Node),
        };
    }

    /// <summary>The container's own name for it, else that of a Service that leads to it, else one of its number.</summary>
    private string NameOf(MappingNode port, long number)
    {
        if (port["name"].TryGetString(out string? own) && own.Length > 0)
        {
            return own;
        }

        IEnumerable<MappingNode> services = _group.Governing is null ? _group.Services : [_group.Governing, .. _group.Services];
        return services.SelectMany(static service => service.At("spec", "ports").Mappings())
            .Where(offered => PortProtocol.Of(offered) == PortProtocol.Of(port)
                && (offered["targetPort"] ?? offered["port"]).TryGetInteger(out long target) && target == number)
            .Select(static offered => offered["name"].TryGetString(out string? name) ? name : string.Empty)
            .FirstOrDefault(static name => PortName.Problem(name) is null)
            ?? "port-" + number.ToString(CultureInfo.InvariantCulture);
    }

    private sealed class PlannedPort(MappingNode container, MappingNode node, int number, string name)
    {
        public MappingNode Container { get; } = container;

        public MappingNode Node { get; } = node;

        public int Number { get; } = number;

        public string Name { get; } = name;

        public PortDeclaration? Declaration { get; set; }
    }
}
