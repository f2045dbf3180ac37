using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis.Testing;
using Severity = Microsoft.CodeAnalysis.DiagnosticSeverity;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Patches that cannot be read or applied, and all other rules inside of a patch.</summary>
[HomeOf("HF9008", "HF9009", "HF9010", "HF9012")]
public class PatchTests
{
    private const string Members = """
        [Port(80)] public static partial ServicePort Http { get; }
        [VolumeClaim("1Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
        [ClientService] public static partial Service Front { get; }
        """;

    [Theory]
    [InlineData("spec: {replicas: 1, {|HF9008:replicas|}: 2}")]
    [InlineData("spec: {minReadySeconds: {|HF9008:*none|}}")]
    [InlineData("spec: {minReadySeconds: {|HF9008:.inf|}}")]
    [InlineData("kind: {|HF9008:Deployment|}")]
    [InlineData("kind: {|HF9008:Statefulset|}")]
    [InlineData("kind: {|HF9008:Service|}")] // two of them
    [InlineData("{kind: Service, metadata: {name: {|HF9008:order|}}}")]
    [InlineData("metadata: {name: {|HF9008:other|}}")]
    [InlineData("{kind: StatefulSet, apiVersion: {|HF9008:apps/v2|}}")]
    [InlineData("spec: {$patch: {|HF9008:remove|}}")]
    [InlineData("spec: {{|HF9008:$retainKeys|}: [a]}")]
    [InlineData("$patch: {|HF9008:delete|}")]
    [InlineData("spec: {template: {spec: {containers: [{{|HF9008:image|}: a}]}}}")]
    public Task CannotBeRead(string yaml) => VerifyAsync(Verbatim(yaml));

    [Theory]
    [InlineData("{|HF9008:\"\"|}")]
    [InlineData("{|HF9008:\"# only a comment\"|}")]
    [InlineData("\"a: [{|HF9008:|}\"")]
    [InlineData("\"{|HF9008:|}- a\"")]
    [InlineData("\"{|HF9008:text|}\"")]
    public Task IsNoObject(string literal) => VerifyAsync(literal);

    [Theory]
    [InlineData("{|HF9009:specs|}: {}")]
    [InlineData("{|HF9009:Spec|}: {}")]
    [InlineData("spec: {{|HF9009:terminationGracePeriodSeconds|}: 5}")]
    [InlineData("spec: {template: {spec: {{|HF9009:terminationGracePeriodSecond|}: 5}}}")]
    [InlineData("spec: {template: {spec: {containers: [{name: orders, {|HF9009:imagePullPolicies|}: Always}]}}}")]
    [InlineData("{kind: Service, metadata: {name: orders-front}, spec: {{|HF9009:clusterIp|}: None}}")]
    [InlineData("spec: {template: {spec: {terminationGracePeriodSeconds: 5, priorityClassName: high}}}")]
    [InlineData("{metadata: {annotations: {anything/at-all: 'yes'}}, spec: {minReadySeconds: null}}")]
    public Task FieldsThatDoNotExist(string yaml) => VerifyAsync(Verbatim(yaml));

    [Theory]
    [InlineData("spec: {minReadySeconds: {|HF9010:'5'|}}")]
    [InlineData("spec: {minReadySeconds: {|HF9010:5.5|}}")]
    [InlineData("{spec: {template: {spec: {priority: {|HF9010:5000000000|}}}}}")]
    [InlineData("spec: {minReadySeconds: {|HF9010:true|}}")]
    [InlineData("{|HF9010:spec|}: [a]")]
    [InlineData("spec: {|HF9010:text|}")]
    [InlineData("spec: {{|HF9010:template|}: []}")]
    [InlineData("spec: {template: {spec: {containers: {|HF9010:orders|}}}}")]
    [InlineData("spec: {template: {spec: {containers: [{|HF9010:orders|}]}}}")]
    [InlineData("spec: {template: {spec: {hostNetwork: {|HF9010:'true'|}}}}")]
    [InlineData("spec: {template: {spec: {priorityClassName: {|HF9010:5|}}}}")]
    [InlineData("metadata: {annotations: {a: {|HF9010:y|}}}")]
    [InlineData("metadata: {labels: {a: {|HF9010:1|}}}")]
    [InlineData("spec: {template: {spec: {containers: [{name: orders, resources: {limits: {cpu: {|HF9010:true|}}}}]}}}")]
    [InlineData("{kind: Service, metadata: {name: orders}, spec: {ports: [{port: 80, targetPort: {|HF9010:8.5|}}]}}")]
    [InlineData("spec: {minReadySeconds: 5.0}")]
    [InlineData("{metadata: {generation: 5000000000}, spec: {template: {spec: {hostNetwork: on}}}}")]
    [InlineData("spec: {template: {spec: {containers: [{name: orders, resources: {limits: {cpu: 2, memory: 1.5e9}}}]}}}")]
    [InlineData("{kind: Service, metadata: {name: orders}, spec: {ports: [{port: 80, targetPort: http}, {port: 81, name: x, targetPort: 8081}]}}")]
    public Task ValuesOfTheWrongType(string yaml) => VerifyAsync(Verbatim(yaml));

