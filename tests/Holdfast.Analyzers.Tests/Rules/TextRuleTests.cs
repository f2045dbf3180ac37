using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Texts of declarations: names, addresses and values that Kubernetes reads.</summary>
[HomeOf("HF1015", "HF2010", "HF2011", "HF2012", "HF2020")]
public class TextRuleTests
{
    private const string Port = "[Port(80)] public static partial ServicePort Http { get; }";

    private const string Front = "[ClientService] public static partial Service {|HF1015:Front|} { get; }";

    [Fact]
    public Task AServiceWithoutPorts() => RuleTest.VerifyAsync(Source.App(members: Front));

    [Theory]
    [InlineData("{clusterIP: None, publishNotReadyAddresses: true, selector: {app: orders}}")]
    [InlineData("{type: ExternalName, externalName: example.com}")]
    public void ServicesThatNeedNoPorts(string spec) =>
        ManifestRuleTest.Verify($"{{apiVersion: v1, kind: Service, metadata: {{name: orders}}, spec: {spec}}}");

    [Theory]
    [InlineData("LoadBalancerSourceRanges = {|HF2017:new[] { \"10.0.0.0\" }|}")]
    [InlineData("LoadBalancerSourceRanges = {|HF2017:new[] { \"10.0.0.0/33\" }|}")]
    [InlineData("LoadBalancerSourceRanges = {|HF2017:new[] { \"10/8\" }|}")]
    [InlineData("LoadBalancerClass = {|HF2017:\"a b\"|}")]
    [InlineData("LoadBalancerSourceRanges = new[] { \"10.0.0.0/8\", \"2001:db8::/32\" }, LoadBalancerClass = \"example.com/internal\"")]
    public Task FieldsOfServices(string argument) => RuleTest.VerifyAsync(Source.App(
        members: Port + $"[ClientService(Type = ServiceType.LoadBalancer, {argument})] public static partial Service Front {{ get; }}"));

    [Fact]
    public Task AnApplicationProtocol() => RuleTest.VerifyAsync(Source.App(
        members: "[Port(80, AppProtocol = {|HF2017:\"h2 c\"|})] public static partial ServicePort Http { get; } [Port(81, AppProtocol = \"kubernetes.io/h2c\")] public static partial ServicePort Other { get; }"));

    [Theory]
    [InlineData("[HostNamespaces(Network = true)]", "[Env(\"ID\", {|HF2010:\"$(HOSTNAME)\"|})]")]
    [InlineData("[HostNamespaces(Network = true)]", "[Env(\"ID\", {|HF2010:\"${HOSTNAME##*-}\"|})]")]
    [InlineData("[HostNamespaces(Network = true)]", "[Env(\"ID\", {|HF2010:\"$(hostname -s)\"|})]")]
    [InlineData("[HostNamespaces(Network = true)]", "[Env(\"ID\", {|HF2010:\"`hostname`\"|})]")]
    [InlineData("[HostNamespaces(Network = true)]", "[Env(\"ID\", \"$(POD_NAME)\")]")]
    [InlineData("[HostNamespaces(Network = true)]", "[Env(\"ID\", \"$HOSTNAMES\")]")]
    [InlineData("[HostNamespaces(Network = true)]", "[Env(\"HOSTNAME\", FieldPath = \"metadata.name\")] [Env(\"ID\", \"$(HOSTNAME)\")]")]
    [InlineData("", "[Env(\"ID\", {|HF6010:\"$(HOSTNAME)\"|})]")]
    public Task TheHostsName(string host, string env) => RuleTest.VerifyAsync(Source.App(attributes: host + env));

    [Fact]
    public Task TheHostsNameInACommand() => RuleTest.VerifyAsync(
        Source.App(attributes: "[HostNamespaces(Network = true)]").Replace(
            "\"orders:1.0\"", "\"orders:1.0\", Command = {|HF2010:new[] { \"sh\", \"-c\", \"run --id ${HOSTNAME##*-}\" }|}", StringComparison.Ordinal));

    [Theory]
    [InlineData(5, "{|HF2011:\"http://orders-0.orders:80\"|}")]
    [InlineData(5, "{|HF2011:\"orders-4\"|}")]
    [InlineData(5, "{|HF2011:\"[ $POD_ORDINAL -eq 0 ] && init\"|}")]
    [InlineData(5, "{|HF2011:\"[[ ${ordinal} == 0 ]]\"|}")]
    [InlineData(5, "\"orders-5.orders\"")]
    [InlineData(5, "\"data-orders-0 my-orders-0 orders-00 orders-0-a\"")]
    [InlineData(5, "\"$POD_ORDINAL -eq 5\"")]
    [InlineData(0, "\"orders-0.orders\"")]
    public Task TheFirstReplica(int start, string value) => RuleTest.VerifyAsync(
        Source.App($"\"orders\", Replicas = 3, OrdinalStart = {start}", $"[Env(\"SEED\", {value})]"));

