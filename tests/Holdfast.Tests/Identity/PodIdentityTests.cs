using Holdfast.WellKnown;

namespace Holdfast.Tests.Identity;

public class PodIdentityTests
{
    private static readonly StatefulSetInfo Set = ZooKeeper.StatefulSet;

    private static readonly StatefulSetInfo FromFive = new("w") { OrdinalStart = 5, Replicas = 3 };

    [Fact]
    public void OrdinalComesFromTheDownwardApi()
    {
        Assert.Equal(1, FakePod.InCluster().Numbered("1").Identify(Set).Ordinal);
        Assert.Equal(2, FakePod.InCluster().Named("zookeeper-2").Identify(Set).Ordinal);
        Assert.Equal(2, FakePod.InCluster().Numbered("2").Named("zookeeper-2").Identify(Set).Ordinal);
    }

    [Fact]
    public void OrdinalComesFromTheHostNameWhenTheManifestSaysNothing()
    {
        Assert.Equal(2, FakePod.InCluster("zookeeper-2").Identify(Set).Ordinal);
        Assert.Equal(2, FakePod.InCluster("zookeeper-2.zookeeper.shop.svc.cluster.local").Identify(Set).Ordinal);
        Assert.Equal(6, FakePod.InCluster("w-6").Identify(FromFive).Ordinal);
    }

    [Fact]
    public void DownwardApiGoesBeforeTheHostName() =>
        Assert.Equal(1, FakePod.InCluster("zookeeper-2").Named("zookeeper-1").Identify(Set).Ordinal);

    [Fact]
    public void EmptyOrdinalOfClustersBefore1_28IsNone() =>
        Assert.Equal(2, FakePod.InCluster().Numbered("").Named("zookeeper-2").Identify(Set).Ordinal);

    [Fact]
    public void IdentityCarriesWhatWasLearnt()
    {
        PodIdentity self = FakePod.InCluster().Named("zookeeper-1").InNamespace("shop").Identify(Set);

        Assert.Equal("zookeeper-1", self.Name);
        Assert.Equal("zookeeper-1", self.ToString());
        Assert.Equal("shop", self.Namespace);
        Assert.Equal("zookeeper-1.zookeeper.shop.svc.cluster.local", self.HostName);
        Assert.Equal("zookeeper-1.zookeeper.shop.svc.cluster.local", self.Pod.HostName);
        Assert.Equal(Set.In("shop"), self.Set);
        Assert.Equal(
            ["zookeeper-0.zookeeper.shop.svc.cluster.local", "zookeeper-2.zookeeper.shop.svc.cluster.local"],
            self.Peers.Select(peer => peer.HostName));
    }

    [Fact]
    public void IdentityFindsItselfWhateverIsKnown()
    {
        PodIdentity self = FakePod.InCluster().Named("zookeeper-1").InNamespace("shop").Identify(Set);

        Assert.True(self.Is(ZooKeeper.Pods[1]));
        Assert.True(self.Is(ZooKeeper.Pods.In("shop")[1]));
        Assert.False(self.Is(ZooKeeper.Pods.In("test")[1]));
        Assert.False(self.Is(ZooKeeper.Pods[0]));
        Assert.Equal("zookeeper-1.zookeeper.shop.svc.cluster.local", ZooKeeper.Client.On(self.Pod).Host);
    }

    [Fact]
    public void ScaledUpSetHasMembersBeyondTheDeclaredOnes()
    {
        Assert.All(
            [FakePod.InCluster().Named("zookeeper-4"), FakePod.InCluster().Numbered("4")],
            pod =>
            {
                PodIdentity self = pod.Identify(Set);

                Assert.Equal("zookeeper-4", self.Name);
                Assert.Equal(["zookeeper-0", "zookeeper-1", "zookeeper-2", "zookeeper-3"], self.Peers.Select(peer => peer.Name));
                Assert.Equal(self.Pod, self.Set.Pods.Last);
                Assert.Equal(["zookeeper-0", "zookeeper-1", "zookeeper-2"], ZooKeeper.Pods.Except(self).Select(peer => peer.Name));
            });
    }