    [Theory]
    [InlineData("spec: {volumeClaimTemplates: [{metadata: {name: data}, spec: {resources: {requests: {storage: {|HF3008:10GB|}}}}}]}")]
    [InlineData("spec: {template: {spec: {containers: [{name: orders, resources: {limits: {memory: {|HF3008:'1 Gi'|}}}}]}}}")]
    [InlineData("spec: {template: {spec: {containers: [{name: side, image: 'a:1', ports: [{containerPort: {|HF6005:0|}}]}]}}}")]
    [InlineData("spec: {template: {spec: {containers: [{name: {|HF2003:Side_Car|}, image: 'a:1'}]}}}")]
    [InlineData("spec: {template: {spec: {containers: [{name: orders, ports: [{containerPort: 81, name: {|HF2003:Web|}}]}]}}}")]
    [InlineData("spec: {template: {spec: {volumes: [{name: shared, {|HF3001:persistentVolumeClaim|}: {claimName: shared}}]}}}")]
    [InlineData("spec: {template: {spec: {volumes: [{name: shared, persistentVolumeClaim: {claimName: shared, readOnly: true}}]}}}")]
    [InlineData("spec: {template: {spec: {securityContext: {runAsUser: {|HF6005:-1|}}}}}")]
    [InlineData("spec: {volumeClaimTemplates: [{metadata: {name: data}, spec: {resources: {requests: {storage: 10Gi}}}}]}")]
    public Task OtherRulesLookInside(string yaml) => VerifyAsync(Verbatim(yaml));

    [Theory]
    [InlineData("spec: {replicas: {|HF9012:5|}}")]
    [InlineData("spec: {serviceName: {|HF9012:other|}}")]
    [InlineData("spec: {ordinals: {start: {|HF9012:1|}}}")]
    [InlineData("spec: {podManagementPolicy: {|HF9012:Parallel|}}")]
    [InlineData("spec: {template: {spec: {containers: [{name: orders, ports: [{containerPort: 80, name: {|HF9012:web|}}]}]}}}")]
    [InlineData("{kind: Service, metadata: {name: orders}, spec: {ports: [{port: 80, name: {|HF9012:web|}}]}}")]
    [InlineData("spec: {updateStrategy: {type: {|HF9012:OnDelete|}}}")]
    [InlineData("spec: {updateStrategy: {rollingUpdate: {partition: {|HF9012:1|}}}}")]
    [InlineData("spec: {persistentVolumeClaimRetentionPolicy: {whenScaled: {|HF9012:{|HF3011:Delete|}|}}}")]
    [InlineData("spec: {persistentVolumeClaimRetentionPolicy: {whenDeleted: {|HF9012:Delete|}}}")]
    [InlineData("{spec: {updateStrategy: {type: RollingUpdate}, persistentVolumeClaimRetentionPolicy: {whenScaled: Retain}}}")]
    [InlineData("{spec: {replicas: 3, podManagementPolicy: OrderedReady, ordinals: {start: 0}, serviceName: orders}}")]
    [InlineData("spec: {replicas: null}")] // left to an autoscaler
    [InlineData("metadata: {namespace: shop}")] // not known in code
    [InlineData("{kind: Service, metadata: {name: orders}, spec: {ports: [{port: 80, protocol: UDP, name: web}, {port: 80, name: http}]}}")]
    public Task NamesThatCodeKnows(string yaml) => VerifyAsync(Verbatim(yaml));

    [Fact]
    public Task APatchCanTakeAwayWhatARuleIsAbout() => VerifyAsync(
        Verbatim("{kind: Service, metadata: {name: orders}, spec: {clusterIP: null}}"),
        "[PeerList(Env = \"PEERS\")] public static partial string Peers { get; }",
        "{|HF1003:\"orders\"|}, Replicas = 3");

    [Theory]
    [InlineData("\"spec:\\n  minReadySeconds: {|HF9010:'5'|}\"")]
    [InlineData("\"spec:\\u000A  \\x6dinReadySeconds: {|HF9010:\\'5\\'|}\"")]
    [InlineData("\"spec: {template: {metadata: {annotations: {x: '\\U0001F600', y: {|HF9010:5|}}}}}\"")]
    [InlineData("@\"spec: {template: {metadata: {annotations: {x: \"\"y\"\", y: {|HF9010:5|}}}}}\"")]
    [InlineData("@\"spec:\n  minReadySeconds: {|HF9010:'5'|}\"")]
    [InlineData("\"\"\"spec: {minReadySeconds: {|HF9010:'5'|}}\"\"\"")]
    [InlineData("\"\"\"\"\n    spec:\n\n      minReadySeconds: {|HF9010:\"5\"|}\n    \"\"\"\"")]
    [InlineData("\"\"\"\r\n\tspec:\r\n\t  minReadySeconds: {|HF9010:'5'|}\r\n\t\"\"\"")]
    [InlineData("\"spec:\\n\" +\n  (\"  {|HF9009:minReadySecond|}: 5\\n\" + @\"  revisionHistoryLimit: {|HF9010:yes|}\")")]
    [InlineData("{|HF9010:Texts.Yaml|}")]
    [InlineData("{|HF9010:\"spec: \" + Texts.Value|}")]
    [InlineData("yaml: \"spec: {minReadySeconds: {|HF9010:'5'|}}\"")]
    public Task PlacesAreThoseInTheLiteral(string literal) => VerifyAsync(literal);

