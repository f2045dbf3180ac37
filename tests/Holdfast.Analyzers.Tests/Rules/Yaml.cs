namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Manifests for rules to look at: good ones, with one part to be changed.</summary>
internal static class Yaml
{
    public const string Headless = "{apiVersion: v1, kind: Service, metadata: {name: orders}, spec: {clusterIP: None, publishNotReadyAddresses: true, selector: {app: orders}, ports: [{name: http, port: 80}]}}";

    /// <summary>A StatefulSet of three, governed by its own Service name.</summary>
    /// <param name="spec">Further fields of its <c>spec</c>.</param>
    /// <param name="pod">Further fields of its pods' <c>spec</c>.</param>
    /// <param name="container">Further fields of its container.</param>
    public static string Set(string spec = "", string pod = "", string container = "", string name = "orders", string labels = "app: orders") =>
        $"{{apiVersion: apps/v1, kind: StatefulSet, metadata: {{name: {name}}}, spec: {{serviceName: orders, replicas: 3, {spec}{Comma(spec)}selector: {{matchLabels: {{app: {name}}}}}, {Template(labels, pod, container)}}}}}";

    /// <summary>A Deployment.</summary>
    public static string Deployment(string spec, string pod = "", string name = "orders") =>
        $"{{apiVersion: apps/v1, kind: Deployment, metadata: {{name: {name}}}, spec: {{{spec}{Comma(spec)}selector: {{matchLabels: {{app: {name}}}}}, {Template("app: " + name, pod, string.Empty)}}}}}";

    public static string Claim(string name, string accessMode) =>
        $"{{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {{name: {name}}}, spec: {{accessModes: [{accessMode}], resources: {{requests: {{storage: 1Gi}}}}}}}}";

    /// <summary>A pod's volume of a claim, mounted or not by the container of <see cref="Set"/>.</summary>
    public static string Volume(string claim) => $"volumes: [{{name: data, persistentVolumeClaim: {claim}}}]";

    public static string Documents(params string[] objects) => string.Join("\n---\n", objects);

    private static string Template(string labels, string pod, string container) =>
        $"template: {{metadata: {{labels: {{{labels}}}}}, spec: {{{pod}{Comma(pod)}containers: [{{name: orders, image: \"orders:1.0\"{(container.Length > 0 ? ", " : string.Empty)}{container}}}]}}}}";

    private static string Comma(string fields) => fields.Length > 0 ? ", " : string.Empty;
}
