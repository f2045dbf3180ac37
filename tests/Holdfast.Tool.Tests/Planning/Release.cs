namespace Holdfast.Tool.Tests.Planning;

/// <summary>Manifests of one release, for tests.</summary>
internal static class Release
{
    /// <summary>A set with claims, its Service and a ConfigMap.</summary>
    public const string Orders = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: orders
          namespace: shop
          annotations: {holdfast.dev/quorum: "true"}
        spec:
          serviceName: orders
          replicas: 3
          selector: {matchLabels: {app: orders}}
          template:
            metadata: {labels: {app: orders}}
            spec:
              containers:
              - name: orders
                image: registry.example/orders:1.0
                envFrom: [{configMapRef: {name: settings}}]
                volumeMounts: [{name: data, mountPath: /data}]
          volumeClaimTemplates:
          - metadata: {name: data}
            spec: {accessModes: [ReadWriteOnce], storageClassName: fast, resources: {requests: {storage: 10Gi}}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: orders, namespace: shop}
        spec: {clusterIP: None, selector: {app: orders}, ports: [{name: http, port: 80}]}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings, namespace: shop}
        data: {LEVEL: info}

        """;

    /// <summary>The same with some texts replaced, each of which must be there.</summary>
    public static string With(params (string Before, string After)[] changes) => changes.Aggregate(Orders, static (text, change) =>
    {
        Assert.Contains(change.Before, text, StringComparison.Ordinal);
        return text.Replace(change.Before, change.After, StringComparison.Ordinal);
    });
}
