using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;

namespace Holdfast.Engine.Composing;

/// <summary>A container's probe.</summary>
internal static class ProbeComposer
{
    public static MappingNode? Compose(AppDeclaration app, ProbeDeclaration? probe)
    {
        if (probe is null)
        {
            return null;
        }

        MappingNode node = new MappingBuilder()
            .Add("exec", Exec(probe))
            .Add("httpGet", HttpGet(app, probe))
            .Add("tcpSocket", TcpSocket(app, probe))
            .Add("grpc", Grpc(app, probe))
            .Add("initialDelaySeconds", probe.InitialDelaySeconds)
            .Add("periodSeconds", probe.PeriodSeconds)
            .Add("timeoutSeconds", probe.TimeoutSeconds)
            .Add("successThreshold", probe.SuccessThreshold)
            .Add("failureThreshold", probe.FailureThreshold)
            .Build(probe.Place.Location);
        return FieldValues.Put(node, FieldPlace.Probe, probe.Fields);
    }

    private static MappingNode? Exec(ProbeDeclaration probe) =>
        new MappingBuilder().Add("command", probe.Command).BuildOrNull();

    private static MappingNode? HttpGet(AppDeclaration app, ProbeDeclaration probe) =>
        probe.HttpPath.State == DeclaredState.Absent
            ? null
            : new MappingBuilder()
                .Add("path", probe.HttpPath)
                .Add("host", probe.Host)
                .Add("port", Port(app, probe.Port, probe.PortNumber))
                .Add("scheme", probe.Https.OrDefault(false) ? ScalarNode.String("HTTPS", probe.Https.Location) : null)
                .Add("httpHeaders", Headers(probe.HttpHeaders))
                .Build();

    private static MappingNode? TcpSocket(AppDeclaration app, ProbeDeclaration probe) =>
        probe.HttpPath.State == DeclaredState.Absent && Port(app, probe.Port, probe.GrpcPort.State == DeclaredState.Absent ? probe.PortNumber : default) is { } port
            ? new MappingBuilder().Add("host", probe.Host).Add("port", port).Build()
            : null;

    /// <summary>gRPC is the one probe whose port must be a number.</summary>
    private static MappingNode? Grpc(AppDeclaration app, ProbeDeclaration probe) =>
        probe.GrpcPort.State == DeclaredState.Absent
            ? null
            : new MappingBuilder().Add("port", Find(app, probe.GrpcPort) is { } port ? Nodes.Of(port.Number) : new UnknownNode(probe.GrpcPort.Location))
                .Add("service", probe.GrpcService)
                .Build();

    private static ManifestNode? Headers(Declared<EquatableArray<string>> headers) => headers.TryGet(out EquatableArray<string> lines)
        ? new SequenceNode(
            lines.Select(line =>
            {
                int colon = line.IndexOf(':');
                return new MappingBuilder()
                    .Add("name", ScalarNode.String((colon < 0 ? line : line.Substring(0, colon)).Trim(), headers.Location))
                    .Add("value", ScalarNode.String(colon < 0 ? string.Empty : line.Substring(colon + 1).Trim(), headers.Location))
                    .Build(headers.Location);
            }),
            headers.Location)
        : Nodes.Of(headers);

    /// <summary>The number where there is one; else the name of the member's port.</summary>
    public static ManifestNode? Port(AppDeclaration app, Declared<string> member, Declared<int> number) =>
        number.State == DeclaredState.Absent ? PortName(app, member) : Nodes.Of(number);

    private static ManifestNode? PortName(AppDeclaration app, Declared<string> member)
    {
        if (member.State == DeclaredState.Absent)
        {
            return null;
        }

        return Find(app, member) is { } port && port.Name.TryGet(out string? name)
            ? ScalarNode.String(name, member.Location)
            : new UnknownNode(member.Location);
    }

    private static PortDeclaration? Find(AppDeclaration app, Declared<string> member) =>
        member.TryGet(out string? name) ? app.Ports.FirstOrDefault(port => port.Member.Name == name) : null;
}
