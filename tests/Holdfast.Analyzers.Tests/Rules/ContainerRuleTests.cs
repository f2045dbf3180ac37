using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Images, requests, environment and rights of containers.</summary>
[HomeOf("HF6001", "HF6002", "HF6004", "HF6010", "HF6011", "HF6012", "HF9027")]
public class ContainerRuleTests
{
    private const string Digest = "@sha256:0123456789012345678901234567890123456789012345678901234567890123";

    [Theory]
    [InlineData("{|HF6001:\"orders\"|}")]
    [InlineData("{|HF6001:\"orders:latest\"|}")]
    [InlineData("{|HF6001:\"localhost:5000/orders\"|}")]
    [InlineData("\"localhost:5000/orders:1\"")]
    [InlineData("\"orders" + Digest + "\"")]
    [InlineData("\"orders:latest" + Digest + "\"")]
    [InlineData("{|HF6011:\"\"|}")]
    [InlineData("{|HF6011:\" orders:1\"|}")]
    [InlineData("{|HF6011:\"a b:1\"|}")]
    [InlineData("{|HF6011:\"Orders:1\"|}")]
    [InlineData("{|HF6011:\"orders:1:2\"|}")]
    [InlineData("{|HF6011:\"orders:\"|}")]
    [InlineData("{|HF6011:\"orders@sha256:1\"|}")]
    [InlineData("{|HF6011:\"https://example.com/orders:1\"|}")]
    [InlineData("{|HF6011:\":\"|}")]
    [InlineData("{|HF6011:\"@\"|}")]
    [InlineData("\"Registry.Example:443/team/my_orders.x-y:V1.2_a\"")]
    public Task Images(string image) => RuleTest.VerifyAsync($$"""
        using Holdfast;
        [StatefulApp("orders")]
        [Container({{image}})]
        public sealed partial class Orders { }
        """);

    [Theory]
    [InlineData("{|HF6002:\"o:1\"|}", "")]
    [InlineData("{|HF6002:\"o:1\"|}", "[Resources(CpuRequest = \"1\")]")]
    [InlineData("{|HF6002:\"o:1\"|}", "[Resources(MemoryRequest = \"1Gi\")]")]
    [InlineData("\"o:1\"", "[Resources(CpuRequest = \"1\", MemoryLimit = \"1Gi\")]")]
    [InlineData("\"o:1\"", "[Patch(\"spec: {template: {spec: {resources: {requests: {cpu: 1, memory: 1Gi}}}}}\")]")]
    public Task Requests(string image, string attribute) => RuleTest.VerifyWatchingAsync("HF6002", $$"""
        using Holdfast;
        [StatefulApp("orders")]
        [Container({{image}})]
        {{attribute}}
        public sealed partial class Orders
        {
            [InitContainer("i:1")] static partial class Prepare { }
        }
        """);

