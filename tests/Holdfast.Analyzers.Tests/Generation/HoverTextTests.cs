using System.Xml.Linq;
using Holdfast.Tests.Shared;
using Holdfast.Tools.Pictures;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Generation;

/// <summary>What an editor shows of the generated members, with what they inherit from members of the library.</summary>
public class HoverTextTests
{
    private const string Declaration = """
        using Holdfast;
        namespace Shop;
        [StatefulApp("orders", Replicas = 3, Namespace = "shop")]
        [Container("orders:1.0")]
        [Env("PASSWORD", Secret = "orders-db", Key = "password")]
        public sealed partial class Orders
        {
            /// <summary>Takes orders.</summary>
            [Port(8080, ServicePort = 80)] public static partial ServicePort Http { get; }
            [VolumeClaim("10Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
            [ExistingClaim("models", MountPath = "/models")] public static partial ExistingClaim Models { get; }
            [EmptyDir(MountPath = "/tmp")] public static partial Volume Scratch { get; }
            [ClientService] public static partial Service Front { get; }
            [ReplicaService] public static partial ReplicaServices Each { get; }
            [PeerList(Env = "PEERS")] public static partial string Peers { get; }
        }
        """;

    [Theory]
    [InlineData("Pods", "The replicas: orders-0 to orders-2.")]
    [InlineData(
        "Http",
        "Takes orders.",
        "Port http, number 8080.",
        "Client Services offer it under 80.",
        "SRV records: _http._tcp.orders.shop.svc.cluster.local.",
        "On the first replica: orders-0.orders.shop.svc.cluster.local:8080.")]
    [InlineData("Data", "Claim template data, 10Gi for each replica.", "The claims are data-orders-0 to data-orders-2.")]
    [InlineData("Models", "The claim models, mounted by every replica.")]
    [InlineData("Scratch", "The volume scratch of each pod.")]
    [InlineData("Front", "The Service orders-front.shop.svc.cluster.local, which leads to any ready replica.")]
    [InlineData("Each", "A Service for each replica; the first one's would be orders-0.")]
    [InlineData(
        "Peers",
        "Every replica's address, also in the environment variable PEERS:",
        "orders-0.orders.shop.svc.cluster.local,orders-1.orders.shop.svc.cluster.local,orders-2.orders.shop.svc.cluster.local")]
    public void Member_IsExplained(string member, params string[] paragraphs) =>
        Assert.Equal(paragraphs, HoverText.Of(Type(string.Empty).GetMembers(member).Single()));

    [Theory]
    [InlineData("Yaml", "The text that the build writes to orders.yaml.")]
    [InlineData("Prerequisites", "The objects that the application refers to and that no application of the project makes, sorted by kind, namespace and name.")]
    public void MemberOfTheManifests_IsExplained(string member, string text)
    {
        ISymbol symbol = Type("+Manifests").GetMembers(member).Single();
        Assert.Equal([text], Inherited(symbol) is { } summary ? [summary] : HoverText.Of(symbol));
    }

    private static INamedTypeSymbol Type(string nested)
    {
        GeneratorRun run = GeneratorRun.Of(Declaration);
        Assert.Empty(run.Problems);
        return run.Compilation.GetTypeByMetadataName("Shop.Orders" + nested)!;
    }

    /// <summary>The summary of the member of the library that the documentation names; null where it names none.</summary>
    private static string? Inherited(ISymbol symbol)
    {
        string? id = XElement.Parse(symbol.GetDocumentationCommentXml()!).Element("inheritdoc")?.Attribute("cref")?.Value;
        return id is null
            ? null
            : XDocument.Load(Path.ChangeExtension(typeof(StatefulAppAttribute).Assembly.Location, ".xml"))
                .Descendants("member").Single(member => member.Attribute("name")!.Value == id)
                .Elements().Where(static element => element.Name != "param").Single().Value.Trim();
    }
}
