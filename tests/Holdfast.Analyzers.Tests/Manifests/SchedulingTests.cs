using Holdfast.WellKnown;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>Where replicas run, in what surroundings and as whom.</summary>
public class SchedulingTests
{
    [Fact]
    public void SpreadsTakeThePlaceOfTheSoftOneOverHosts()
    {
        V1PodSpec pod = Pod("""
            [Spread(MaxSkew = 2)]
            [Spread("topology.kubernetes.io/zone", WhenUnsatisfiable = UnsatisfiableAction.DoNotSchedule, MinDomains = 3)]
            """);
        Assert.Equal(
            [(2, "kubernetes.io/hostname", "ScheduleAnyway", null), (1, "topology.kubernetes.io/zone", "DoNotSchedule", 3)],
            pod.TopologySpreadConstraints.Select(spread => (spread.MaxSkew, spread.TopologyKey, spread.WhenUnsatisfiable, spread.MinDomains)));
        Assert.All(pod.TopologySpreadConstraints, spread => Assert.Equal("a", spread.LabelSelector.MatchLabels[KubernetesLabels.Name]));
    }

    [Fact]
    public void NoSpreadTakesTheSoftOneAway()
    {
        Assert.Null(Pod("[NoSpread]").TopologySpreadConstraints);
        Assert.Equal("zone", Assert.Single(Pod("[NoSpread] [Spread(\"zone\")]").TopologySpreadConstraints).TopologyKey);
    }

    [Fact]
    public void MembersRepelEachOtherSoftlyOrNot()
    {
        V1PodAntiAffinity affinity = Pod("""
            [AntiAffinity(Required = true)]
            [AntiAffinity(TopologyKey = "topology.kubernetes.io/zone")]
            [AntiAffinity(TopologyKey = "rack", Weight = 5, Required = false)]
            """).Affinity.PodAntiAffinity;
        V1PodAffinityTerm required = Assert.Single(affinity.RequiredDuringSchedulingIgnoredDuringExecution);
        Assert.Equal(("kubernetes.io/hostname", "a"), (required.TopologyKey, required.LabelSelector.MatchLabels[KubernetesLabels.Name]));
        Assert.Equal(
            [(100, "topology.kubernetes.io/zone", "a"), (5, "rack", "a")],
            affinity.PreferredDuringSchedulingIgnoredDuringExecution.Select(term =>
                (term.Weight, term.PodAffinityTerm.TopologyKey, term.PodAffinityTerm.LabelSelector.MatchLabels[KubernetesLabels.Name])));
    }

    [Fact]
    public void MembersKeepAwayFromOtherApplicationsAndLabels()
    {
        IList<V1PodAffinityTerm> terms = Others("""
            [AntiAffinity(typeof(Near), Required = true)]
            [AntiAffinity(typeof(Far), Required = true)]
            [AntiAffinity(Labels = new[] { "app=kafka" }, Namespaces = new[] { "x", "y" }, Required = true)]
            [AntiAffinity(typeof(Near), Labels = new[] { "tier!=a", "tier!=b", " zone == z " }, AnyNamespace = true, MatchLabelKeys = new[] { "one" }, MismatchLabelKeys = new[] { "two" }, Required = true)]
            """).Affinity.PodAntiAffinity.RequiredDuringSchedulingIgnoredDuringExecution;
        Assert.Equal(
            ["app.kubernetes.io/name=near", "app.kubernetes.io/name=far-away", "app=kafka", "app.kubernetes.io/name=near zone=z"],
            terms.Select(term => string.Join(" ", term.LabelSelector.MatchLabels.Select(label => $"{label.Key}={label.Value}"))));
        Assert.Equal(["", "else", "x,y", ""], terms.Select(term => string.Join(",", term.Namespaces ?? [])));
        Assert.Equal([false, false, false, true], terms.Select(term => term.NamespaceSelector is not null));
        V1LabelSelectorRequirement expression = Assert.Single(terms[3].LabelSelector.MatchExpressions);
        Assert.Equal(("tier", "NotIn", "a,b"), (expression.Key, expression.OperatorProperty, string.Join(",", expression.Values)));
        Assert.Equal(["one"], terms[3].MatchLabelKeys);
        Assert.Equal(["two"], terms[3].MismatchLabelKeys);
    }

    [Fact]
    public void MembersAreDrawnNearToOthersSoftlyOrNot()
    {
        V1PodAffinity affinity = Others("""
            [PodAffinity(typeof(Far), TopologyKey = "topology.kubernetes.io/zone", Required = true)]
            [PodAffinity(Labels = new[] { "app=zk" }, Weight = 1)]
            [PodAffinity]
            """).Affinity.PodAffinity;
        V1PodAffinityTerm required = Assert.Single(affinity.RequiredDuringSchedulingIgnoredDuringExecution);
        Assert.Equal(("topology.kubernetes.io/zone", "far-away"), (required.TopologyKey, required.LabelSelector.MatchLabels[KubernetesLabels.Name]));
        Assert.Equal(
            [(1, "kubernetes.io/hostname", "app=zk"), (100, "kubernetes.io/hostname", "app.kubernetes.io/name=a")],
            affinity.PreferredDuringSchedulingIgnoredDuringExecution.Select(term => (
                term.Weight,
                term.PodAffinityTerm.TopologyKey,
                string.Join(" ", term.PodAffinityTerm.LabelSelector.MatchLabels.Select(label => $"{label.Key}={label.Value}")))));
    }

