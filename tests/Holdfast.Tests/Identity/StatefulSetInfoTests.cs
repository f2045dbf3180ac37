namespace Holdfast.Tests.Identity;

public class StatefulSetInfoTests
{
    [Fact]
    public void DefaultsAreThoseOfKubernetes()
    {
        var set = new StatefulSetInfo("w");

        Assert.Equal("w", set.Name);
        Assert.Equal("w", set.ServiceName);
        Assert.Null(set.Namespace);
        Assert.Null(set.ClusterDomain);
        Assert.Equal(1, set.Replicas);
        Assert.Equal(0, set.OrdinalStart);
        Assert.Equal(PodManagementPolicy.OrderedReady, set.PodManagementPolicy);
        Assert.Empty(set.ClaimTemplates);
        Assert.Equal("w", set.ToString());
    }

    [Fact]
    public void EqualValuesMakeEqualSets()
    {
        StatefulSetInfo one = Full();
        StatefulSetInfo other = Full();

        Assert.Equal(one, other);
        Assert.True(one == other);
        Assert.False(one != other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    public static TheoryData<string> Differences => [.. DifferentSets().Keys];

    [Theory]
    [MemberData(nameof(Differences))]
    public void AnyOtherValueMakesAnotherSet(string difference)
    {
        StatefulSetInfo other = DifferentSets()[difference];

        Assert.NotEqual(Full(), other);
        Assert.True(Full() != other);
        Assert.False(Full().Equals(null));
    }

    [Fact]
    public void InAndWithReplicasChangeNothingElse()
    {
        StatefulSetInfo set = Full();

        Assert.Equal(set, set.In("other", "other.example").In("shop", "k8s.example"));
        Assert.Equal(set, set.WithReplicas(9).WithReplicas(3));
        Assert.Equal("k8s.example", set.In("other").ClusterDomain);
        Assert.Equal(3, set.Replicas);
    }

    [Fact]
    public void ClaimTemplatesAreCopied()
    {
        List<string> names = ["data"];
        var set = new StatefulSetInfo("w") { ClaimTemplates = names };

        names.Add("logs");

        Assert.Equal(["data"], set.ClaimTemplates);
    }

    [Theory]
    [InlineData("ZooKeeper")]
    [InlineData("zoo.keeper")]
    [InlineData("zoo_keeper")]
    [InlineData("-zookeeper")]
    [InlineData("zookeeper-")]
    [InlineData("zookeepér")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a123456789b123456789c123456789d123456789e123456789f123456789g123")]
    public void NamesMustBeDnsLabels(string name)
    {
        Assert.All<Action>(
            [
                () => _ = new StatefulSetInfo(name),
                () => _ = new StatefulSetInfo("w") { Namespace = name },
                () => _ = new StatefulSetInfo("w") { ClaimTemplates = [name] },
                () => _ = new StatefulSetInfo("w").In(name),
                () => _ = new Service(new StatefulSetInfo("w"), name),
                () => _ = new ServicePort(new StatefulSetInfo("w"), name, 80, PortProtocol.Tcp),
                () => _ = new ClaimTemplate(new StatefulSetInfo("w"), name, null),
            ],
            make =>
            {
                string message = Assert.Throws<ArgumentException>(make).Message;
                Assert.Contains($"\"{name}\" is not a DNS label", message, StringComparison.Ordinal);
                Assert.Contains("63 lower-case letters, digits and dashes", message, StringComparison.Ordinal);
            });
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3-w")]
    [InlineData("a123456789b123456789c123456789d123456789e123456789f123456789g12")]
    public void DigitsAnd63CharactersAreADnsLabel(string name) =>
        Assert.Equal(name, new StatefulSetInfo(name).Name);

    [Theory]
    [InlineData("cluster.local.")]
    [InlineData(".cluster.local")]
    [InlineData("cluster..local")]
    [InlineData("Cluster.Local")]
    [InlineData("")]
    public void ClusterDomainMustBeADnsName(string domain)
    {
        Assert.Contains(
            "no dot at the end",
            Assert.Throws<ArgumentException>(() => new StatefulSetInfo("w") { ClusterDomain = domain }).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("clusterDomain", () => new StatefulSetInfo("w").In("shop", domain));
    }

    [Fact]
    public void SizesMustBePossible()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Replicas", () => new StatefulSetInfo("w") { Replicas = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("OrdinalStart", () => new StatefulSetInfo("w") { OrdinalStart = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("replicas", () => new StatefulSetInfo("w").WithReplicas(-1));

        string message = Assert.Throws<ArgumentOutOfRangeException>(
            () => new StatefulSetInfo("w") { OrdinalStart = 5, Replicas = int.MaxValue }).Message;
        Assert.Contains("\"w\" cannot have 2147483647 replicas from ordinal 5 on", message, StringComparison.Ordinal);
    }

    [Fact]
    public void LargestSetHasALastPod() =>
        Assert.Equal("w-2147483646", new StatefulSetInfo("w") { OrdinalStart = 7, Replicas = int.MaxValue - 7 }.Pods.Last.Name);

    [Fact]
    public void ClaimTemplatesMustHaveNamesOfTheirOwn() =>
        Assert.Contains(
            "\"w\" has two claim templates called \"d\"",
            Assert.Throws<ArgumentException>(() => new StatefulSetInfo("w") { ClaimTemplates = ["d", "e", "d"] }).Message,
            StringComparison.Ordinal);

    [Fact]
    public void NullIsRefused()
    {
        Assert.Throws<ArgumentNullException>("name", () => new StatefulSetInfo((string)null!));
        Assert.Throws<ArgumentNullException>("ServiceName", () => new StatefulSetInfo("w") { ServiceName = null! });
        Assert.Throws<ArgumentNullException>("ClaimTemplates", () => new StatefulSetInfo("w") { ClaimTemplates = null! });
        Assert.Throws<ArgumentNullException>("namespace", () => new StatefulSetInfo("w").In(null!));
    }

    private static StatefulSetInfo Full(
        string name = "w",
        string service = "peers",
        string @namespace = "shop",
        string domain = "k8s.example",
        int replicas = 3,
        int start = 5,
        PodManagementPolicy policy = PodManagementPolicy.Parallel,
        string[]? claims = null) => new(name)
        {
            ServiceName = service,
            Namespace = @namespace,
            ClusterDomain = domain,
            Replicas = replicas,
            OrdinalStart = start,
            PodManagementPolicy = policy,
            ClaimTemplates = claims ?? ["data", "logs"],
        };

    private static Dictionary<string, StatefulSetInfo> DifferentSets() => new()
    {
        ["name"] = Full(name: "v"),
        ["service"] = Full(service: ""),
        ["namespace"] = Full(@namespace: "test"),
        ["domain"] = Full(domain: "cluster.local"),
        ["replicas"] = Full(replicas: 4),
        ["start"] = Full(start: 0),
        ["policy"] = Full(policy: PodManagementPolicy.OrderedReady),
        ["claims"] = Full(claims: ["data", "wal"]),
        ["order of claims"] = Full(claims: ["logs", "data"]),
        ["number of claims"] = Full(claims: ["data"]),
    };

    [Fact]
    public void WhatPlansNeedIsKeptComparedAndChecked()
    {
        var set = new StatefulSetInfo("w")
        {
            UpdateStrategy = UpdateStrategy.OnDelete,
            UpdatePartition = 2,
            MinReadySeconds = 10,
            ClaimsWhenDeleted = ClaimRetention.Delete,
        };

        Assert.Equal(set, new StatefulSetInfo(set));
        Assert.Equal(3, new StatefulSetInfo(set) { OrdinalStart = 3 }.Pods.First.Ordinal);
        Assert.Throws<ArgumentNullException>("other", () => new StatefulSetInfo((StatefulSetInfo)null!));
        StatefulSetInfo copy = set.In("shop").WithReplicas(5);
        Assert.Equal(
            (UpdateStrategy.OnDelete, 2, 10, ClaimRetention.Delete),
            (copy.UpdateStrategy, copy.UpdatePartition, copy.MinReadySeconds, copy.ClaimsWhenDeleted));
        Assert.NotEqual(set, new StatefulSetInfo("w") { UpdatePartition = 2, MinReadySeconds = 10, ClaimsWhenDeleted = ClaimRetention.Delete });
        Assert.NotEqual(set, new StatefulSetInfo("w") { UpdateStrategy = UpdateStrategy.OnDelete, MinReadySeconds = 10, ClaimsWhenDeleted = ClaimRetention.Delete });
        Assert.NotEqual(set, new StatefulSetInfo("w") { UpdateStrategy = UpdateStrategy.OnDelete, UpdatePartition = 2, ClaimsWhenDeleted = ClaimRetention.Delete });
        Assert.NotEqual(set, new StatefulSetInfo("w") { UpdateStrategy = UpdateStrategy.OnDelete, UpdatePartition = 2, MinReadySeconds = 10 });
        Assert.Throws<ArgumentOutOfRangeException>("UpdatePartition", () => new StatefulSetInfo("w") { UpdatePartition = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("MinReadySeconds", () => new StatefulSetInfo("w") { MinReadySeconds = -1 });
    }
}