    [Fact]
    public void PeersCountFromTheFirstOrdinal() =>
        Assert.Equal(["w-5", "w-7"], FakePod.InCluster().Named("w-6").Identify(FromFive).Peers.Select(peer => peer.Name));

    [Theory]
    [InlineData("kafka-0")]
    [InlineData("zookeeper")]
    [InlineData("zookeeper-")]
    [InlineData("zookeeper-01")]
    [InlineData("zookeeper-+1")]
    [InlineData("zookeeper--1")]
    [InlineData("zookeeper- 1")]
    [InlineData("zookeeper-1 ")]
    [InlineData("zookeeper-1\0")]
    [InlineData("zookeeper-１")]
    [InlineData("zookeeper-0x1")]
    [InlineData("zookeeper-2147483647")]
    [InlineData("zookeeper-99999999999")]
    [InlineData("ZooKeeper-1")]
    [InlineData("zookeeper-test-1")]
    [InlineData("my-zookeeper-1")]
    [InlineData("zookeeper-7d9f8c6b5-x2x1z")]
    public void NameOfNoMemberIsRefused(string name)
    {
        string message = Refusal(FakePod.InCluster("zookeeper-1").Named(name));

        Assert.Contains($"POD_NAME is \"{name}\"", message, StringComparison.Ordinal);
        Assert.Contains("zookeeper-0, zookeeper-1 and so on", message, StringComparison.Ordinal);
        Assert.Contains("Run it in StatefulSet \"zookeeper\"", message, StringComparison.Ordinal);
        Assert.Contains("[StatefulApp(", message, StringComparison.Ordinal);
    }

    [Fact]
    public void NameOfAnotherSetIsRefusedEvenWithAnOrdinal() =>
        Assert.Contains("POD_NAME is \"kafka-1\"", Refusal(FakePod.InCluster().Numbered("1").Named("kafka-1")), StringComparison.Ordinal);

    [Fact]
    public void SetNamesMayHoldDashesAndDigits()
    {
        var set = new StatefulSetInfo("my-db-2") { Replicas = 20 };

        Assert.Equal(11, FakePod.InCluster().Named("my-db-2-11").Identify(set).Ordinal);
        Assert.Contains("\"my-db-2\"", Refusal(FakePod.InCluster().Named("my-db-2"), set), StringComparison.Ordinal);
        Assert.Contains("\"my-db-2-1-1\"", Refusal(FakePod.InCluster().Named("my-db-2-1-1"), set), StringComparison.Ordinal);
    }