    [Theory]
    [InlineData("{|HF2012:\"_web._tcp.orders\"|}")]
    [InlineData("{|HF2012:\"_http._udp.orders.default.svc.cluster.local\"|}")]
    [InlineData("\"_http._tcp.orders\"")]
    [InlineData("\"dns+srv:_HTTP._TCP.orders\"")]
    [InlineData("\"_web._tcp.elsewhere\"")]
    public Task NamesOfPorts(string value) => RuleTest.VerifyAsync(Source.App(attributes: $"[Env(\"DISCOVERY\", {value})]", members: Port));

    [Fact]
    public void APortWithoutAName() => ManifestRuleTest.Verify(Yaml.Documents(
        Yaml.Headless.Replace("name: http, ", string.Empty, StringComparison.Ordinal),
        Yaml.Set(container: "env: [{name: DISCOVERY, value: {|HF2012:_http._tcp.orders|}}]")));

    [Theory]
    [InlineData("[Env(\"A\", ConfigMap = \"settings\", Key = {|HF2003:\"a:b\"|})]")]
    [InlineData("[Env(\"A\", Secret = \"settings\", Key = {|HF2003:\"..a\"|})]")]
    [InlineData("[Env(\"A\", Secret = \"settings\", Key = \".a_b-C.1\")]")]
    [InlineData("[Env(\"A\", ConfigMap = {|HF2003:\"My_Settings\"|}, Key = \"a\")]")]
    [InlineData("[EnvFrom(Secret = {|HF2003:\"My_Settings\"|})]")]
    public Task KeysAndNames(string attribute) => RuleTest.VerifyAsync(Source.App(attributes: attribute));

    [Theory]
    [InlineData("[ConfigMapVolume(\"settings\", MountPath = \"/b\", Items = {|HF2003:new[] { \"a b\" }|})] public static partial Volume Data { get; }")]
    [InlineData("[ConfigMapVolume({|HF2003:\"Settings\"|}, MountPath = \"/b\")] public static partial Volume Data { get; }")]
    [InlineData("[SecretVolume({|HF2003:\"Settings\"|}, MountPath = \"/b\")] public static partial Volume Data { get; }")]
    [InlineData("[VolumeClaim(\"1Gi\", MountPath = \"/b\", StorageClass = {|HF2003:\"Fast\"|})] public static partial ClaimTemplate Data { get; }")]
    [InlineData("[Port(80)] public static partial ServicePort A { get; } [Sidecar(\"s:1\")] static partial class Side { [Port({|HF2015:80|})] public static partial ServicePort B { get; } }")]
    [InlineData("[Port(80, ServicePort = 90)] public static partial ServicePort A { get; } [Port(81, ServicePort = {|HF2015:90|})] public static partial ServicePort B { get; } [ClientService] public static partial Service Front { get; }")]
    public Task FormsOfMembers(string member) => RuleTest.VerifyAsync(Source.App(members: member));

    [Theory]
    [InlineData("podManagementPolicy: {|HF2020:parallel|}")]
    [InlineData("updateStrategy: {type: {|HF2020:Recreate|}}")]
    [InlineData("persistentVolumeClaimRetentionPolicy: {whenScaled: {|HF2020:Keep|}}")]
    [InlineData("podManagementPolicy: Parallel")]
    [InlineData("updateStrategy: {type: OnDelete}")]
    public void Words(string field)
    {
        const string Template = "volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]";
        ManifestRuleTest.Verify(Yaml.Set(field + ", " + Template, container: "volumeMounts: [{name: data, mountPath: /data}]"));
    }

    [Theory]
    [InlineData("accessModes: [{|HF2020:RWO|}]")]
    [InlineData("accessModes: [ReadWriteOnce], volumeMode: {|HF2020:FileSystem|}")]
    public void WordsOfTemplates(string field) => ManifestRuleTest.Verify(Yaml.Set(
        $"volumeClaimTemplates: [{{metadata: {{name: data}}, spec: {{{field}, resources: {{requests: {{storage: 1Gi}}}}}}}}]", container: "volumeMounts: [{name: data, mountPath: /data}]"));

    [Theory]
    [InlineData("[Env(\"A\", \"$(HOSTNAME) orders-0\" + )] [HostNamespaces(Network = )]")]
    [InlineData("[Env(\"A\", ConfigMap = , Key = )]")]
    [InlineData("[Env(\"A\", \"_x._tcp.")]
    public Task SurvivesHalfTypedCode(string attribute) => RuleTest.SurvivesAsync(Source.App("\"orders\", OrdinalStart = ", attribute, Port));

    [Fact]
    public Task SurvivesAHalfTypedService() => RuleTest.SurvivesAsync(Source.App(
        members: Port + "[ClientService(Ports = , LoadBalancerSourceRanges = new[] { , LoadBalancerClass = )] public static partial Service Front { get; }"));
}
