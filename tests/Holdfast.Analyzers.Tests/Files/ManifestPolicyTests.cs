using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Network policies that drop what the pods need.</summary>
[HomeOf("HF5021", "HF5022")]
public class ManifestPolicyTests
{
    private const string Own = "to: [{podSelector: {matchLabels: {app: orders}}}]";

    [Theory]
    [InlineData("{|HF5021:egress|}: [{" + Own + ", ports: [{port: 8080}]}]")]
    [InlineData("{|HF5021:egress|}: [{" + Own + "}]")] // the cluster's DNS is in another namespace
    [InlineData("{|HF5021:egress|}: [{ports: [{port: 53}]}]")] // by TCP
    [InlineData("{|HF5021:egress|}: [{ports: [{port: 54, endPort: 60, protocol: UDP}, {port: http}]}]")]
    [InlineData("policyTypes: [Ingress], egress: [{" + Own + "}]")]
    [InlineData("policyTypes: [Egress]")] // nothing is meant to leave
    [InlineData("egress: [{" + Own + "}, {ports: [{port: 53, protocol: UDP}]}]")]
    [InlineData("egress: [{" + Own + "}, {ports: [{port: 5353, protocol: UDP}]}]")]
    [InlineData("egress: [{ports: [{port: 1, endPort: 1024, protocol: UDP}]}]")]
    [InlineData("egress: [{ports: [{protocol: UDP}]}]")]
    [InlineData("egress: [{ports: [{port: dns, protocol: UDP}]}]")]
    [InlineData("egress: [{}]")]
    [InlineData("egress: [{to: [{namespaceSelector: {}}]}]")]
    [InlineData("egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}]")]
    [InlineData("egress: [{to: [{podSelector: {matchLabels: {k8s-app: kube-dns}}}]}]")] // it may be applied in kube-system
    [InlineData("egress: [{ports: [{port: '{{ .Values.port }}'}]}]")]
    public Task OfQueries(string rules) => DnsAsync(Names, rules);

    [Theory]
    [InlineData("args: [--join=orders-0.orders]", true)]
    [InlineData("args: [--join=http://orders:8080]", true)]
    [InlineData("args: [--join=orders.shop.svc]", true)]
    [InlineData("env: [{name: POD, valueFrom: {fieldRef: {fieldPath: metadata.name}}}, {name: ADVERTISED, value: $(POD).orders}]", true)]
    [InlineData("env: [{name: DB_HOST, value: orders}]", true)]
    [InlineData("env: [{name: TOPIC, value: orders}]", false)]
    [InlineData("args: [--name=orders]", false)]
    [InlineData("args: [--join=customers-0.customers]", false)] // no Service of that name is known
    [InlineData("args: [--join=10.0.0.1]", false)]
    public Task OfPodsThatUseNames(string container, bool isFound) =>
        DnsAsync(container, (isFound ? "{|HF5021:egress|}" : "egress") + ": [{" + Own + ", ports: [{port: 8080}]}]");

    [Theory]
    [InlineData("{name: all}\nspec: {podSelector: {}, egress: [{ports: [{port: 53, protocol: UDP}]}]}")]
    [InlineData("{name: all}\nspec: {podSelector: {matchExpressions: [{key: app, operator: Exists}]}, egress: [{}]}")]
    [InlineData("{name: all}\nspec: {podSelector: {matchLabels: '{{ .Values.labels }}'}, egress: [{}]}")]
    public Task AnotherPolicyMayAllowIt(string policy) =>
        DnsAsync(Names, "egress: [{" + Own + "}]", "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: " + policy);

    [Fact]
    public Task AnotherControllerMayAllowIt() =>
        DnsAsync(Names, "egress: [{" + Own + "}]", "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: all}\nspec: {endpointSelector: {}}");

    [Fact]
    public Task APolicyForOtherPodsDoesNot() => DnsAsync(
        Names, "{|HF5021:egress|}: [{" + Own + "}]", "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: all}\nspec: {podSelector: {matchLabels: {app: customers}}, egress: [{}]}");

    [Theory]
    [InlineData("ingress: [{ports: [{port: {|HF5022:80|}}]}]")]
    [InlineData("ingress: [{from: [{podSelector: {}}], ports: [{port: {|HF5022:80|}, protocol: TCP}]}]")]
    [InlineData("ingress: [{ports: [{port: {|HF5022:web|}}]}]")]
    [InlineData("egress: [{to: [{podSelector: {matchLabels: {app: front}}}], ports: [{port: {|HF5022:80|}}]}]")]
    [InlineData("ingress: [{ports: [{port: 8080}]}]")]
    [InlineData("ingress: [{ports: [{port: 80}, {port: 8080}]}]")]
    [InlineData("ingress: [{ports: [{port: 80}, {port: http}]}]")]
    [InlineData("ingress: [{ports: [{port: 80, endPort: 9000}]}]")]
    [InlineData("ingress: [{ports: [{port: 80, protocol: UDP}]}]")]
    [InlineData("ingress: [{ports: [{port: 9090}]}]")] // that of no Service
    [InlineData("ingress: [{ports: [{port: '{{ .Values.port }}'}]}]")]
    [InlineData("egress: [{to: [{namespaceSelector: {}, podSelector: {matchLabels: {app: front}}}], ports: [{port: 80}]}]")]
    public Task OfAService(string rules) => ManifestCheck.ObjectsAsync(
        Front("{name: http, containerPort: 8080}"),
        "apiVersion: v1\nkind: Service\nmetadata: {name: front}\nspec: {selector: {app: front}, ports: [{name: web, port: 80, targetPort: http}]}",
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: front}\nspec: {podSelector: {matchLabels: {app: front}}, " + rules + "}");

    [Theory]
    [InlineData("{name: http, containerPort: 8080}, {name: plain, containerPort: 80}", "")]
    [InlineData("{name: http, containerPort: 8080}", "annotations: {sidecar.istio.io/inject: 'true'}, ")] // a proxy may listen on it
    [InlineData("", "")] // what is not declared may be served
    public Task WherePodsMayListenOnIt(string ports, string metadata) => ManifestCheck.ObjectsAsync(
        Front(ports, metadata),
        "apiVersion: v1\nkind: Service\nmetadata: {name: front}\nspec: {selector: {app: front}, ports: [{name: web, port: 80, targetPort: 8080}]}",
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: front}\nspec: {podSelector: {matchLabels: {app: front}}, ingress: [{ports: [{port: 80}]}]}");

    private const string Names = "args: [--join=orders-0.orders]";

    private static string Front(string ports, string metadata = "") =>
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: front}\nspec: {selector: {matchLabels: {app: front}}, template: {metadata: {" + metadata + "labels: {app: front}}, spec: {containers: [{name: front, image: 'front:1.0', ports: [" + ports + "]}]}}}";

    private static Task DnsAsync(string container, string rules, params string[] others) => new ManifestRun()
        .File("k8s/orders.yaml", string.Join(
            "\n---\n",
            others
                .Prepend("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: orders}\nspec: {podSelector: {matchLabels: {app: orders}}, " + rules + "}")
                .Prepend(Manifest.StatefulSet("orders").TrimEnd() + "\n        " + container)
                .Append(Manifest.Service("orders", "orders"))))
        .VerifyAsync();
}