    [Theory]
    [InlineData("\"DB_PASSWORD\", {|HF6004:\"hunter2\"|}")]
    [InlineData("\"apiKey\", {|HF6004:\"abc123\"|}")]
    [InlineData("\"AWS_SECRET_ACCESS_KEY\", {|HF6004:\"abc\"|}")]
    [InlineData("\"ConnectionStrings__Db\", {|HF6004:\"Host=db;Password=hunter2\"|}")]
    [InlineData("\"DB_PASSWORD\", {|HF6004:\"changeme\"|}")]
    [InlineData("\"RABBITMQ_DEFAULT_PASS\", {|HF6004:\"guest\"|}")]
    [InlineData("\"Jwt__SigningKey\", {|HF6004:\"c2VjcmV0\"|}")]
    [InlineData("\"REDIS\", {|HF6004:\"redis:6379,password=hunter2,ssl=true\"|}")]
    [InlineData("\"PG\", {|HF6004:\"host=db user=orders password='hunter 2'\"|}")]
    [InlineData("\"STORE\", {|HF6004:\"AccountName=shop;AccountKey=abc==;EndpointSuffix=core\"|}")]
    [InlineData("\"AMQP\", {|HF6004:\"amqp://guest:guest@rabbit:5672\"|}")]
    [InlineData("\"JAVA_OPTS\", {|HF6004:\"-Xmx1g -Djavax.net.ssl.keyStorePassword=changeit\"|}")]
    [InlineData("\"JWTSecret\", {|HF6004:\"c2VjcmV0\"|}")]
    [InlineData("\"DBPassword\", {|HF6004:\"hunter2\"|}")]
    [InlineData("\"Redis__AdminPwd\", {|HF6004:\"hunter2\"|}")]
    [InlineData("\"ImagePullSecret\", \"registry\"")]
    [InlineData("\"MaxToken\", \"4096\"")]
    [InlineData("\"AMQP\", \"amqp://guest:$(OTHER_PASSWORD)@rabbit:5672\"")]
    [InlineData("\"AMQP\", \"amqp://rabbit:5672\"")]
    [InlineData("\"DB_PASSWORD\", \"#{DbPassword}#\"")]
    [InlineData("\"DB_PASSWORD\", \"<password>\"")]
    [InlineData("\"DB_PASSWORD\", \"__DB_PASSWORD__\"")]
    [InlineData("\"DB_PASSWORD\", \"ENC[AES256_GCM,data:x]\"")]
    [InlineData("\"DB_PASSWORD\", \"\"")]
    [InlineData("\"DB_SECRET\", \"db\"")] // the Secret of another variable
    [InlineData("\"TLS_SECRET\", \"orders-tls\"")]
    [InlineData("\"MAX_TOKEN\", \"4096\"")]
    [InlineData("\"GOOGLE_APPLICATION_CREDENTIALS\", \"key.json\"")]
    [InlineData("\"ETCD_INITIAL_CLUSTER_TOKEN\", \"etcd-cluster-1\"")]
    [InlineData("\"TOKEN\", \"https://issuer.example.com/token\"")]
    [InlineData("\"TOKENIZER\", \"cl100k\"")]
    [InlineData("\"HINT\", \"password must be long\"")]
    [InlineData("\"ALLOW_EMPTY_PASSWORD\", \"yes\"")]
    [InlineData("\"DB_PASSWORD_FILE\", \"/run/secrets/db\"")]
    [InlineData("\"TOKEN_TTL\", \"500s\"")]
    [InlineData("\"DB_PASSWORD\", \"$(OTHER_PASSWORD)\"")]
    [InlineData("\"DB_PASSWORD\", Secret = \"db\", Key = \"password\"")]
    [InlineData("\"ConnectionStrings__Db\", \"Host=db;Password=$(DB_PASSWORD)\"")]
    [InlineData("\"COMPASSWORD\", \"x\"")]
    public Task Secrets(string arguments) => RuleTest.VerifyWatchingAsync(
        "HF6004", Source.App(attributes: "[Env(\"OTHER_PASSWORD\", Secret = \"db\", Key = \"p\")] " + (arguments.Contains("$(DB_PASSWORD)", StringComparison.Ordinal) ? "[Env(\"DB_PASSWORD\", Secret = \"db\", Key = \"p\")] " : "") + $"[Env({arguments})]"));

    /// <summary>Only a shell replaces these.</summary>
    [Theory]
    [InlineData("{|HF6013:\"http://${POD_NAME}.orders\"|}")]
    [InlineData("{|HF6013:\"http://$POD_NAME.orders\"|}")]
    [InlineData("\"http://$(POD_NAME).orders\"")]
    [InlineData("\"http://${OTHER}.orders\"")]
    public Task FormsOfAShell(string value) => RuleTest.VerifyWatchingAsync("HF6013", Source.App(attributes: $"[Env(\"ADDRESS\", {value})]"));

    [Theory]
    [InlineData("{|HF6004:\"--password=hunter2\"|}")]
    [InlineData("\"--user\", \"root\", \"--password\", {|HF6004:\"hunter2\"|}")]
    [InlineData("\"--requirepass\", {|HF6004:\"hunter2\"|}")]
    [InlineData("{|HF6004:\"export DB_PASSWORD=hunter2; exec run\"|}")]
    [InlineData("{|HF6004:\"postgres://orders:hunter2@db/orders\"|}")]
    [InlineData("\"--password=$(OTHER_PASSWORD)\"")]
    [InlineData("\"--password\", \"$(OTHER_PASSWORD)\"")]
    [InlineData("\"--password\", \"--verbose\"")]
    [InlineData("\"--password-file\", \"/run/secrets/db\"")]
    [InlineData("\"--token-ttl=1h\", \"--tls-private-key=/tls/key\", \"--initial-cluster-token=orders\"")]
    [InlineData("\"export DB_PASSWORD=$DB_PASSWORD_2; PASSWORD=`cat /secret`; TOKEN=\\\"$1\\\" run\"")]
    [InlineData("\"sed -i s/password=.*/password=$P/ /conf\"")]
    public async Task SecretsOfACommandLine(string arguments)
    {
        string plain = System.Text.RegularExpressions.Regex.Replace(arguments, @"\{\|HF6004:(.*?)\|\}", "$1");
        string image = plain == arguments ? $"\"orders:1\", Args = new[] {{ {arguments} }}" : $"\"orders:1\", Args = {{|HF6004:new[] {{ {plain} }}|}}";
        await RuleTest.VerifyWatchingAsync("HF6004", $$"""
            using Holdfast;
            [StatefulApp("orders")]
            [Container({{image}})]
            [Env("OTHER_PASSWORD", Secret = "db", Key = "p")]
            public sealed partial class Orders { }
            """);
    }

