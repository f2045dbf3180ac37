using CsCheck;
using Holdfast.Analyzers.Tests.Writing;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Fuzz.Tests;

/// <summary>Values for the arguments of attributes, as C# writes them: mostly such as people write, sometimes anything.</summary>
internal static class Arguments
{
    public static readonly string[] Ports = ["Http", "Info", "IIndex", "Über"];

    private static readonly Gen<string> Nasty = NastyText.Any.Select(Literal);

    private static readonly Gen<string> NastyNumber = Gen.OneOf("0", "-1", "1", "65535", "65536", "2147483647", "-2147483648", "100", "101");

    private static readonly Dictionary<string, Gen<string>> Pools = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AppProtocol"] = Texts("https", "kubernetes.io/h2c", "example.com/mine"),
        ["Application"] = Gen.OneOf("typeof(Front)", "typeof(Front)", "typeof(Store)"),
        ["Job"] = Gen.OneOf("typeof(Migrate)", "typeof(Migrate)", "typeof(Store)"),
        ["Schedule"] = Texts("0 3 * * *", "@daily", "1 2 3"),
        ["App"] = Gen.OneOf("typeof(Front)", "typeof(Store)"),
        ["Amount"] = Texts("1", "2"),
        ["Audience"] = Texts("vault", "https://example.com"),
        ["ClaimName"] = Texts("shared", "shared.data"),
        ["ClientCidrs"] = Cidrs(),
        ["Claims"] = Array("gpu", "gpu/half"),
        ["ClientLabels"] = Array("app=web", "example.com/tier=front"),
        ["ClientNamespaces"] = Array("web", "kube-system"),
        ["ClientPorts"] = PortMembers(),
        ["ClusterDomain"] = Texts("cluster.local", "corp.example"),
        ["ClusterIps"] = Array("10.96.0.7"),
        ["ConfigMap"] = Texts("settings", "more.settings"),
        ["CpuAverage"] = Texts("500m", "1"),
        ["CpuLimit"] = Texts("2", "1500m", "2.5"),
        ["CpuRequest"] = Texts("500m", "1", "0.25"),
        ["DefaultMode"] = Gen.OneOf("256", "292", "0x1A4", "511"),
        ["DevicePath"] = Texts("/dev/a", "/dev/b"),
        ["Divisor"] = Texts("1", "1m", "1Mi"),
        ["Driver"] = Texts("csi.example.com", "secrets-store.csi.k8s.io"),
        ["Each"] = Texts("{host}", "{name}:{Http}", "server.{ordinal+1}={host}:{Http}", "{index}={service}", "{{{name}}}", "{host}:{Info}"),
        ["EgressCidrs"] = Cidrs(),
        ["EphemeralStorageLimit"] = Texts("4Gi", "5Gi"),
        ["EphemeralStorageRequest"] = Texts("1Gi", "2Gi"),
        ["ExpirationSeconds"] = Gen.OneOf("600", "3600", "4294967296L"),
        ["ExternalIps"] = Array("203.0.113.7", "2001:db8::1"),
        ["ExternalName"] = Texts("a.example.com"),
        ["FieldPath"] = Texts("metadata.name", "metadata.namespace", "status.podIP", "metadata.labels['app']", "spec.nodeName"),
        ["FilePath"] = Texts("a.env", "sub/b.env"),
        ["FileVolume"] = Gen.OneOf("nameof(Data)", "nameof(Info)", "\"data\""),
        ["FsType"] = Texts("ext4", "xfs"),
        ["HealthCheckNodePort"] = Gen.OneOf("30100", "32000"),
        ["HostNames"] = Array("a.example.com", "b"),
        ["HostPort"] = Gen.OneOf("8080", "9090"),
        ["HttpHeaders"] = Array("Host: a:b", "X-Empty", "Accept: */*"),
        ["HttpPath"] = Texts("/ready", "/a b", "/ü?x=y#z"),
        ["Image"] = Texts("app:1", "example.com/app:1.2", "example.com:5000/a/b@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"),
        ["HostIp"] = Texts("127.0.0.1", "2001:db8::1"),
        ["Ip"] = Texts("10.0.0.1", "2001:db8::1"),
        ["Items"] = Array("a", "b=sub/c", "İ.txt", "d:0400=e", "f:444"),
        ["Key"] = Texts("example.com/tier", "zone", "topology.kubernetes.io/zone", "mode", "password", "app.kubernetes.io/version"),
        ["Labels"] = Array("app=web", "app in (web, front)", "!tier"),
        ["LoadBalancerClass"] = Texts("example.com/lb"),
        ["LoadBalancerIp"] = Texts("203.0.113.9"),
        ["LoadBalancerSourceRanges"] = Cidrs(),
        ["MatchLabelKeys"] = Array("pod-template-hash", "controller-revision-hash"),
        ["MaxReplicas"] = Gen.OneOf("3", "5", "9"),
        ["MaxSkew"] = Gen.OneOf("1", "2"),
        ["MemoryAverage"] = Texts("512Mi"),
        ["MemoryLimit"] = Texts("1Gi", "2Gi"),
        ["MemoryRequest"] = Texts("512Mi", "1Gi", "1G", "1073741824"),
        ["MinReplicas"] = Gen.OneOf("1", "2", "3"),
        ["Mode"] = Gen.OneOf("256", "420"),
        ["MountPath"] = Texts("/data", "/logs", "/etc/app", "/var/lib/İ", "/a/b/c", "/x y"),
        ["Name"] = Texts("alpha", "b-1", "info", "x", "very-long-name-that-is-still-one"),
        ["Nameservers"] = Array("10.0.0.10", "2001:db8::53"),
        ["Namespace"] = Texts("shop", "i"),
        ["NamespaceLabels"] = Array("team=orders", "team in (orders)"),
        ["Namespaces"] = Array("web"),
        ["NodeName"] = Texts("node-1"),
        ["NodePort"] = Gen.OneOf("30000", "30001", "32767"),
        ["NodePublishSecret"] = Texts("csi"),
        ["Number"] = Gen.OneOf("80", "443", "8080", "9090", "65535", "1"),
        ["Options"] = Array("ndots:2", "edns0"),
        ["PeerPorts"] = PortMembers(),
        ["Port"] = Gen.OneOf(Ports).Select(static port => $"nameof({port})"),
        ["GrpcPort"] = Gen.OneOf(Ports).Select(static port => $"nameof({port})"),
        ["PortNumber"] = Gen.OneOf("80", "8080", "65535"),
        ["Ports"] = PortMembers(),
        ["Prefix"] = Texts("A_", "app."),
        ["PriorityClassName"] = Texts("high"),
        ["Resource"] = Texts("limits.cpu", "requests.memory", "limits.ephemeral-storage"),
        ["RunAsUser"] = Gen.OneOf("1000", "999", "2147483647"),
        ["RunAsGroup"] = Gen.OneOf("1000", "999"),
        ["FsGroup"] = Gen.OneOf("1000", "999"),
        ["RuntimeClassName"] = Texts("gvisor"),
        ["SchedulerName"] = Texts("mine"),
        ["Searches"] = Array("example.com"),
        ["Secret"] = Texts("credentials", "more.credentials"),
        ["Separator"] = Texts(",", " ", ";", "\n", ": ", " #", "\t"),
        ["Selector"] = Array("app=web", "role=leader"),
        ["ServiceName"] = Texts("governing", "i-service"),
        ["ServicePort"] = Gen.OneOf("80", "443", "8443"),
        ["SignerName"] = Texts("example.com/signer"),
        ["Size"] = Texts("1Gi", "10Gi", "1.5Ti", "100M", "1e9"),
        ["SizeLimit"] = Texts("64Mi", "1Gi"),
        ["StorageClass"] = Texts("fast", "slow.ssd"),
        ["SubPathExpr"] = Texts("$(POD_NAME)", "a/$(POD_NAMESPACE)"),
        ["Sysctls"] = Array("net.core.somaxconn=1024"),
        ["SubPath"] = Texts("sub", "sub/a", "İ"),
        ["TerminationGracePeriodSeconds"] = Gen.OneOf("30", "60", "120"),
        ["Text"] = Texts("{Http}", "http://{Web:Http}/x?y={{z}}", "{Web}", "{first:Sql}", "{pods:Sql}", "pg://$(USER)@{first:Sql}/i"),
        ["TopologyKey"] = Texts("kubernetes.io/hostname", "topology.kubernetes.io/zone"),
        ["Volume"] = Gen.OneOf("nameof(Data)", "nameof(Info)", "\"data\""),
        ["VolumeAttributesClass"] = Texts("gold"),
        ["WorkingDir"] = Texts("/app", "/"),
        ["Yaml"] = Texts(
            "kind: StatefulSet\nspec: {template: {spec: {hostname: x, enableServiceLinks: false}}}",
            "metadata: {annotations: {example.com/a: 'yes'}}",
            "kind: StatefulSet\nspec:\n  template:\n    metadata:\n      annotations:\n        a: \"1e3\"\n        b: 'on'\n        c: |\n          İ\n          x\n",
            "kind: Service\nmetadata: {annotations: {a: '0x10'}}",
            "kind: StatefulSet\nmetadata: {name: other}",
            "kind: StatefulSet\nspec: {replicas: 7}",
            "kind: StatefulSet\nspec: {serviceName: null}"),
        ["Label.Value"] = Texts("a", "", "1.5", "true", "A_b.c", "1e3"),
        ["NodeSelector.Value"] = Texts("a", "ssd", "true"),
        ["Toleration.Value"] = Texts("a", "true"),
        ["Annotation.Value"] = Nasty,
        ["Env.Value"] = Nasty,
        ["Env.Name"] = Texts("A", "LOG_LEVEL", "İSTANBUL", "a.b-c", "_x", "SPRING_i"),
        ["ConfigMapEntry.Value"] = Nasty,
        ["ConfigMapEntry.Name"] = Texts("A", "MODE"),
        ["Env"] = Texts("PEERS", "INFO_i", "ADDRESS"),
        ["Command"] = Array("sh", "-c", "echo 'a: b' # c", "- x", "$(POD_NAME)", "yes"),
        ["Args"] = Array("--id=$(POD_NAME)", "0x1F", "no", "", " x "),
        ["ConfigFile.Path"] = Texts("/etc/app/a.conf", "/etc/app/b.conf", "/conf/İ.ini"),
        ["Mount.Path"] = Texts("/mounted", "/mounted/too"),
        ["HostPath.Path"] = Texts("/dev/kvm", "/var/log"),
        ["Path"] = Texts("token", "sub/token"),
    };

    /// <summary>A value for a parameter or property of an attribute.</summary>
    /// <param name="attribute">The attribute's name, without <c>Attribute</c>.</param>
    /// <param name="name">The parameter's or property's.</param>
    /// <param name="type">Its type.</param>
    public static Gen<string> Of(string attribute, string name, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        Gen<string>? pool = Pools.GetValueOrDefault(attribute + "." + name) ?? Pools.GetValueOrDefault(name);
        return type switch
        {
            { IsEnum: true } => Gen.OneOf((string[])[.. Enum.GetNames(type).Select(value => $"{type.Name}.{value}")]),
            _ when type == typeof(string) => Mostly(pool ?? Texts("a", "b"), Nasty),
            _ when type == typeof(bool) => Gen.OneOf("true", "false"),
            _ when type == typeof(int) => Mostly(pool ?? Gen.Int[0, 5].Select(static number => $"{number}"), NastyNumber),
            _ when type == typeof(long) => Mostly(pool ?? Gen.Int[0, 90].Select(static number => $"{number}"), NastyNumber),
            _ when type == typeof(string[]) => Mostly(pool ?? Array("a", "b"), Nasty.Select(static text => $"new[] {{ {text} }}")),
            _ when type == typeof(int[]) => Gen.OneOf("1", "42, 43", "0").Select(static items => $"new[] {{ {items} }}"),
            _ when type == typeof(long[]) => Gen.OneOf("3000", "3000, 4000", "0").Select(static items => $"new long[] {{ {items} }}"),
            _ when type == typeof(Type[]) => Gen.OneOf("new[] { typeof(Front) }", "new[] { typeof(Front), typeof(Store) }"),
            _ when type == typeof(Type) => pool ?? Gen.Const("typeof(Front)"),
            { IsArray: true } => Gen.OneOf((string[])[.. Enum.GetNames(type.GetElementType()!).Select(value => $"new[] {{ {type.GetElementType()!.Name}.{value} }}")]),
            _ => throw new NotSupportedException($"{attribute}.{name} is of type {type}."),
        };
    }

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static Gen<string> Mostly(Gen<string> common, Gen<string> rare) => Gen.Frequency((24, common), (1, rare));

    private static Gen<string> Texts(params string[] values) => Gen.OneOf((string[])[.. values.Select(Literal)]);

    private static Gen<string> Array(params string[] values) =>
        Texts(values).Array[1, 3].Select(static items => $"new[] {{ {string.Join(", ", items.Distinct())} }}");

    private static Gen<string> Cidrs() => Array("10.0.0.0/8", "2001:db8::/32", "0.0.0.0/0");

    private static Gen<string> PortMembers() =>
        Gen.OneOf(Ports).Array[1, 3].Select(static ports => $"new[] {{ {string.Join(", ", ports.Distinct().Select(static port => $"nameof({port})"))} }}");
}
