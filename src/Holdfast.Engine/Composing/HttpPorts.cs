using System.Globalization;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Composing;

/// <summary>
/// Where ASP.NET Core listens in an image that the project publishes: on the ports that are declared for HTTP, where they are not the image's own
/// one and nothing else says it.
/// </summary>
internal static class HttpPorts
{
    private const string Variable = "ASPNETCORE_HTTP_PORTS";

    private const string Separator = ";";

    /// <summary>The protocols that Services state for it, but those with TLS.</summary>
    private static readonly string[] Protocols = ["http", "kubernetes.io/h2c", "kubernetes.io/ws"];

    /// <summary>The variable; null where none is needed.</summary>
    public static ManifestNode? Compose(ContainerDeclaration container)
    {
        if (container.Published?.HttpPort is not { } usual || SaysOtherwise(container))
        {
            return null;
        }

        PortDeclaration[] ports = [.. container.Ports.Where(IsHttp)];
        return ports.Length == 0 || ports.All(port => port.Number.OrDefault(usual) == usual)
            ? null
            : new MappingBuilder()
                .Add("name", Variable)
                .Add("value", ScalarNode.String(
                    string.Join(Separator, ports.Select(static port => port.Number.OrDefault(0).ToString(CultureInfo.InvariantCulture)).Distinct(StringComparer.Ordinal)),
                    ports[0].Number.Location))
                .Build(ports[0].Member.Location);
    }

    private static bool IsHttp(PortDeclaration port) =>
        port.Protocol.OrDefault("TCP") == "TCP"
        && (port.AppProtocol.TryGet(out string? protocol) ? Protocols.Contains(protocol) : port.Name.OrDefault(string.Empty) == "http");

    /// <summary>Whether addresses may come from elsewhere: another variable, one of a ConfigMap or Secret, or an argument.</summary>
    private static bool SaysOtherwise(ContainerDeclaration container) =>
        container.EnvFrom.Count > 0
        || container.Env.Any(static variable => !variable.Name.TryGet(out string? name) || MaySayPorts(name))
        || container.Command.OrDefault(EquatableArray<string>.Empty).Concat(container.Args.OrDefault(EquatableArray<string>.Empty)).Any(MaySayPorts)
        || container.Command.State == DeclaredState.Unknown
        || container.Args.State == DeclaredState.Unknown;

    private static bool MaySayPorts(string text) =>
        text.IndexOf("urls", StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf("ports", StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf("kestrel", StringComparison.OrdinalIgnoreCase) >= 0;
}
