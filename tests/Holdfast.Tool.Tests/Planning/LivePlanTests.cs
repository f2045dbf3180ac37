namespace Holdfast.Tool.Tests.Planning;

/// <summary><c>holdfast plan --live</c>: the cluster is read, and never written.</summary>
public class LivePlanTests
{
    private const string Uid = "0d5ab0ab-7dd0-4d0a-a1cf-3b9f5d1d7c11";

    private const string Set = "/apis/apps/v1/namespaces/shop/statefulsets/orders";

    [Fact]
    public void ARunningSetIsComparedWithWhatWasAppliedOfIt()
    {
        using StubCluster cluster = Running();
        using var run = new ToolRun();
        Assert.Equal(0, run.File("config", cluster.Kubeconfig).File("deploy/o.yaml", Release.With(("orders:1.0", "orders:1.1"))).Run("plan", "--live", "--kubeconfig", "config", "deploy"));
        Assert.Contains("`spec.template.spec.containers[name=orders].image`: `registry.example/orders:1.0` → `registry.example/orders:1.1`", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("revisionHistoryLimit", run.Output, StringComparison.Ordinal);
        Assert.Contains("Service shop/orders is created.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Pods of StatefulSet shop/orders restart in this order: orders-2 to orders-0.", run.Output, StringComparison.Ordinal);
        Assert.All(cluster.Requests, static request => Assert.Matches("^GET .* Bearer the-token$", request));
    }

    [Fact]
    public void TheSameManifestsChangeNothing()
    {
        using StubCluster cluster = Running();
        using var run = new ToolRun();
        string set = Release.Orders[..Release.Orders.IndexOf("---", StringComparison.Ordinal)];
        Assert.Equal(0, run.File("config", cluster.Kubeconfig).Input(set).Run("plan", "--live", "--kubeconfig", "config", "-"));
        Assert.Equal("Nothing changes.\n", run.Output);
    }

    /// <summary>A replica that is not Ready keeps an OrderedReady set from scaling down, which no manifest says.</summary>
    [Fact]
    public void AReplicaThatIsNotReadyIsWhereItGetsStuck()
    {
        using StubCluster cluster = Running();
        cluster.Answer("/api/v1/namespaces/shop/pods/orders-1", Pod("orders-1", "False"));
        using var run = new ToolRun();
        Assert.Equal(1, run.File("config", cluster.Kubeconfig).File("deploy/o.yaml", Release.With(("replicas: 3", "replicas: 2"))).Run("plan", "--live", "--kubeconfig", "config", "deploy"));
        Assert.Contains("warning plan-stuck: StatefulSet shop/orders gets stuck: orders-1 is not Ready", run.Output, StringComparison.Ordinal);
    }

    /// <summary>Claims of earlier replicas are bound again, which only the cluster knows.</summary>
    [Fact]
    public void KeptClaimsAreBoundAgain()
    {
        using StubCluster cluster = Running();
        using var run = new ToolRun();
        Assert.Equal(0, run.File("config", cluster.Kubeconfig).File("deploy/o.yaml", Release.With(("replicas: 3", "replicas: 5"))).Run("plan", "--live", "--kubeconfig", "config", "deploy"));
        Assert.Contains("- Claims stay with their data and are bound again: data-orders-3.", run.Output, StringComparison.Ordinal);
        Assert.Contains("- Claims are created, new and empty: data-orders-4.", run.Output, StringComparison.Ordinal);
        Assert.Contains(cluster.Requests, static request => request.Contains("persistentvolumeclaims?labelSelector=app%3Dorders", StringComparison.Ordinal));
    }

    [Fact]
    public void AStorageClassOfTheClusterForbidsGrowth()
    {
        using StubCluster cluster = Running();
        cluster.Answer("/apis/storage.k8s.io/v1/storageclasses", """{"kind":"StorageClassList","items":[{"metadata":{"name":"fast"},"provisioner":"disk.example"}]}""");
        using var run = new ToolRun();
        Assert.Equal(1, run.File("config", cluster.Kubeconfig).File("deploy/o.yaml", Release.With(("storage: 10Gi", "storage: 20Gi"))).Run("plan", "--live", "--kubeconfig", "config", "deploy"));
        Assert.Contains("because the StorageClass fast does not allow expansion", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUpdateThatIsUnderWayIsSaid()
    {
        using StubCluster cluster = Running();
        cluster.Answer(Set, Live("orders-2"));
        using var run = new ToolRun();
        run.File("config", cluster.Kubeconfig).File("deploy/o.yaml", Release.With(("replicas: 3", "replicas: 5"))).Run("plan", "--live", "--kubeconfig", "config", "deploy");
        Assert.Contains("An update is under way in the cluster.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "does not let you read /apis/apps/v1/namespaces/shop/statefulsets/orders (403 Forbidden)")]
    [InlineData(401, "does not know you (401 Unauthorized)")]
    [InlineData(500, "answers 500")]
    public void AClusterThatRefuses(int status, string message)
    {
        using StubCluster cluster = Running();
        cluster.Answer(Set, "{}", status);
        using var run = new ToolRun();
        Assert.Equal(2, run.File("config", cluster.Kubeconfig).File("deploy/o.yaml", Release.Orders).Run("plan", "--live", "--kubeconfig", "config", "deploy"));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AClusterThatDoesNotAnswer()
    {
        string kubeconfig;
        using (var cluster = new StubCluster())
        {
            kubeconfig = cluster.Kubeconfig;
        }

        using var run = new ToolRun();
        Assert.Equal(2, run.File("config", kubeconfig).File("deploy/o.yaml", Release.Orders).Run("plan", "--live", "--kubeconfig", "config", "deploy"));
        Assert.Contains("The cluster of the context 'test' does not answer", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing", "test")]
    [InlineData("config", "other")]
    [InlineData("broken", "test")]
    public void AConfigurationThatCannotBeRead(string file, string context)
    {
        using var cluster = new StubCluster();
        using var run = new ToolRun();
        run.File("config", cluster.Kubeconfig).File("broken", "clusters: [").File("deploy/o.yaml", Release.Orders);
        Assert.Equal(2, run.Run("plan", "--live", "--kubeconfig", file, "--context", context, "deploy"));
        Assert.Contains("The cluster's configuration cannot be read", run.Error, StringComparison.Ordinal);
    }

    private static StubCluster Running()
    {
        StubCluster cluster = new StubCluster().Answer(Set, Live("orders-1"));
        foreach (int ordinal in (int[])[0, 1, 2])
        {
            cluster.Answer($"/api/v1/namespaces/shop/pods/orders-{ordinal}", Pod($"orders-{ordinal}", "True"));
        }

        return cluster.Answer(
            "/api/v1/namespaces/shop/persistentvolumeclaims",
            """{"kind":"PersistentVolumeClaimList","items":[{"metadata":{"name":"data-orders-0"}},{"metadata":{"name":"data-orders-1"}},{"metadata":{"name":"data-orders-2"}},{"metadata":{"name":"data-orders-3"}},{"metadata":{"name":"data-orders-x"}}]}""");
    }

    private static string Pod(string name, string ready) =>
        $$$$"""{"kind":"Pod","metadata":{"name":"{{{{name}}}}","ownerReferences":[{"kind":"StatefulSet","name":"orders","uid":"{{{{Uid}}}}"}]},"status":{"phase":"Running","conditions":[{"type":"Ready","status":"{{{{ready}}}}"}]}}""";

    /// <summary>As the API server returns it, with its defaults.</summary>
    private static string Live(string updateRevision) => $$$$"""
        {"apiVersion":"apps/v1","kind":"StatefulSet",
         "metadata":{"name":"orders","namespace":"shop","uid":"{{{{Uid}}}}","generation":1,"resourceVersion":"7","annotations":{"holdfast.dev/quorum":"true"}},
         "spec":{"serviceName":"orders","replicas":3,"podManagementPolicy":"OrderedReady","revisionHistoryLimit":10,
          "persistentVolumeClaimRetentionPolicy":{"whenDeleted":"Retain","whenScaled":"Retain"},"updateStrategy":{"type":"RollingUpdate","rollingUpdate":{"partition":0}},
          "selector":{"matchLabels":{"app":"orders"}},
          "template":{"metadata":{"labels":{"app":"orders"}},"spec":{"restartPolicy":"Always","terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst","securityContext":{},"schedulerName":"default-scheduler",
           "containers":[{"name":"orders","image":"registry.example/orders:1.0","imagePullPolicy":"IfNotPresent","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File",
            "envFrom":[{"configMapRef":{"name":"settings"}}],"volumeMounts":[{"name":"data","mountPath":"/data"}]}]}},
          "volumeClaimTemplates":[{"kind":"PersistentVolumeClaim","apiVersion":"v1","metadata":{"name":"data"},"spec":{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"10Gi"}},"storageClassName":"fast","volumeMode":"Filesystem"},"status":{"phase":"Pending"}}]},
         "status":{"replicas":3,"currentRevision":"orders-1","updateRevision":"{{{{updateRevision}}}}"}}
        """;
}
