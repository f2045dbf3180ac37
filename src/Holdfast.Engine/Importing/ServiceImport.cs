using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>Services with one selector for all pods, headless ones included.</summary>
internal static class ServiceImport
{
    private const string None = "None";

    /// <summary>The governing Service, where it offers what <c>[HeadlessService]</c> would.</summary>
    public static HeadlessServiceDeclaration Headless(MappingNode service) => new(
        Said.Text(service.At("metadata", "name")),
        service.At("spec", "publishNotReadyAddresses").IsTrue() ? default : Said.Of(false),
        IpFamilies(service["spec"]));

    public static ClientServiceDeclaration Client(ImportGroup group, MappingNode service, PortPlan ports, MemberNaming naming)
    {
        string name = ImportGroup.NameOf(service);
        string rest = name.StartsWith(group.Name + "-", StringComparison.Ordinal) ? name.Substring(group.Name.Length + 1) : name == group.Name ? "clients" : name;
        ManifestNode? spec = service["spec"];
        return new ClientServiceDeclaration(
            naming.Take(rest, "Clients", "Service"),
            Said.Of(name),
            new ServiceSpecDeclaration(
                ports.OfferedBy(service),
                Said.OneOf(spec.At("type"), "NodePort", "LoadBalancer"),
                spec.At("sessionAffinity").Is("ClientIP") ? Said.Of("ClientIP") : default,
                Said.Int(spec.At("sessionAffinityConfig", "clientIP", "timeoutSeconds")),
                Said.OneOf(spec.At("externalTrafficPolicy"), "Local"),
                Said.OneOf(spec.At("internalTrafficPolicy"), "Local"),
                Said.Text(spec.At("loadBalancerClass")),
                Said.Texts(spec.At("loadBalancerSourceRanges")),
                IpFamilies(spec),
                Said.True(spec.At("publishNotReadyAddresses")))
            {
                AllocateLoadBalancerNodePorts = spec.At("allocateLoadBalancerNodePorts") is ScalarNode { Text: "false" } ? Said.Of(false) : default,
                LoadBalancerIp = Said.Text(spec.At("loadBalancerIP")),
                HealthCheckNodePort = Said.Int(spec.At("healthCheckNodePort")),
                ExternalIps = Said.Texts(spec.At("externalIPs")),
                ClusterIps = Said.Texts(spec.At("clusterIPs")) is { State: DeclaredState.Known } addresses
                    ? addresses
                    : spec.At("clusterIP").TryGetString(out string? address) && address.Length > 0 ? Said.Of(new[] { address }.ToEquatableArray()) : default,
                TrafficDistribution = Said.OneOf(spec.At("trafficDistribution"), "PreferSameZone", "PreferSameNode", "PreferClose"),
            })
        {
            Fields = Selector("ClientService", group, service),
        };
    }

    /// <summary>The labels that a Service selects by, where they are not those of the workload.</summary>
    public static EquatableArray<FieldValue> Selector(string attribute, ImportGroup group, MappingNode? service) =>
        NodeEquality.Same(service.At("spec", "selector"), group.Workload.At("spec", "selector", "matchLabels"), FieldType.Any)
            ? default
            : FieldValues.Take(attribute, FieldPlace.Service, service?["spec"]);

    /// <summary>Whether a Service has no address, so that its name leads to the pods themselves.</summary>
    public static bool IsHeadless(MappingNode service) => service.At("spec", "clusterIP").Is(None);

    private static IpFamiliesDeclaration IpFamilies(ManifestNode? spec)
    {
        Declared<EquatableArray<string>> families = Said.Texts(spec.At("ipFamilies"));
        return new IpFamiliesDeclaration(
            Said.OneOf(spec.At("ipFamilyPolicy"), "PreferDualStack", "RequireDualStack"),
            families.OrDefault(default).All(static family => family is "IPv4" or "IPv6") ? families : default);
    }
}
