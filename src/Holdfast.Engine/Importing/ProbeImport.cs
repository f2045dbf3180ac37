using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>Probes and hooks of a container.</summary>
internal static class ProbeImport
{
    /// <summary>The probe; null where there is none, or none that an attribute can say.</summary>
    public static ProbeDeclaration? Probe(string attribute, ManifestNode? node, PortPlan ports)
    {
        if (node is not MappingNode probe)
        {
            return null;
        }

        Declared<EquatableArray<string>> command = Said.Texts(probe.At("exec", "command"));
        Declared<string> path = default;
        Declared<string> port = default;
        Declared<string> grpc = default;
        Declared<int> number = default;
        if (probe["httpGet"] is MappingNode http)
        {
            path = Said.Of(http["path"].TryGetString(out string? text) ? text : "/");
            (port, number) = Port(http["port"], ports);
        }
        else if (probe["tcpSocket"] is MappingNode tcp)
        {
            (port, number) = Port(tcp["port"], ports);
        }
        else if (probe["grpc"] is MappingNode call)
        {
            grpc = Member(call["port"], ports);
        }

        bool isSaid = command.State == DeclaredState.Known || port.State == DeclaredState.Known || number.State == DeclaredState.Known || grpc.State == DeclaredState.Known;
        return isSaid
            ? new ProbeDeclaration(
                command,
                path,
                port,
                grpc,
                Said.Int(probe["initialDelaySeconds"]),
                Said.Int(probe["periodSeconds"]),
                Said.Int(probe["timeoutSeconds"]),
                Said.Int(probe["failureThreshold"]),
                Said.Int(probe["successThreshold"]),
                probe.At("httpGet", "scheme").Is("HTTPS") ? Said.Of(true) : default,
                Headers(probe.At("httpGet", "httpHeaders")),
                Said.Text(probe.At("grpc", "service")),
                Said.Of(true))
            {
                PortNumber = number,
                Host = Said.Text((probe["httpGet"] ?? probe["tcpSocket"]).At("host")),
                Fields = FieldValues.Take(attribute, FieldPlace.Probe, probe),
            }
            : null;
    }

    public static HookDeclaration? Hook(string attribute, ManifestNode? node, PortPlan ports)
    {
        Declared<EquatableArray<string>> command = Said.Texts(node.At("exec", "command"));
        Declared<int> sleep = Said.Int(node.At("sleep", "seconds"));
        (Declared<string> port, Declared<int> number) = Port(node.At("httpGet", "port"), ports);
        Declared<string> path = port.State == DeclaredState.Known || number.State == DeclaredState.Known
            ? Said.Of(node.At("httpGet", "path").TryGetString(out string? text) ? text : "/")
            : default;
        return command.State == DeclaredState.Known || sleep.State == DeclaredState.Known || path.State == DeclaredState.Known
            ? new HookDeclaration(command, path, port, sleep, Said.Of(true))
            {
                PortNumber = number,
                Https = node.At("httpGet", "scheme").Is("HTTPS") ? Said.Of(true) : default,
                Fields = FieldValues.Take(attribute, FieldPlace.Hook, node),
            }
            : null;
    }

    /// <summary>A name is that of a member; a number stays one, since the name would be another text.</summary>
    private static (Declared<string> Member, Declared<int> Number) Port(ManifestNode? reference, PortPlan ports) =>
        reference.TryGetInteger(out _) ? (default, Said.Int(reference)) : (Member(reference, ports), default);

    private static Declared<string> Member(ManifestNode? reference, PortPlan ports) =>
        reference is not null && ports.Find(reference) is { } port ? Said.Of(port.Member.Name) : default;

    /// <summary>A header whose name or value would be another one between a colon and blanks is left to the patch.</summary>
    private static Declared<EquatableArray<string>> Headers(ManifestNode? node)
    {
        List<string> lines = [];
        foreach (MappingNode header in node.Mappings())
        {
            if (!header["name"].TryGetString(out string? name) || !header["value"].TryGetString(out string? value)
                || name.IndexOf(':') >= 0 || name.Trim() != name || value.Trim() != value)
            {
                return default;
            }

            lines.Add(name + ": " + value);
        }

        return lines.Count == 0 ? default : Said.Of(lines.ToEquatableArray());
    }
}