    /// <summary>Two values of one key would be one field twice.</summary>
    [Fact]
    public void ALabelOfTheNameIsAskedForBesideTheApplications()
    {
        V1LabelSelector selector = Others("""[PodAffinity(typeof(Near), Labels = new[] { "app.kubernetes.io/name=b" })]""")
            .Affinity.PodAffinity.PreferredDuringSchedulingIgnoredDuringExecution.Single().PodAffinityTerm.LabelSelector;
        Assert.Equal("near", selector.MatchLabels[KubernetesLabels.Name]);
        Assert.Equal(["b"], Assert.Single(selector.MatchExpressions).Values);
    }

    [Fact]
    public void SpreadsCountByKeysAndByNodesThatMatter()
    {
        V1TopologySpreadConstraint spread = Assert.Single(Pod("""
            [Spread("zone", MatchLabelKeys = new[] { "controller-revision-hash" }, NodeAffinityPolicy = NodeInclusionPolicy.Ignore, NodeTaintsPolicy = NodeInclusionPolicy.Honor)]
            """).TopologySpreadConstraints);
        Assert.Equal(["controller-revision-hash"], spread.MatchLabelKeys);
        Assert.Equal(("Ignore", "Honor"), (spread.NodeAffinityPolicy, spread.NodeTaintsPolicy));
    }

    [Fact]
    public void RequiredNodeAffinitiesAreOneTermAndPreferencesAreSeveral()
    {
        V1NodeAffinity affinity = Pod("""
            [NodeAffinity("kubernetes.io/arch", NodeAffinityOperator.In, "amd64", "arm64")]
            [NodeAffinity("gpu", NodeAffinityOperator.DoesNotExist, Required = true)]
            [NodeAffinity("disk", NodeAffinityOperator.NotIn, "hdd", Weight = 7)]
            [NodeAffinity("cores", NodeAffinityOperator.Gt, "8", Required = false)]
            """).Affinity.NodeAffinity;
        V1NodeSelectorTerm term = Assert.Single(affinity.RequiredDuringSchedulingIgnoredDuringExecution.NodeSelectorTerms);
        Assert.Equal(["kubernetes.io/arch In amd64,arm64", "gpu DoesNotExist "], term.MatchExpressions.Select(Text));
        Assert.Null(term.MatchExpressions[1].Values);
        Assert.Equal(
            [(7, "disk NotIn hdd"), (100, "cores Gt 8")],
            affinity.PreferredDuringSchedulingIgnoredDuringExecution.Select(preference => (preference.Weight, Text(preference.Preference.MatchExpressions.Single()))));

        static string Text(V1NodeSelectorRequirement requirement) =>
            $"{requirement.Key} {requirement.OperatorProperty} {string.Join(",", requirement.Values ?? [])}";
    }

    [Fact]
    public void OfTwoNodeSelectorsWithOneKeyTheLastCounts()
    {
        V1PodSpec pod = Pod("""[NodeSelector("disk", "hdd")] [NodeSelector("on", "yes")] [NodeSelector("disk", "ssd")]""");
        Assert.Equal([("disk", "ssd"), ("on", "yes")], pod.NodeSelector.Select(label => (label.Key, label.Value)));
    }

    [Theory]
    [InlineData("[Toleration]", null, "Exists", null, null, null)]
    [InlineData("[Toleration(Key = \"k\")]", "k", "Exists", null, null, null)]
    [InlineData("[Toleration(Key = \"k\", Value = \"v\")]", "k", null, "v", null, null)]
    [InlineData("[Toleration(Key = \"k\", Operator = TolerationOperator.Equal)]", "k", "Equal", null, null, null)]
    [InlineData("[Toleration(Key = \"k\", Effect = TaintEffect.PreferNoSchedule)]", "k", "Exists", null, "PreferNoSchedule", null)]
    [InlineData("[Toleration(Key = \"k\", TolerationSeconds = 60)]", "k", "Exists", null, "NoExecute", 60L)]
    [InlineData("[Toleration(Effect = TaintEffect.NoSchedule)]", null, "Exists", null, "NoSchedule", null)]
    public void ATolerationIsCompletedToWhatTheServerTakes(string attribute, string? key, string? @operator, string? value, string? effect, long? seconds)
    {
        V1Toleration toleration = Assert.Single(Pod(attribute).Tolerations);
        Assert.Equal(
            (key, @operator, value, effect, seconds),
            (toleration.Key, toleration.OperatorProperty, toleration.Value, toleration.Effect, toleration.TolerationSeconds));
    }