    [Fact]
    public void SourcesThatDisagreeAreRefused()
    {
        string message = Refusal(FakePod.InCluster().Numbered("1").Named("zookeeper-2"));

        Assert.Contains("POD_ORDINAL is 1, but POD_NAME is \"zookeeper-2\"", message, StringComparison.Ordinal);
        Assert.Contains("StatefulSet \"zookeeper\"", message, StringComparison.Ordinal);
        Assert.Contains("metadata.labels['apps.kubernetes.io/pod-index']", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("01")]
    [InlineData("1.0")]
    [InlineData("1\0")]
    [InlineData("2147483648")]
    public void OrdinalThatIsNoNumberIsRefused(string ordinal)
    {
        string message = Refusal(FakePod.InCluster("zookeeper-1").Numbered(ordinal));

        Assert.Contains($"POD_ORDINAL is \"{ordinal}\", which is not an ordinal", message, StringComparison.Ordinal);
        Assert.Contains("cannot find out which replica of StatefulSet \"zookeeper\"", message, StringComparison.Ordinal);
        Assert.Contains("POD_NAME from the field metadata.name", message, StringComparison.Ordinal);
    }

    [Fact]
    public void OrdinalBelowTheFirstIsRefused()
    {
        Assert.All(
            [Refusal(FakePod.InCluster().Named("w-4"), FromFive), Refusal(FakePod.InCluster().Numbered("4"), FromFive)],
            message =>
            {
                Assert.Contains("ordinals of StatefulSet \"w\" begin at 5", message, StringComparison.Ordinal);
                Assert.Contains("w-4 is not one of its replicas", message, StringComparison.Ordinal);
                Assert.Contains("declare OrdinalStart = 4 or less", message, StringComparison.Ordinal);
            });
    }

    [Theory]
    [InlineData("node-7")]
    [InlineData("")]
    [InlineData("kafka-1")]
    [InlineData("zookeeper-3")]
    [InlineData("ZOOKEEPER-1")]
    [InlineData("zookeeper-7d9f8c6b5-x2x1z")]
    public void HostNameIsNotTrustedWhenAnythingIsWrongWithIt(string hostName)
    {
        string message = Refusal(FakePod.InCluster(hostName));

        Assert.Contains("Neither POD_ORDINAL nor POD_NAME is set", message, StringComparison.Ordinal);
        Assert.Contains($"host name \"{hostName}\" does not reliably show", message, StringComparison.Ordinal);
        Assert.Contains("StatefulSet \"zookeeper\" this is, which has 3 replicas, zookeeper-0 to zookeeper-2", message, StringComparison.Ordinal);
        Assert.Contains("Declare env POD_NAME from the field metadata.name", message, StringComparison.Ordinal);
    }

    [Fact]
    public void HostNameThatMayHaveBeenCutOffIsNotTrusted()
    {
        string name = new('a', 61);
        var set = new StatefulSetInfo(name) { Replicas = 20 };

        // The pod is …-12, 64 characters; the host name has room for 63.
        Assert.Contains("a long one is truncated", Refusal(FakePod.InCluster(name + "-1"), set), StringComparison.Ordinal);
    }

    [Fact]
    public void HostNameOnTheHostsNetworkIsTheNodesEvenWhenItLooksLikeAMembers()
    {
        string message = Refusal(FakePod.InCluster("zookeeper-1").WithHosts("# Kubernetes-managed hosts file (host network).\n127.0.0.1 localhost\n"));

        Assert.Contains("on its host's network", message, StringComparison.Ordinal);
        Assert.Contains("\"zookeeper-1\" is the node's", message, StringComparison.Ordinal);
        Assert.Contains("Declare env POD_NAME from the field metadata.name", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Kubernetes-managed hosts file (host network).\n")]
    [InlineData("# Kubernetes-managed hosts file.\n")]
    [InlineData("127.0.0.1 localhost\n")]
    [InlineData("")]
    public void VariablesCountOnEveryNetwork(string hosts)
    {
        Assert.Equal(1, FakePod.InCluster("node-7").WithHosts(hosts).Numbered("1").Identify(Set).Ordinal);
        Assert.Equal(1, FakePod.InCluster("kafka-2").WithHosts(hosts).Numbered("1").Named("zookeeper-1").Identify(Set).Ordinal);
    }

    [Theory]
    [InlineData("# Kubernetes-managed hosts file.\n127.0.0.1 localhost\n")]
    [InlineData("# Kubernetes-managed hosts file.\r\n")]
    public void HostNameIsTrustedOnThePodsOwnNetwork(string hosts) =>
        Assert.Equal(PodIdentitySource.HostName, FakePod.InCluster("zookeeper-1").WithHosts(hosts).Identify(Set).Source);

    [Fact]
    public void OrdinalOfARenamedSetIsRefusedWhenTheHostNameSaysSo()
    {
        const string Hosts = "# Kubernetes-managed hosts file.\n";
        Assert.All(
            ["zookeeper-old-1", "zookeeper-old-1.zookeeper-old.shop.svc.cluster.local"],
            hostName =>
            {
                string message = Refusal(FakePod.InCluster(hostName).WithHosts(Hosts).Numbered("1"));

                Assert.Contains("POD_ORDINAL is 1, but the host name says that this pod is \"zookeeper-old-1\"", message, StringComparison.Ordinal);
                Assert.Contains("not a replica of StatefulSet \"zookeeper\"", message, StringComparison.Ordinal);
                Assert.Contains("[StatefulApp(", message, StringComparison.Ordinal);
                Assert.Contains("POD_NAME is not set", message, StringComparison.Ordinal);
            });

        // A host name that nothing vouches for, or that was cut off, or that is another ordinal's, refutes nothing.
        Assert.Equal(1, FakePod.InCluster("zookeeper-old-1").Numbered("1").Identify(Set).Ordinal);
        Assert.Equal(1, FakePod.InCluster("worker-1").WithHosts("# Kubernetes-managed hosts file (host network).\n").Numbered("1").Identify(Set).Ordinal);
        Assert.Equal(1, FakePod.InCluster("worker-2").WithHosts(Hosts).Numbered("1").Identify(Set).Ordinal);
        Assert.Equal(1, FakePod.InCluster("zookeeper-1").WithHosts(Hosts).Numbered("1").Identify(Set).Ordinal);
        Assert.Equal(1, FakePod.InCluster("-1").WithHosts(Hosts).Numbered("1").Identify(Set).Ordinal);
        Assert.Equal(1, FakePod.InCluster(new string('a', 61) + "-1").WithHosts(Hosts).Numbered("1").Identify(Set).Ordinal);
    }

    /// <summary>What is wrong when the manifest and the running pod disagree, and the word that the message must have.</summary>
    [Theory]
    [InlineData("renamed set", "POD_NAME=zookeeper-old-1", "not the name of a replica of StatefulSet \"zookeeper\"")]
    [InlineData("renamed set, ordinal too", "POD_NAME=zookeeper-old-1 POD_ORDINAL=1", "not the name of a replica of StatefulSet \"zookeeper\"")]
    [InlineData("a Deployment now", "POD_NAME=zookeeper-7d9f8c6b5-x2x1z POD_ORDINAL=", "to a Deployment")]
    [InlineData("first ordinal moved", "POD_NAME=zookeeper-4", "ordinals of StatefulSet \"zookeeper\" begin at 5")]
    [InlineData("wrong namespace", "POD_NAME=zookeeper-5 POD_NAMESPACE=test", "declared for namespace \"shop\", but this pod runs in \"test\"")]
    [InlineData("missing variables", "KUBERNETES_SERVICE_HOST=10.0.0.1", "Neither POD_ORDINAL nor POD_NAME is set")]
    [InlineData("variables without a value", "POD_NAME= POD_ORDINAL= POD_NAMESPACE=", "Neither POD_ORDINAL nor POD_NAME is set")]
    [InlineData("variables swapped", "POD_NAME=5 POD_ORDINAL=zookeeper-5", "POD_NAME is \"5\", which is not the name of a replica")]
    [InlineData("ordinal set by hand", "POD_NAME=zookeeper-5 POD_ORDINAL=first", "POD_ORDINAL is \"first\", which is not an ordinal")]
    [InlineData("variables of two pods", "POD_NAME=zookeeper-5 POD_ORDINAL=6", "two replicas of StatefulSet \"zookeeper\" at once")]
    public void DisagreementOfManifestAndPodIsAClearError(string what, string variables, string expected)
    {
        var declared = new StatefulSetInfo("zookeeper") { Namespace = "shop", OrdinalStart = 5, Replicas = 3 };
        FakePod pod = variables.Split(' ').Select(variable => variable.Split('=')).Aggregate(
            new FakePod { HostName = "node-7" }, (soFar, variable) => soFar.With(variable[0], variable[1]));

        string message = Refusal(pod, declared);

        Assert.True(message.Contains(expected, StringComparison.Ordinal), $"{what}: {message}");
        Assert.Matches("[Dd]eclare|Apply", message);
    }

    [Fact]
    public void MissingNamespaceVariableIsMadeUpForByTheServiceAccount() =>
        Assert.Contains(
            "(from /var/run/secrets/kubernetes.io/serviceaccount/namespace)",
            Refusal(FakePod.InCluster().Named("zookeeper-1").WithServiceAccountNamespace("test"), Set.In("shop")),
            StringComparison.Ordinal);

    [Fact]
    public void IdentitySaysWhereItComesFrom()
    {
        Assert.Equal(PodIdentitySource.OrdinalVariable, FakePod.InCluster().Numbered("1").Named("zookeeper-1").Identify(Set).Source);
        Assert.Equal(PodIdentitySource.NameVariable, FakePod.InCluster().Named("zookeeper-1").Identify(Set).Source);
        Assert.Equal(PodIdentitySource.HostName, FakePod.InCluster("zookeeper-1").Identify(Set).Source);
        Assert.Equal(
            PodIdentitySource.DevelopmentVariable,
            new FakePod().With(PodEnvironmentVariables.DevelopmentOrdinal, "1").Identify(Set).Source);
        Assert.Equal(PodIdentitySource.DevelopmentOption, new FakePod().Identify(Set, new PodIdentityOptions { DevelopmentOrdinal = 1 }).Source);
        Assert.Equal(PodIdentitySource.Chosen, PodIdentity.Of(ZooKeeper.Pods[0]).Source);
    }

    [Fact]
    public void OutsideAClusterOptionsSayWhoToBeUnlessTheVariableDoes()
    {
        var options = new PodIdentityOptions { DevelopmentOrdinal = 2 };

        Assert.Equal(2, new FakePod { HostName = "zookeeper-0" }.Identify(Set, options).Ordinal);
        Assert.Equal(1, new FakePod().With(PodEnvironmentVariables.DevelopmentOrdinal, "1").Identify(Set, options).Ordinal);
        Assert.Contains(
            "DevelopmentOrdinal is \"3\", which is not the ordinal of a replica",
            Assert.Throws<InvalidOperationException>(() => new FakePod().Identify(Set, new PodIdentityOptions { DevelopmentOrdinal = 3 })).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("DevelopmentOrdinal", () => new PodIdentityOptions { DevelopmentOrdinal = -1 });
    }

    [Theory]
    [InlineData("KUBERNETES_SERVICE_HOST")]
    [InlineData("POD_NAMESPACE")]
    [InlineData("POD_NAME")]
    [InlineData("POD_ORDINAL")]
    public void InAClusterOptionsAreNeverLookedAt(string sign) =>
        Assert.Contains(
            "does not reliably show",
            Assert.Throws<InvalidOperationException>(
                () => new FakePod { HostName = "node-7" }.With(sign, "").Identify(Set, new PodIdentityOptions { DevelopmentOrdinal = 1 })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void InAClusterTheRefusalSaysThatTheDevelopmentOrdinalDoesNotCount() =>
        Assert.EndsWith(
            "HOLDFAST_ORDINAL is set, but it is ignored in a cluster.",
            Refusal(FakePod.InCluster().With(PodEnvironmentVariables.DevelopmentOrdinal, "1")),
            StringComparison.Ordinal);

    [Fact]
    public void OutsideAClusterTheDeveloperChooses()
    {
        PodIdentity self = new FakePod { HostName = "zookeeper-2" }.With(PodEnvironmentVariables.DevelopmentOrdinal, "1").Identify(Set);

        Assert.Equal("zookeeper-1", self.Name);
        Assert.Equal("default", self.Namespace);
        Assert.Equal("zookeeper-1.zookeeper.default.svc.cluster.local", self.HostName);
    }

    [Fact]
    public void OutsideAClusterADeclaredNamespaceStays() => Assert.Equal(
        "shop", new FakePod().With(PodEnvironmentVariables.DevelopmentOrdinal, "1").Identify(Set.In("shop")).Namespace);

    [Fact]
    public void OutsideAClusterNoFileIsRead()
    {
        FakePod developer = new FakePod()
            .With(PodEnvironmentVariables.DevelopmentOrdinal, "1")
            .WithServiceAccountNamespace("elsewhere")
            .WithResolvConf("search elsewhere.svc.example.org\n");

        Assert.Equal("default", developer.Identify(Set).Namespace);
        Assert.Empty(developer.FilesRead);
    }

    [Fact]
    public void OutsideAClusterWithNothingSetTheErrorSaysWhatToSet()
    {
        Assert.All(
            [new FakePod { HostName = "zookeeper-1" }, new FakePod().With(PodEnvironmentVariables.DevelopmentOrdinal, "")],
            machine =>
            {
                string message = Refusal(machine);
                Assert.Contains("does not run in a cluster", message, StringComparison.Ordinal);
                Assert.Contains("set HOLDFAST_ORDINAL", message, StringComparison.Ordinal);
                Assert.Contains("3 replicas, zookeeper-0 to zookeeper-2", message, StringComparison.Ordinal);
            });
    }

    [Theory]
    [InlineData("3")]
    [InlineData("-1")]
    [InlineData("first")]
    [InlineData("zookeeper-1")]
    public void OutsideAClusterOnlyDeclaredMembersCanBePlayed(string ordinal)
    {
        string message = Refusal(new FakePod().With(PodEnvironmentVariables.DevelopmentOrdinal, ordinal));

        Assert.Contains($"HOLDFAST_ORDINAL is \"{ordinal}\"", message, StringComparison.Ordinal);
        Assert.Contains("3 replicas, zookeeper-0 to zookeeper-2", message, StringComparison.Ordinal);
        Assert.Contains("declare more Replicas", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KUBERNETES_SERVICE_HOST")]
    [InlineData("POD_NAMESPACE")]
    [InlineData("POD_NAME")]
    [InlineData("POD_ORDINAL")]
    public void InAClusterTheDevelopmentOrdinalIsNeverRead(string sign)
    {
        FakePod pod = new FakePod { HostName = "node-7" }.With(sign, "").With(PodEnvironmentVariables.DevelopmentOrdinal, "1");

        Assert.Contains("does not reliably show", Refusal(pod), StringComparison.Ordinal);
    }

    [Fact]
    public void InAClusterTheDevelopmentOrdinalChangesNothing() =>
        Assert.Equal(
            2,
            FakePod.InCluster().Named("zookeeper-2").With(PodEnvironmentVariables.DevelopmentOrdinal, "1").Identify(Set).Ordinal);

    [Fact]
    public void NamespaceIsTheDeclaredThenTheVariablesThenTheServiceAccounts()
    {
        FakePod both = FakePod.InCluster().Numbered("0").InNamespace("shop").WithServiceAccountNamespace("elsewhere");

        Assert.Equal("shop", both.Identify(Set).Namespace);
        Assert.Equal("shop", both.Identify(Set.In("shop")).Namespace);
        Assert.Equal("account", FakePod.InCluster().Numbered("0").WithServiceAccountNamespace("account\n").Identify(Set).Namespace);
        Assert.Equal("shop", FakePod.InCluster().Numbered("0").Identify(Set.In("shop")).Namespace);
    }

    [Fact]
    public void NamespaceIsUnknownWhenNothingTellsIt()
    {
        Assert.All(
            [
                FakePod.InCluster().Numbered("0"),
                FakePod.InCluster().Numbered("0").InNamespace(""),
                FakePod.InCluster().Numbered("0").WithServiceAccountNamespace(""),
                FakePod.InCluster().Numbered("0").WithServiceAccountNamespace("no namespace\0"),
            ],
            pod =>
            {
                PodIdentity self = pod.Identify(Set);
                Assert.Null(self.Namespace);
                Assert.Equal("zookeeper-0.zookeeper", self.HostName);
            });
    }

    [Fact]
    public void NamespaceOtherThanTheDeclaredIsRefused()
    {
        FakePod pod = FakePod.InCluster().Numbered("0");

        Assert.All(
            [
                (Pod: pod.InNamespace("test"), Source: "POD_NAMESPACE"),
                (Pod: FakePod.InCluster().Numbered("0").WithServiceAccountNamespace("test"), Source: PodFiles.Namespace),
            ],
            other =>
            {
                string message = Refusal(other.Pod, Set.In("shop"));
                Assert.Contains("\"zookeeper\" is declared for namespace \"shop\"", message, StringComparison.Ordinal);
                Assert.Contains($"runs in \"test\" (from {other.Source})", message, StringComparison.Ordinal);
                Assert.Contains("Apply the manifest to \"shop\", or do not declare a Namespace", message, StringComparison.Ordinal);
            });
    }

    [Fact]
    public void NamespaceThatCanBeNoneIsRefused()
    {
        string message = Refusal(FakePod.InCluster().Numbered("0").InNamespace("no namespace"));

        Assert.Contains("POD_NAMESPACE is \"no namespace\"", message, StringComparison.Ordinal);
        Assert.Contains("metadata.namespace", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search shop.svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\noptions ndots:5\n", "cluster.local")]
    [InlineData("nameserver 10.96.0.10\nsearch shop.svc.k8s.example.org svc.k8s.example.org k8s.example.org\n", "k8s.example.org")]
    [InlineData("search example.org shop.svc.k8s.example.org", "k8s.example.org")]
    [InlineData("search\tshop.svc.corp\t svc.corp", "corp")]
    [InlineData("  search shop.svc.corp  \r\nnameserver 10.96.0.10\r\n", "corp")]
    [InlineData("search shop.svc.corp.\n", "corp")]
    [InlineData("search SHOP.SVC.Corp.Example\n", "corp.example")]
    [InlineData("search shop.svc.old\nsearch shop.svc.new\n", "new")]
    [InlineData("# search shop.svc.wrong\n; search shop.svc.wrong\nsearch shop.svc.right\n", "right")]
    [InlineData("search shop.svc. shop.svc.right\n", "right")]
    public void ClusterDomainIsFoundInTheSearchPath(string resolvConf, string expected)
    {
        PodIdentity self = FakePod.InCluster().Numbered("0").InNamespace("shop").WithResolvConf(resolvConf).Identify(Set);

        Assert.Equal(expected, self.Set.ClusterDomain);
        Assert.Equal($"zookeeper-0.zookeeper.shop.svc.{expected}", self.HostName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nameserver 8.8.8.8\n")]
    [InlineData("search example.org\n")]
    [InlineData("search other.svc.k8s.example.org svc.k8s.example.org k8s.example.org\n")]
    [InlineData("search myshop.svc.k8s.example.org\n")]
    [InlineData("domain shop.svc.k8s.example.org\n")]
    [InlineData("searchshop.svc.k8s.example.org\n")]
    [InlineData("search shop.svc.k8s.example.org\nsearch example.org\n")]
    [InlineData("search shop.svc.\n")]
    [InlineData("search shop.svc.-\n")]
    [InlineData("\0\u0001\uFFFD")]
    public void ClusterDomainIsUnknownWhenTheSearchPathDoesNotTellIt(string resolvConf)
    {
        PodIdentity self = FakePod.InCluster().Numbered("0").InNamespace("shop").WithResolvConf(resolvConf).Identify(Set);

        Assert.Null(self.Set.ClusterDomain);
        Assert.Equal("zookeeper-0.zookeeper.shop.svc.cluster.local", self.HostName);
    }

    [Fact]
    public void DeclaredClusterDomainGoesBeforeTheSearchPath() =>
        Assert.Equal(
            "declared.example",
            FakePod.InCluster().Numbered("0").InNamespace("shop").WithResolvConf("search shop.svc.other.example\n")
                .Identify(new StatefulSetInfo("zookeeper") { ClusterDomain = "declared.example" }).Set.ClusterDomain);

    [Fact]
    public void ClusterDomainIsFoundForADeclaredNamespaceAsWell() =>
        Assert.Equal(
            "k8s.example",
            FakePod.InCluster().Numbered("0").WithResolvConf("search shop.svc.k8s.example\n").Identify(Set.In("shop")).Set.ClusterDomain);

    [Fact]
    public void IdentityCanBeChosenForTests()
    {
        PodIdentity self = PodIdentity.Of(ZooKeeper.Pods[2]);

        Assert.Equal(2, self.Ordinal);
        Assert.Equal(["zookeeper-0", "zookeeper-1"], self.Peers.Select(peer => peer.Name));
    }

    [Fact]
    public void SingleMemberHasNoPeers() =>
        Assert.Empty(PodIdentity.Of(new StatefulSetInfo("w").Pods[0]).Peers);

    private static string Refusal(FakePod pod, StatefulSetInfo? set = null) =>
        Assert.Throws<InvalidOperationException>(() => pod.Identify(set ?? Set)).Message;
}
