using Holdfast.Engine.Declarations;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads what the attributes of Services have in common.</summary>
internal static class ServiceSpecReader
{
    public static ServiceSpecDeclaration Read(AttributeArguments arguments)
    {
        Declared<string> affinity = arguments.Enum("SessionAffinity");
        Declared<int> timeout = arguments.Int("SessionAffinityTimeoutSeconds");
        Declared<string> external = arguments.String("ExternalName");
        return new ServiceSpecDeclaration(
            arguments.Strings("Ports"),
            external.State == DeclaredState.Absent ? arguments.Enum("Type") : arguments.Enum("Type").Or("ExternalName", external.Location),
            timeout.State == DeclaredState.Absent ? affinity : affinity.Or("ClientIP", timeout.Location),
            timeout,
            arguments.Enum("ExternalTrafficPolicy"),
            arguments.Enum("InternalTrafficPolicy"),
            arguments.String("LoadBalancerClass"),
            arguments.Strings("LoadBalancerSourceRanges"),
            ReadIpFamilies(arguments),
            arguments.Bool("PublishNotReadyAddresses"))
        {
            AllocateLoadBalancerNodePorts = arguments.Bool("AllocateLoadBalancerNodePorts"),
            LoadBalancerIp = arguments.String("LoadBalancerIp"),
            HealthCheckNodePort = arguments.Int("HealthCheckNodePort"),
            ExternalIps = arguments.Strings("ExternalIps"),
            ClusterIps = arguments.Strings("ClusterIps"),
            TrafficDistribution = arguments.Enum("TrafficDistribution"),
            ExternalName = external,
        };
    }

    public static IpFamiliesDeclaration ReadIpFamilies(AttributeArguments arguments) =>
        new(arguments.Enum("IpFamilyPolicy"), arguments.Enums("IpFamilies"));
}
