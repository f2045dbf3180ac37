using System.Reflection;

namespace Holdfast.Local.Tests;

/// <summary>Manifests of the set that Holdfast.Local.Member plays, and the command that runs it.</summary>
internal static class ShopManifest
{
    /// <summary>The program of tests/Holdfast.Local.Member, built as this project is.</summary>
    public static LocalCommand Command(params string[] arguments)
    {
        string folder = AppContext.BaseDirectory.Replace("Holdfast.Local.Tests", "Holdfast.Local.Member", StringComparison.Ordinal);
        string assembly = Path.Combine(folder, "Holdfast.Local.Member.dll");
        Assert.True(File.Exists(assembly), $"{assembly} is not built");
        return LocalCommand.Dotnet(assembly, arguments);
    }

    public static LocalApp App(string yaml, params string[] arguments) => LocalApp.FromYaml(yaml, Command(arguments));

    /// <summary>Options for tests: what takes time in a cluster takes little.</summary>
    public static LocalClusterOptions Options(string? directory = null) => new()
    {
        Directory = directory,
        FirstProbePeriod = TimeSpan.FromMilliseconds(25),
        LongestProbePeriod = TimeSpan.FromMilliseconds(50),
        LongestGracePeriod = TimeSpan.FromSeconds(1),
        ReadyTimeout = TimeSpan.FromSeconds(30),
        RestartBackOff = new RestartBackOff { First = TimeSpan.FromMilliseconds(50), Longest = TimeSpan.FromMilliseconds(200) },
        Output = text => TestContext.Current.TestOutputHelper?.WriteLine(text),
    };

    public static string Yaml(
        int replicas = 3, string policy = "OrderedReady", string probes = HttpProbes, string set = "", string container = "", string pod = "", string more = "") => $"""
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
          replicas: {replicas}
          podManagementPolicy: {policy}
          selector:
            matchLabels:
              app: shop
        {Indented(set, 2)}
          template:
            metadata:
              labels:
                app: shop
            spec:
              terminationGracePeriodSeconds: 20
        {Indented(pod, 6)}
              containers:
              - name: shop
                image: shop:1
                ports:
                - name: http
                  containerPort: 8080
                volumeMounts:
                - name: data
                  mountPath: /data
        {Indented(probes, 8)}
        {Indented(container, 8)}
          volumeClaimTemplates:
          - metadata:
              name: data
        {more}
        """;

    public const string HttpProbes = """
        readinessProbe:
          httpGet:
            path: /ready
            port: http
        """;

    private static string Indented(string text, int spaces) =>
        text.Length == 0 ? "" : string.Join('\n', text.Split('\n').Select(line => new string(' ', spaces) + line));
}
