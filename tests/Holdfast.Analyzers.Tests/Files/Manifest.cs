namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Texts of manifests for tests.</summary>
internal static class Manifest
{
    public static string StatefulSet(string name, string? serviceName = null, string replicas = "3", string podSpec = "", string? marked = null) => $"""
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: {marked ?? name}
        spec:
          serviceName: {serviceName ?? name}
          replicas: {replicas}
          selector:
            matchLabels:
              app: {name}
          template:
            metadata:
              labels:
                app: {name}
            spec:
              terminationGracePeriodSeconds: 30{podSpec}
              containers:
              - name: {name}
                image: registry.example/{name}:1.0
                ports:
                - name: http
                  containerPort: 8080

        """;

    public static string Service(string name, string selector, string clusterIp = "None") => $"""
        apiVersion: v1
        kind: Service
        metadata:
          name: {name}
        spec:
          clusterIP: {clusterIp}
          selector:
            app: {selector}
          ports:
          - name: http
            port: 8080

        """;
}