    [Theory]
    [InlineData("[Env({|HF9027:\"POD_NAME\"|}, \"orders\")]")]
    [InlineData("[Env({|HF9027:\"POD_NAME\"|}, FieldPath = \"metadata.namespace\")]")]
    [InlineData("[Env({|HF9027:\"POD_NAMESPACE\"|}, ConfigMap = \"c\", Key = \"k\")]")]
    [InlineData("[Env({|HF9027:\"POD_NAMESPACE\"|}, \"other\")]")]
    [InlineData("[Env({|HF9027:\"POD_ORDINAL\"|}, \"0\")]")]
    [InlineData("[Patch(\"spec: {template: {spec: {containers: [{name: orders, env: [{name: POD_NAME, valueFrom: null, value: {|HF9027:x|}}]}]}}}\")]")]
    [InlineData("[Env(\"POD_NAME\", FieldPath = \"metadata.name\")]")]
    [InlineData("[Env(\"POD_NAMESPACE\", \"shop\")]")]
    [InlineData("[Env(\"POD_ORDINAL\", FieldPath = \"metadata.labels['apps.kubernetes.io/pod-index']\")]")]
    [InlineData("[Env(\"MY_POD_NAME\", \"orders\")]")]
    public Task VariablesOfThePod(string attribute) => RuleTest.VerifyAsync(Source.App("\"orders\", Namespace = \"shop\"", attribute));

    [Theory]
    [InlineData("[Env(\"HOST\", {|HF6010:\"$(POD_NAM).orders\"|})]")]
    [InlineData("[Env(\"A\", {|HF6010:\"$(B)\"|})] [Env(\"B\", \"1\")]")]
    [InlineData("[Env(\"A\", {|HF6010:\"$\\u0024$(B)\"|})]")]
    [InlineData("[Env(\"A\", {|HF6010:\"$(A)\"|})]")]
    [InlineData("[Env(\"A\", \"1\")] [Env(\"B\", \"$(A)-$(POD_ORDINAL)\")]")]
    [InlineData("[Env(\"A\", \"$\\u0024(B)\")]")]
    [InlineData("[Env(\"A\", \"$(OTHER_SERVICE_HOST):$(OTHER_SERVICE_PORT_HTTP)\")]")]
    [InlineData("[Env(\"A\", \"$(B)\")] [EnvFrom(ConfigMap = \"settings\")]")]
    [InlineData("[Env(\"A\", \"$(not a name)\")]")]
    [InlineData("[Patch(\"spec: {template: {spec: {containers: [{name: orders, args: [{|HF6010:--id=$(POD_ID)|}, $(POD_NAME), '$(hostname)', '$((POD_ORDINAL + 1))']}]}}}\")]")]
    public Task References(string attributes) => RuleTest.VerifyAsync(Source.App(attributes: attributes));

    [Theory]
    [InlineData("{|HF6012:\"o:1\"|}", "")]
    [InlineData("{|HF6012:\"o:1\"|}", "[SecurityContext(AllowRoot = true, ReadOnlyRootFilesystem = true)]")]
    [InlineData("\"o:1\"", "[SecurityContext(AllowRoot = true, RunAsUser = 70, ReadOnlyRootFilesystem = true)]")]
    [InlineData("\"o:1\"", "[SecurityContext(ReadOnlyRootFilesystem = true)]")]
    public Task Rights(string image, string attribute) => RuleTest.VerifyWatchingAsync("HF6012", $$"""
        using Holdfast;
        [StatefulApp("orders")]
        [Container({{image}})]
        {{attribute}}
        public sealed partial class Orders { }
        """);

    /// <summary>Containers of a pod that lack the same are one suggestion.</summary>
    [Fact]
    public void OneSuggestionForAllContainersOfAPod()
    {
        string[] said =
        [
            .. ManifestRuleTest.Find("{apiVersion: v1, kind: Pod, metadata: {name: orders}, spec: {initContainers: [{name: init, image: \"init:1.0\", securityContext: {readOnlyRootFilesystem: true}}], containers: [{name: orders, image: \"orders:1.0\"}, {name: proxy, image: \"proxy:1.0\"}, {name: logs, image: \"logs:1.0\", resources: {requests: {cpu: 1}}}]}}")
                .Where(static diagnostic => diagnostic.Id is "HF6002" or "HF6012")
                .Select(static diagnostic => diagnostic.Id + " " + diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Split([" no ", ", which"], StringSplitOptions.None)[0])
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(
            ["HF6002 'logs' requests", "HF6002 'orders' and 'proxy' request", "HF6012 'init' can run as root", "HF6012 'orders', 'proxy' and 'logs' can run as root and write to its root file system"],
            said);
    }

    [Theory]
    [InlineData("[Env(\"A\", )] [Env(\"B\", \"$(C)\")] [Env(Missing, \"1\")]")]
    [InlineData("[Env(\"A\", \"$(")]
    [InlineData("[Resources(CpuRequest = , MemoryRequest = Missing)]")]
    [InlineData("[SecurityContext(ReadOnlyRootFilesystem = Missing, RunAsUser = )]")]
    public Task SurvivesHalfTypedCode(string attribute) => RuleTest.SurvivesAsync(Source.App(attributes: attribute));
}