    [Fact]
    public void SchedulerAndClassesAreNamed()
    {
        V1PodSpec pod = Pod("""[Scheduling(PriorityClassName = "high", SchedulerName = "mine", RuntimeClassName = "gvisor", NodeName = "node-1")]""");
        Assert.Equal(("high", "mine", "gvisor", "node-1"), (pod.PriorityClassName, pod.SchedulerName, pod.RuntimeClassName, pod.NodeName));
    }

    [Fact]
    public void NamesAreResolvedAsDeclared()
    {
        V1PodSpec pod = Pod("""
            [Dns(Policy = DnsPolicy.None, Nameservers = new[] { "10.0.0.10" }, Searches = new[] { "corp.example" }, Options = new[] { "ndots:2", "edns0" })]
            [HostAlias("10.1.2.3", "db", "db.corp.example")]
            [HostAlias("::1", "six")]
            """);
        Assert.Equal("None", pod.DnsPolicy);
        Assert.Equal(["10.0.0.10"], pod.DnsConfig.Nameservers);
        Assert.Equal(["corp.example"], pod.DnsConfig.Searches);
        Assert.Equal([("ndots", "2"), ("edns0", null!)], pod.DnsConfig.Options.Select(option => (option.Name, option.Value)));
        Assert.Equal(["10.1.2.3 db,db.corp.example", "::1 six"], pod.HostAliases.Select(alias => $"{alias.Ip} {string.Join(",", alias.Hostnames)}"));
    }

    [Theory]
    [InlineData("[HostNamespaces(Network = true, Pid = true, Ipc = true)]", true, true, true, "ClusterFirstWithHostNet")]
    [InlineData("[HostNamespaces(Network = true)] [Dns(Policy = DnsPolicy.Default)]", true, null, null, "Default")]
    [InlineData("[HostNamespaces(Network = false, Pid = true)]", null, true, null, null)]
    [InlineData("[Dns(Searches = new string[0])]", null, null, null, null)]
    public void TheHostsNamespacesAreSharedAndTheClustersNamesResolvedAllTheSame(string attributes, bool? network, bool? pid, bool? ipc, string? policy)
    {
        V1PodSpec pod = Pod(attributes);
        Assert.Equal((network, pid, ipc, policy), (pod.HostNetwork, pod.HostPID, pod.HostIPC, pod.DnsPolicy));
        Assert.Null(pod.DnsConfig);
    }

    [Fact]
    public void ImagesArePulledWithSecrets() =>
        Assert.Equal(["one", "two.example"], Pod("""[ImagePullSecret("one")] [ImagePullSecret("two.example")]""").ImagePullSecrets.Select(secret => secret.Name));

    [Theory]
    [InlineData("[ServiceAccount(\"runner\")]", "runner", null, false)]
    [InlineData("[ServiceAccount(\"runner\", MountToken = false)]", "runner", false, false)]
    [InlineData("[ServiceAccount(\"runner\", Create = true, MountToken = true)]", "runner", true, true)]
    [InlineData("[ServiceAccount(Create = true)]", "a", null, true)]
    [InlineData("[ServiceAccount(MountToken = false)]", null, false, false)]
    public void TheServiceAccountExistsOrIsMade(string attribute, string? name, bool? mountToken, bool made)
    {
        EmittedManifest manifest = Manifest(attribute);
        V1PodSpec pod = manifest.StatefulSet.Spec.Template.Spec;
        Assert.Equal((name, mountToken), (pod.ServiceAccountName, pod.AutomountServiceAccountToken));
        Assert.Equal(made ? [name!] : [], manifest.Objects.OfType<V1ServiceAccount>().Select(account => account.Metadata.Name));
        Assert.Equal(made, manifest.Objects[0] is V1ServiceAccount);
    }

    [Fact]
    public void NothingIsWrittenThatNobodyDeclared()
    {
        V1PodSpec pod = Pod("");
        Assert.Equal(
            [null, null, null, null, null, null, null, null, null, null, null],
            new object?[]
            {
                pod.ServiceAccountName, pod.AutomountServiceAccountToken, pod.ImagePullSecrets, pod.Affinity, pod.NodeSelector, pod.Tolerations,
                pod.DnsPolicy, pod.DnsConfig, pod.HostAliases, pod.HostNetwork, pod.PriorityClassName,
            });
    }

    private static V1PodSpec Others(string attributes) => EmittedManifest.Of("A", $$"""
        using Holdfast;
        [StatefulApp("a")] [Container("a:1")] {{attributes}} partial class A { }
        [StatefulApp("near")] [Container("b:1")] partial class Near { }
        [StatefulApp("far-away", Namespace = "else")] [Container("c:1")] partial class Far { }
        """).StatefulSet.Spec.Template.Spec;

    private static V1PodSpec Pod(string attributes) => Manifest(attributes).StatefulSet.Spec.Template.Spec;

    private static EmittedManifest Manifest(string attributes) =>
        EmittedManifest.Of("A", $"using Holdfast; [StatefulApp(\"a\")] [Container(\"a:1\")] {attributes} partial class A {{ }}");
}
