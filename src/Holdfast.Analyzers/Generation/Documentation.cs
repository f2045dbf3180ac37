using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Values;
using Holdfast.WellKnown;

namespace Holdfast.Analyzers.Generation;

/// <summary>Writes the documentation of generated members: which names they stand for.</summary>
internal static class Documentation
{
    /// <summary>An element on one line: the first line of its text, and a paragraph for each further one.</summary>
    public static void Write(SourceWriter writer, string element, IReadOnlyList<string> lines)
    {
        Begin(writer, element, lines[0]);
        for (int i = 1; i < lines.Count; i++)
        {
            writer.Raw("<para>").Raw(lines[i]).Raw("</para>");
        }

        End(writer, element);
    }

    public static void Write(SourceWriter writer, string element, string line)
    {
        Begin(writer, element, line);
        End(writer, element);
    }

    /// <summary>The documentation of a member of the library, which an editor shows in its place.</summary>
    public static void Inherit(SourceWriter writer, string member) => writer.Line("/// <inheritdoc cref=\"", CSharpText.Runtime, member, "\"/>");

    public static string Code(string text) => "<c>" + CSharpText.Documentation(text) + "</c>";

    /// <summary>The pods of a set, from the first to the last.</summary>
    public static string Pods(AppDeclaration app)
    {
        int start = DeclaredReplicas.Start(app);
        return DeclaredReplicas.Count(app) switch
        {
            0 => "none at the moment, the first would be " + Code(DeclaredReplicas.Pod(app, start)),
            1 => Code(DeclaredReplicas.Pod(app, start)),
            int count => Code(DeclaredReplicas.Pod(app, start)) + " to " + Code(DeclaredReplicas.Pod(app, start + count - 1)),
        };
    }

    public static IReadOnlyList<string> Port(AppDeclaration app, PortDeclaration port)
    {
        string number = CSharpText.Number(port.Number.OrDefault(0));
        string service = GoverningService.KnownName(app);
        var lines = new List<string>
        {
            $"Port {Code(port.Name.OrDefault(string.Empty))}, number {number}.",
        };
        if (port.ServicePort.TryGet(out int serviceNumber))
        {
            lines.Add($"Client Services offer it under {CSharpText.Number(serviceNumber)}.");
        }

        if (service.Length > 0)
        {
            string srv = KubernetesNames.Srv(
                port.Name.OrDefault(string.Empty),
                port.Protocol.OrDefault(PortProtocol.Default).ToLowerInvariant(),
                service,
                GoverningService.Namespace(app),
                GoverningService.ClusterDomain(app));
            lines.Add($"SRV records: {Code(srv)}.");
            if (DeclaredReplicas.Count(app) > 0)
            {
                lines.Add($"On the first replica: {Code(DeclaredReplicas.Host(app, DeclaredReplicas.Start(app)) + ":" + number)}.");
            }
        }

        return lines;
    }

    public static IReadOnlyList<string> Claim(AppDeclaration app, VolumeClaimDeclaration claim)
    {
        string template = claim.Name.OrDefault(string.Empty);
        var lines = new List<string> { $"Claim template {Code(template)}, {Code(claim.Size.OrDefault(string.Empty))} for each replica." };
        int count = DeclaredReplicas.Count(app);
        if (count > 0)
        {
            string first = KubernetesNames.Claim(template, DeclaredReplicas.Name(app), DeclaredReplicas.Start(app));
            string last = KubernetesNames.Claim(template, DeclaredReplicas.Name(app), DeclaredReplicas.Start(app) + count - 1);
            lines.Add(count == 1 ? $"The claim is {Code(first)}." : $"The claims are {Code(first)} to {Code(last)}.");
        }

        return lines;
    }

    public static IReadOnlyList<string> ExistingClaim(AppDeclaration app, ExistingClaimDeclaration claim) =>
        ["The claim " + Code(claim.ClaimName.OrDefault(string.Empty)) + ", mounted by every replica."];

    public static IReadOnlyList<string> Volume(AppDeclaration app, VolumeDeclaration volume) =>
        ["The volume " + Code(volume.Name.OrDefault(string.Empty)) + " of each pod."];

    public static IReadOnlyList<string> ClientService(AppDeclaration app, ClientServiceDeclaration service)
    {
        string host = KubernetesNames.ServiceHost(
            service.Name.OrDefault(string.Empty),
            GoverningService.Namespace(app),
            GoverningService.ClusterDomain(app));
        return ["The Service " + Code(host) + ", which leads to any ready replica."];
    }

    public static IReadOnlyList<string> ReplicaServices(AppDeclaration app, ReplicaServiceDeclaration services) =>
        ["A Service for each replica; the first one's would be " + Code(KubernetesNames.Pod(services.Name.OrDefault(string.Empty), DeclaredReplicas.Start(app))) + "."];

    public static IReadOnlyList<string> PeerList(AppDeclaration app, PeerListDeclaration list, string text) =>
        Text("Every replica's address", list.Env, text);

    public static IReadOnlyList<string> Address(AppDeclaration app, AddressDeclaration address, string text) => Text(
        address.Target is { } target ? "Made of the names of " + Code(target.Type.Name) : "Made of names of another application",
        address.Env,
        text);

    private static IReadOnlyList<string> Text(string what, Declared<string> env, string text) => env.TryGet(out string? variable)
        ? [what + ", also in the environment variable " + Code(variable) + ":", Code(text)]
        : [what + ":", Code(text)];

    private static void Begin(SourceWriter writer, string element, string line) => writer.Begin("/// <").Raw(element).Raw(">").Raw(line);

    private static void End(SourceWriter writer, string element) => writer.Raw("</").Raw(element).Raw(">\n");
}
