using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Values;
using Holdfast.WellKnown;

namespace Holdfast.Analyzers.Generation;

/// <summary>
/// Writes the documentation of generated members: which names they stand for. An element is on one line, and each further line of its text is a
/// paragraph.
/// </summary>
internal static class Documentation
{
    /// <summary>The element of what stands for itself.</summary>
    public const string Summary = "summary";

    /// <summary>The element of what has the user's own summary.</summary>
    public const string Remarks = "remarks";

    public static SourceWriter Open(SourceWriter writer, string element = Summary) => writer.Begin("/// <").Raw(element).Raw(">");

    public static void Close(SourceWriter writer, string element = Summary) => writer.Raw("</").Raw(element).Raw(">\n");

    /// <summary>The documentation of a member of the library, which an editor shows in its place.</summary>
    public static void Inherit(SourceWriter writer, string member) => writer.Line("/// <inheritdoc cref=\"", CSharpText.Runtime, member, "\"/>");

    /// <summary>
    /// A name. It has no element around it: an editor shows the same text, and nine of them took a third of the time that the compiler needs
    /// to parse what is generated for a type (Roslyn 5.9).
    /// </summary>
    public static SourceWriter Name(this SourceWriter writer, string text) => writer.Raw(CSharpText.Documentation(text));

    /// <summary>The pods of a set, from the first to the last.</summary>
    public static void Pods(SourceWriter writer, AppDeclaration app)
    {
        int start = DeclaredReplicas.Start(app);
        int count = DeclaredReplicas.Count(app);
        Open(writer).Raw("The replicas: ").Raw(count == 0 ? "none at the moment, the first would be " : string.Empty).Name(DeclaredReplicas.Pod(app, start));
        if (count > 1)
        {
            writer.Raw(" to ").Name(DeclaredReplicas.Pod(app, start + count - 1));
        }

        writer.Raw(".");
        Close(writer);
    }

    public static void Port(SourceWriter writer, AppDeclaration app, PortDeclaration port)
    {
        string name = port.Name.OrDefault(string.Empty);
        string number = CSharpText.Number(port.Number.OrDefault(0));
        writer.Raw("Port ").Name(name).Raw(", number ").Raw(number).Raw(".");
        if (port.ServicePort.TryGet(out int serviceNumber))
        {
            writer.Raw("<para>Client Services offer it under ").Raw(CSharpText.Number(serviceNumber)).Raw(".</para>");
        }

        string service = GoverningService.KnownName(app);
        if (service.Length == 0)
        {
            return;
        }

        writer.Raw("<para>SRV records: ")
            .Name(KubernetesNames.Srv(
                name,
                port.Protocol.OrDefault(PortProtocol.Default).ToLowerInvariant(),
                service,
                GoverningService.Namespace(app),
                GoverningService.ClusterDomain(app)))
            .Raw(".</para>");
        if (DeclaredReplicas.Count(app) > 0)
        {
            writer.Raw("<para>On the first replica: ").Name(DeclaredReplicas.Host(app, DeclaredReplicas.Start(app)) + ":" + number).Raw(".</para>");
        }
    }

    public static void Claim(SourceWriter writer, AppDeclaration app, VolumeClaimDeclaration claim)
    {
        string template = claim.Name.OrDefault(string.Empty);
        writer.Raw("Claim template ").Name(template).Raw(", ").Name(claim.Size.OrDefault(string.Empty)).Raw(" for each replica.");
        int count = DeclaredReplicas.Count(app);
        if (count == 0)
        {
            return;
        }

        int start = DeclaredReplicas.Start(app);
        string set = DeclaredReplicas.Name(app);
        writer.Raw(count == 1 ? "<para>The claim is " : "<para>The claims are ").Name(KubernetesNames.Claim(template, set, start));
        if (count > 1)
        {
            writer.Raw(" to ").Name(KubernetesNames.Claim(template, set, start + count - 1));
        }

        writer.Raw(".</para>");
    }

    public static void ExistingClaim(SourceWriter writer, AppDeclaration app, ExistingClaimDeclaration claim) =>
        writer.Raw("The claim ").Name(claim.ClaimName.OrDefault(string.Empty)).Raw(", mounted by every replica.");

    public static void Volume(SourceWriter writer, AppDeclaration app, VolumeDeclaration volume) =>
        writer.Raw("The volume ").Name(volume.Name.OrDefault(string.Empty)).Raw(" of each pod.");

    public static void ClientService(SourceWriter writer, AppDeclaration app, ClientServiceDeclaration service) => writer
        .Raw("The Service ")
        .Name(KubernetesNames.ServiceHost(service.Name.OrDefault(string.Empty), GoverningService.Namespace(app), GoverningService.ClusterDomain(app)))
        .Raw(", which leads to any ready replica.");

    public static void ReplicaServices(SourceWriter writer, AppDeclaration app, ReplicaServiceDeclaration services) => writer
        .Raw("A Service for each replica; the first one's would be ")
        .Name(KubernetesNames.Pod(services.Name.OrDefault(string.Empty), DeclaredReplicas.Start(app)))
        .Raw(".");

    public static void PeerList(SourceWriter writer, PeerListDeclaration list, string text)
    {
        writer.Raw("Every replica's address");
        Text(writer, list.Env, text);
    }

    public static void Address(SourceWriter writer, AddressDeclaration address, string text)
    {
        if (address.Target is { } target)
        {
            writer.Raw("Made of the names of ").Name(target.Type.Name);
        }
        else
        {
            writer.Raw("Made of names of another application");
        }

        Text(writer, address.Env, text);
    }

    private static void Text(SourceWriter writer, Declared<string> env, string text)
    {
        if (env.TryGet(out string? variable))
        {
            writer.Raw(", also in the environment variable ").Name(variable);
        }

        writer.Raw(":<para>").Name(text).Raw("</para>");
    }
}
