using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Checks of one field in a set with its Service, in which nothing else is wrong.</summary>
internal static class ManifestCheck
{
    /// <summary>Fields of the set's pods, beside their containers.</summary>
    public static Task PodsAsync(string fields) => VerifyAsync(Manifest.StatefulSet("orders", podSpec: "\n      " + fields));

    /// <summary>Fields of the set's spec. Those that it has already are replaced.</summary>
    public static Task SetAsync(string fields)
    {
        string set = Manifest.StatefulSet("orders");
        return VerifyAsync(fields.Contains("selector", StringComparison.Ordinal)
            ? set.Replace("selector:\n    matchLabels:\n      app: orders", fields, StringComparison.Ordinal)
            : set.Replace("  template:\n", $"  {fields}\n  template:\n", StringComparison.Ordinal));
    }

    /// <summary>A Deployment with such fields beside its selector, and such of its pods: no claims and no Service are asked of one.</summary>
    public static Task DeploymentAsync(string fields, params string[] podFields) => ObjectsAsync($$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: front}
        spec:
          {{fields}}
          selector:
            matchLabels: {app: front}
          template:
            metadata:
              labels: {app: front}
            spec:
              {{string.Join("\n      ", podFields)}}
        """);

    /// <summary>Objects beside the set.</summary>
    public static Task ObjectsAsync(params string[] manifests) => VerifyAsync([Manifest.StatefulSet("orders"), .. manifests]);

    private static Task VerifyAsync(params string[] manifests) => new ManifestRun()
        .File("k8s/orders.yaml", string.Join("\n---\n", manifests.Append(Manifest.Service("orders", "orders"))))
        .VerifyAsync();
}
