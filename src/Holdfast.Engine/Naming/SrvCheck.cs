using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Rules;
using Holdfast.Engine.Rules.Names;

namespace Holdfast.Engine.Naming;

/// <summary>Judges the name of an SRV record, <c>_port._protocol.service</c>, of a known Service.</summary>
internal static class SrvCheck
{
    public static NameFinding? Judge(HostName host, string text, KnownSets known)
    {
        if (host.Labels.Length < 3
            || host.IsOpen(0)
            || host.IsOpen(1)
            || host.Labels[1] is not ("_tcp" or "_udp" or "_sctp")
            || (host.Labels.Length > 4 && !host.HasServiceLabelAt(4)))
        {
            return null;
        }

        string name = host.Labels[0].Substring(1);
        string protocol = host.Labels[1].Substring(1);
        NameFinding? first = null;
        foreach (KnownService service in known.ServicesNamed(host.Labels[2]))
        {
            if (service.Ports.IsDefault || service.Ports.Any(port => port.Name == name && port.Protocol == protocol))
            {
                return null;
            }

            first ??= Wrong(host, text, service, name, protocol);
        }

        return first;
    }

    private static NameFinding Wrong(HostName host, string text, KnownService service, string name, string protocol)
    {
        KnownPort? meant = service.Ports.FirstOrDefault(port => port.Name == name)
            ?? (NearestName.Find(name, service.Ports.Select(static port => port.Name).Where(static port => port.Length > 0)) is { } nearest
                ? service.Ports.First(port => port.Name == nearest)
                : null);
        string[] named = [.. service.Ports.Where(static port => port.Name.Length > 0).Select(static port => $"_{port.Name}._{port.Protocol}")];
        string problem = meant?.Name == name
            ? $"has '{name}' as {meant.Protocol.ToUpperInvariant()}, not {protocol.ToUpperInvariant()}"
            : $"has no port '{name}'";
        string advice = meant is not null
            ? $"write '_{meant.Name}._{meant.Protocol}'"
            : named.Length == 0 ? "name the port" : "the ports are: " + string.Join(", ", named);
        int rest = host.Labels[0].Length + 1 + host.Labels[1].Length;
        return new NameFinding(SrvNameRule.Rule, host.Start, host.Length, HostText.Display(text.Substring(host.Start, host.Length)), service.Name, problem, advice)
        {
            Replacement = meant is null ? null : $"_{meant.Name}._{meant.Protocol}" + text.Substring(host.Start + rest, host.Length - rest),
            Member = meant is not null && host.Labels.Length == 3 ? Member(service, meant) : null,
        };
    }

    /// <summary>The member for a port, which is about the governing Service.</summary>
    private static (DeclaredApp App, string Expression)? Member(KnownService service, KnownPort port)
    {
        if (service.Declared is not { } declared || GoverningService.KnownName(declared.App) != service.Name)
        {
            return null;
        }

        PortDeclaration? found = declared.App.Ports.FirstOrDefault(candidate =>
            candidate.Name.TryGet(out string? name) && name == port.Name && candidate.Protocol.OrDefault(PortProtocol.Default).ToLowerInvariant() == port.Protocol && candidate.Member.CanImplement);
        return found is not null && declared.App.Container.Ports.Contains(found) ? (declared, found.Member.Name + ".SrvName") : null;
    }
}