    [Fact]
    public Task SaysWhichFieldWasMeant() => ExpectAsync(
        "spec: {template: {spec: {{|#0:terminationGracePeriodSecond|}: 5}}}",
        "HF9009",
        "'terminationGracePeriodSecond' is not a field of PodSpec, so the API server refuses the StatefulSet; did you mean 'terminationGracePeriodSeconds'?");

    [Fact]
    public Task SaysWhereFieldsAreListed() => ExpectAsync(
        "spec: {template: {spec: {{|#0:something|}: 5}}}",
        "HF9009",
        "'something' is not a field of PodSpec, so the API server refuses the StatefulSet; 'kubectl explain statefulset.spec.template.spec' lists those that are");

    [Theory]
    [InlineData("metadata: {annotations: {a: {|#0:y|}}}", "'a' takes a string, but this is the boolean true, so the API server refuses the StatefulSet; put it in quotes (YAML reads y, n, yes, no, on and off as booleans)")]
    [InlineData("spec: {minReadySeconds: {|#0:'5'|}}", "'minReadySeconds' takes a whole number of 32 bits, but this is the string '5', so the API server refuses the StatefulSet; write it without quotes")]
    [InlineData("spec: {minReadySeconds: {|#0:30s|}}", "'minReadySeconds' takes a whole number of 32 bits, but this is the string '30s', so the API server refuses the StatefulSet; write a whole number of 32 bits")]
    public Task SaysWhatIsExpected(string yaml, string message) => ExpectAsync(yaml, "HF9010", message);

    [Theory]
    [InlineData("kind: {|#0:Deployment|}", "there is no Deployment to patch, only Service 'orders', Service 'orders-front', StatefulSet 'orders'")]
    [InlineData("kind: {|#0:StatefullSet|}", "there is no StatefullSet to patch, did you mean 'StatefulSet'?")]
    [InlineData("kind: {|#0:Service|}", "there is more than one Service, so metadata.name has to say which: Service 'orders', Service 'orders-front'")]
    [InlineData("spec: {template: {spec: {containers: [{{|#0:image|}: a}]}}}", "an item of 'containers' needs its 'name', which identifies it")]
    public Task SaysWhyItIsLeftOut(string yaml, string problem) =>
        ExpectAsync(yaml, "HF9008", $"The patch cannot be read: {problem}; it is not in the manifest");

    [Theory]
    [InlineData("[Patch]")]
    [InlineData("[Patch(")]
    [InlineData("[Patch()]")]
    [InlineData("[Patch(null)]")]
    [InlineData("[Patch(Missing.Text)]")]
    [InlineData("[Patch(42)]")]
    [InlineData("[Patch(\"spec: {}\" + )]")]
    [InlineData("[Patch(yaml: )]")]
    [InlineData("[Patch(\"spec: {} # \\x")]
    [InlineData("[Patch(\"spec: {} # \\u00")]
    [InlineData("[Patch(\"spec: {} # \\U0000")]
    [InlineData("[Patch(\"spec: {} # \\q\")]")]
    [InlineData("[Patch(@\"metadata: {}")]
    [InlineData("[Patch(\"\"\"metadata: {}")]
    [InlineData("[Patch(\"\"\"\n  metadata: {}\n")]
    [InlineData("[Patch(\"\"\"\n  metadata: {}\n \"\"\")]")]
    public Task SurvivesHalfTypedCode(string attribute) => RuleTest.SurvivesAsync(Source.App(attributes: attribute, members: Members));

    private static string Verbatim(string yaml) => "@\"" + yaml.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Declaration(string literal, string members = "", string app = "\"orders\", Replicas = 3") =>
        Source.App(app, $"[Patch({literal})]", Members + members)
        + "static class Texts { public const string Yaml = \"spec: {minReadySeconds: '5'}\"; public const string Value = \"x\"; }";

    private static Task VerifyAsync(string literal, string members = "", string app = "\"orders\", Replicas = 3") =>
        RuleTest.VerifyAsync(Declaration(literal, members, app));

    private static Task ExpectAsync(string yaml, string id, string message)
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(Declaration(Verbatim(yaml)));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(id, Severity.Error).WithLocation(0).WithMessage(message));
        return test.RunAsync();
    }
}
