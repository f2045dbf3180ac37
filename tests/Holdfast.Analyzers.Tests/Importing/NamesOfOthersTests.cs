namespace Holdfast.Analyzers.Tests.Importing;

/// <summary>Names of replicas and Services in variables.</summary>
public class NamesOfOthersTests
{
    private const string Set = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: zk }
        spec:
          serviceName: zk-hs
          replicas: 3
          selector: { matchLabels: { app: zk } }
          template:
            metadata: { labels: { app: zk } }
            spec:
              containers:
              - name: zk
                image: zk:1
                ports:
                - { name: client, containerPort: 2181 }
                - { name: peer, containerPort: 2888 }
                env:
                - { name: SERVERS, value: "VALUE" }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: zk-hs }
        spec:
          clusterIP: None
          selector: { app: zk }
          ports: [{ name: client, port: 2181 }, { name: peer, port: 2888 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: zk }
        spec:
          selector: { app: zk }
          ports: [{ name: client, port: 2181 }]
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: front }
        spec:
          selector: { matchLabels: { app: front } }
          template:
            metadata: { labels: { app: front } }
            spec:
              containers:
              - name: front
                image: front:1
                env:
                - { name: TARGET, value: "OTHER" }

        """;

    [Theory]
    [InlineData("zk-0.zk-hs:2181,zk-1.zk-hs:2181,zk-2.zk-hs:2181", "[PeerList(Env = \"SERVERS\", Each = \"{host}:{Client}\")]")]
    [InlineData("server.1=zk-0.zk-hs:2888 server.2=zk-1.zk-hs:2888 server.3=zk-2.zk-hs:2888", "[PeerList(Env = \"SERVERS\", Each = \"server.{ordinal+1}={host}:{Peer}\", Separator = \" \")]")]
    [InlineData("zk-0;zk-1;zk-2", "[PeerList(Env = \"SERVERS\", Each = \"{name}\", Separator = \";\")]")]
    public void AListOfAllReplicasIsAPeerList(string value, string attribute) => Assert.Contains(attribute, Same(value, "x").Result.Code, StringComparison.Ordinal);

    [Theory]
    [InlineData("zk:2181/chroot", "{Clients:Client}/chroot")]
    [InlineData("http://zk/{x}", "http://{Clients}/{{x}}")]
    [InlineData("zk-0.zk-hs:2181", "{first:Client}")]
    public void AnAddressOfAnotherWorkloadIsOne(string value, string text) =>
        Assert.Contains($"[AddressOf(typeof(Zk), \"{text}\", Env = \"TARGET\")]", Same("x", value).Result.Code, StringComparison.Ordinal);

    [Theory]
    [InlineData("zk-0.zk-hs:2181,zk-1.zk-hs:2181")]
    [InlineData("zk-0.zk-hs:2181,zk-2.zk-hs:2181,zk-1.zk-hs:2181")]
    public void ALookAlikeStaysAVariable(string value) => Assert.Contains($"[Env(\"SERVERS\", \"{value}\")]", Same(value, "x").Result.Code, StringComparison.Ordinal);

    /// <summary>A name by itself may mean anything, a longer one is another name, and another number is another port.</summary>
    [Theory]
    [InlineData("zk")]
    [InlineData("my-zk:2181")]
    [InlineData("zk:21810")]
    [InlineData("zk:2888")]
    [InlineData("http://zk2/")]
    public void AnotherNameStaysAVariable(string value) => Assert.Contains($"[Env(\"TARGET\", \"{value}\")]", Same("x", value).Result.Code, StringComparison.Ordinal);

    private static ImportRun Same(string servers, string target)
    {
        var run = ImportRun.OfText(Set.Replace("VALUE", servers, StringComparison.Ordinal).Replace("OTHER", target, StringComparison.Ordinal));
        Assert.Empty(run.Errors);
        Assert.Empty(run.Result.Apps.SelectMany(run.DifferencesOf));
        return run;
    }
}
