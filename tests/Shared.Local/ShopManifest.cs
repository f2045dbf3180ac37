namespace Holdfast.Local.Tests;

/// <summary>Manifests of the set that Holdfast.Local.Member plays.</summary>
internal static partial class ShopManifest
{
    /// <summary>What the generator would make of three replicas with a probe of TCP; the comments are where tests add to it.</summary>
    public const string Declared = """
        apiVersion: v1
        kind: Service
        metadata:
          name: shop
        spec:
          clusterIP: None
          publishNotReadyAddresses: true
          selector:
            app: shop
          ports:
          - name: http
            port: 8080
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: shop
        spec:
          serviceName: shop
          replicas: 3
          podManagementPolicy: OrderedReady
          selector:
            matchLabels:
              app: shop
          # set
          template:
            metadata:
              labels:
                app: shop
            spec:
              terminationGracePeriodSeconds: 20
              # pod
              containers:
              - name: shop
                image: shop:1
                ports:
                - name: http
                  containerPort: 8080
                volumeMounts:
                - name: data
                  mountPath: /data
                # container
                readinessProbe:
                  tcpSocket:
                    port: http
          volumeClaimTemplates:
          - metadata:
              name: data

        """;

    public const string HttpProbes = """
        readinessProbe:
          httpGet:
            path: /ready
            port: http
        """;

    public const string TcpProbes = """
        readinessProbe:
          tcpSocket:
            port: http
        """;

    /// <summary>A Service with an address, for <c>more</c>.</summary>
    public const string Client = """
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: shop-client
        spec:
          selector:
            app: shop
          ports:
          - name: web
            port: 80
            targetPort: http
        """;

    public static string Yaml(
        int replicas = 3, string policy = "OrderedReady", string probes = HttpProbes, string set = "", string container = "", string pod = "", string more = "") => Declared
        .Replace("replicas: 3", FormattableString.Invariant($"replicas: {replicas}"), StringComparison.Ordinal)
        .Replace("OrderedReady", policy, StringComparison.Ordinal)
        .Replace(Indented(TcpProbes, 8), Indented(probes, 8), StringComparison.Ordinal)
        .Replace("  # set", Indented(set, 2), StringComparison.Ordinal)
        .Replace("      # pod", Indented(pod, 6), StringComparison.Ordinal)
        .Replace("        # container", Indented(container, 8), StringComparison.Ordinal) + more;

    private static string Indented(string text, int spaces) =>
        text.Length == 0 ? "" : string.Join('\n', text.Split('\n').Select(line => new string(' ', spaces) + line));
}
