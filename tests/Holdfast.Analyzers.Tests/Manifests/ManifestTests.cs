using Holdfast.Tests.Shared;
using Holdfast.WellKnown;
using k8s;
using k8s.Models;
using YamlDotNet.RepresentationModel;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>What is written is what Kubernetes' own models read, and says what the code says.</summary>
public class ManifestTests
{
    private const string Orders = """
        using Holdfast;
        namespace Shop;
        [StatefulApp("orders", Replicas = 2, OrdinalStart = 5, Namespace = "shop", ClusterDomain = "corp.example", PodManagementPolicy = PodManagementPolicy.Parallel)]
        [HeadlessService("orders-peers", PublishNotReadyAddresses = false)]
        [Container("orders:1.0", Command = new[] { "run", "yes", "0o17", "a: b", "# x", "", " ", "a\tb", "multi\nline\n", "\u0001", "null" })]
        [Env("EMPTY", "")]
        [Env("NUMBER", "1e3")]
        [Env("NODE", FieldPath = "spec.nodeName")]
        [Resources(CpuRequest = "1", CpuLimit = "2", MemoryRequest = "1Gi", MemoryLimit = "2Gi")]
        [DisruptionBudget(MaxUnavailablePercent = 30)]
        [ReadinessProbe(HttpPath = "/ready", Port = nameof(Http), PeriodSeconds = 5)]
        [LivenessProbe(GrpcPort = nameof(Gossip))]
        [StartupProbe(Port = nameof(Http), FailureThreshold = 30)]
        public sealed partial class Orders
        {
            [Port(8080)] public static partial ServicePort Http { get; }
            [Port(9000, Name = "gsp", Protocol = PortProtocol.Udp)] public static partial ServicePort Gossip { get; }
            [VolumeClaim("1Gi", MountPath = "/data", SubPath = "db", StorageClass = "", AccessMode = AccessMode.ReadWriteOncePod)] public static partial ClaimTemplate Data { get; }
            [ExistingClaim("models", MountPath = "/models", ReadOnly = true)] public static partial ExistingClaim Models { get; }
            [ClientService(Ports = new[] { nameof(Http) })] public static partial Service Front { get; }
            [PeerList(Env = "PEERS", Each = "{host}:{Http}", Separator = ";")] public static partial string Peers { get; }
        }
        """;

    [Fact]
    public void ZooKeeperSample() => Snapshot.Match(EmittedManifest.OfZooKeeperSample().Yaml, "yaml");

    [Fact]
    public void EveryDeclaredFieldIsThereInStrictModels()
    {
        EmittedManifest manifest = EmittedManifest.Of("Shop.Orders", Orders);
        Assert.Equal(
            ["V1Service orders-peers", "V1Service orders-front", "V1PodDisruptionBudget orders", "V1StatefulSet orders"],
            manifest.Objects.Select(item => $"{item.GetType().Name} {((IKubernetesObject<V1ObjectMeta>)item).Metadata.Name}"));
        Assert.All(manifest.Objects, item => Assert.Equal("shop", ((IKubernetesObject<V1ObjectMeta>)item).Metadata.NamespaceProperty));

        V1StatefulSetSpec set = manifest.StatefulSet.Spec;
        Assert.Equal(("orders-peers", 2, 5, "Parallel"), (set.ServiceName, set.Replicas, set.Ordinals.Start, set.PodManagementPolicy));
        Assert.Equal(set.Selector.MatchLabels, set.Template.Metadata.Labels.Where(label => label.Key == KubernetesLabels.Name));

        V1PersistentVolumeClaim claim = Assert.Single(set.VolumeClaimTemplates);
        Assert.Equal(("data", "", "ReadWriteOncePod", "1Gi"), (claim.Metadata.Name, claim.Spec.StorageClassName, claim.Spec.AccessModes.Single(), claim.Spec.Resources.Requests["storage"].ToString()));
        V1Volume volume = Assert.Single(set.Template.Spec.Volumes);
        Assert.Equal(("models", "models", true), (volume.Name, volume.PersistentVolumeClaim.ClaimName, volume.PersistentVolumeClaim.ReadOnlyProperty));

        V1Container container = manifest.Container;
        Assert.Equal(["run", "yes", "0o17", "a: b", "# x", "", " ", "a\tb", "multi\nline\n", "\u0001", "null"], container.Command);
        Assert.Equal([("http", 8080, null!), ("gsp", 9000, "UDP")], container.Ports.Select(port => (port.Name, port.ContainerPort, port.Protocol)));
        Assert.Equal([("data", "/data", "db", null), ("models", "/models", null!, true)], container.VolumeMounts.Select(mount => (mount.Name, mount.MountPath, mount.SubPath, mount.ReadOnlyProperty)));
        Assert.Equal(("", "1e3", "spec.nodeName"), (Variable("EMPTY").Value, Variable("NUMBER").Value, Variable("NODE").ValueFrom.FieldRef.FieldPath));
        Assert.Equal(("1", "2", "1Gi", "2Gi"), (container.Resources.Requests["cpu"].ToString(), container.Resources.Limits["cpu"].ToString(), container.Resources.Requests["memory"].ToString(), container.Resources.Limits["memory"].ToString()));
        Assert.Equal(("/ready", "http", 5), (container.ReadinessProbe.HttpGet.Path, container.ReadinessProbe.HttpGet.Port.Value, container.ReadinessProbe.PeriodSeconds));
        Assert.Equal((9000, "http", 30), (container.LivenessProbe.Grpc.Port, container.StartupProbe.TcpSocket.Port.Value, container.StartupProbe.FailureThreshold));

        V1PodDisruptionBudgetSpec budget = manifest.Objects.OfType<V1PodDisruptionBudget>().Single().Spec;
        Assert.Equal(("30%", "AlwaysAllow"), (budget.MaxUnavailable.Value, budget.UnhealthyPodEvictionPolicy));

        V1EnvVar Variable(string name) => container.Env.Single(variable => variable.Name == name);
    }

    [Fact]
    public void UpdatesAndRetentionAreSaid()
    {
        EmittedManifest manifest = EmittedManifest.Of("A", """
            using Holdfast;
            [StatefulApp("a", Replicas = 3, UpdatePartition = 1, MinReadySeconds = 10, RevisionHistoryLimit = 3, TerminationGracePeriodSeconds = 120)]
            [ClaimRetention(WhenScaled = ClaimRetention.Delete)]
            [Container("a:1")]
            partial class A { }
            """);
        V1StatefulSetSpec set = manifest.StatefulSet.Spec;
        Assert.Equal((10, 3, 120L), (set.MinReadySeconds, set.RevisionHistoryLimit, set.Template.Spec.TerminationGracePeriodSeconds));
        Assert.Equal((null, 1), (set.UpdateStrategy.Type, set.UpdateStrategy.RollingUpdate.Partition));
        Assert.Equal((null, "Delete"), (set.PersistentVolumeClaimRetentionPolicy.WhenDeleted, set.PersistentVolumeClaimRetentionPolicy.WhenScaled));

        StatefulSetInfo info = manifest.Member<PodSet>("Pods").Set;
        Assert.Equal((ClaimRetention.Delete, ClaimRetention.Retain), (info.ClaimsWhenScaled, info.ClaimsWhenDeleted));
        Assert.Equal((UpdateStrategy.RollingUpdate, 1, 10), (info.UpdateStrategy, info.UpdatePartition, info.MinReadySeconds));

        EmittedManifest byHand = EmittedManifest.Of("A", """
            using Holdfast;
            [StatefulApp("a", UpdateStrategy = UpdateStrategy.OnDelete)]
            [ClaimRetention(WhenDeleted = ClaimRetention.Delete)]
            [Container("a:1")]
            partial class A { }
            """);
        V1StatefulSetUpdateStrategy onDelete = byHand.StatefulSet.Spec.UpdateStrategy;
        Assert.Equal(("OnDelete", null), (onDelete.Type, onDelete.RollingUpdate));
        StatefulSetInfo infoByHand = byHand.Member<PodSet>("Pods").Set;
        Assert.Equal((UpdateStrategy.OnDelete, ClaimRetention.Delete), (infoByHand.UpdateStrategy, infoByHand.ClaimsWhenDeleted));
    }

    [Fact]
    public void TheDefaultsFollowTheRestrictedProfileAndSpreadSoftly()
    {
        EmittedManifest manifest = EmittedManifest.Of("A", "using Holdfast; [StatefulApp(\"a\")] [Container(\"a:1\")] partial class A { }");
        V1PodSpec pod = manifest.StatefulSet.Spec.Template.Spec;
        Assert.Equal((true, 1000L, 1000L, 1000L, "RuntimeDefault"), (pod.SecurityContext.RunAsNonRoot, pod.SecurityContext.RunAsUser, pod.SecurityContext.RunAsGroup, pod.SecurityContext.FsGroup, pod.SecurityContext.SeccompProfile.Type));
        Assert.Equal((false, "ALL"), (manifest.Container.SecurityContext.AllowPrivilegeEscalation, manifest.Container.SecurityContext.Capabilities.Drop.Single()));
        Assert.Equal((1, KubernetesLabels.HostName, "ScheduleAnyway"), pod.TopologySpreadConstraints.Select(spread => (spread.MaxSkew, spread.TopologyKey, spread.WhenUnsatisfiable)).Single());
        V1Service governing = manifest.Service("a");
        Assert.Equal(("None", true), (governing.Spec.ClusterIP, governing.Spec.PublishNotReadyAddresses));
        Assert.DoesNotContain("{}", manifest.Yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("[]", manifest.Yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void CodeAndManifestAgreeOnEveryName()
    {
        foreach (EmittedManifest manifest in new[] { EmittedManifest.Of("Shop.Orders", Orders), EmittedManifest.OfZooKeeperSample() })
        {
            V1StatefulSet set = manifest.StatefulSet;
            V1Service governing = manifest.Service(set.Spec.ServiceName);
            PodSet pods = manifest.Member<PodSet>("Pods");
            int start = set.Spec.Ordinals?.Start ?? 0;
            Assert.Equal("None", governing.Spec.ClusterIP);
            Assert.Equal(governing.Spec.Selector, set.Spec.Selector.MatchLabels);
            Assert.Equal(Enumerable.Range(start, set.Spec.Replicas!.Value).Select(ordinal => $"{set.Metadata.Name}-{ordinal}"), pods.Select(pod => pod.Name));
            string zone = set.Metadata.NamespaceProperty is null ? "" : $".{set.Metadata.NamespaceProperty}.svc.corp.example";
            Assert.Equal(pods.Select(pod => $"{pod.Name}.{governing.Metadata.Name}{zone}"), pods.Select(pod => pod.HostName));

            foreach (ServicePort port in Members<ServicePort>("Http", "Gossip", "Client", "Peer", "Election"))
            {
                string protocol = manifest.Container.Ports.Single(candidate => candidate.Name == port.Name && candidate.ContainerPort == port.Number).Protocol ?? "TCP";
                Assert.Contains(governing.Spec.Ports, candidate => candidate.Name == port.Name && candidate.Port == port.Number);
                Assert.Equal($"_{port.Name}._{protocol.ToLowerInvariant()}.{governing.Metadata.Name}{zone}", port.SrvName);
                Assert.Equal(pods[0].HostName, port.On(pods[0]).Host);
            }

            ClaimTemplate[] templates = [.. Members<ClaimTemplate>("Data", "DataLog")];
            Assert.Equal(set.Spec.VolumeClaimTemplates.Select(template => template.Metadata.Name), templates.Select(template => template.Name));
            Assert.All(templates, template => Assert.Equal($"{template.Name}-{pods[0].Name}", template.ClaimName(pods[0])));
            Assert.All(templates, template => Assert.Contains(manifest.Container.VolumeMounts, mount => mount.Name == template.Name && mount.MountPath == template.MountPath));

            foreach (Service service in Members<Service>("Front", "Clients"))
            {
                Assert.NotNull(manifest.Service(service.Name));
                Assert.Equal(service.Name + zone, service.HostName);
            }

            string list = Members<string>("Peers", "Servers").Single();
            Assert.Contains(manifest.Container.Env, variable => variable.Value == list);
            Assert.All(pods, pod => Assert.Contains(pod.HostName + ":", list, StringComparison.Ordinal));

            IEnumerable<T> Members<T>(params string[] names) => names
                .Where(name => manifest.StatefulSet.Metadata.Name == "orders" ? Orders.Contains($" {name} {{", StringComparison.Ordinal) : name is not ("Http" or "Gossip" or "Front" or "Peers"))
                .Select(manifest.Member<T>);
        }
    }

    [Theory]
    [InlineData(PodEnvironmentVariables.PodName, "metadata.name")]
    [InlineData(PodEnvironmentVariables.PodNamespace, "metadata.namespace")]
    [InlineData(PodEnvironmentVariables.PodOrdinal, "metadata.labels['apps.kubernetes.io/pod-index']")]
    public void TheVariablesThatCodeReadsAreSet(string name, string fieldPath)
    {
        V1EnvVar variable = EmittedManifest.OfZooKeeperSample().Container.Env.Single(variable => variable.Name == name);
        Assert.Equal(fieldPath, variable.ValueFrom.FieldRef.FieldPath);
    }

    /// <remarks>The models' own serialiser writes a string that is one tab as nothing, so there is none in the source.</remarks>
    [Fact]
    public void RoundTripsThroughYamlDotNetAndTheModels()
    {
        foreach (string yaml in new[] { EmittedManifest.OfZooKeeperSample().Yaml, EmittedManifest.Of("Shop.Orders", Orders).Yaml })
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            Assert.Equal(yaml.Split("\n---\n").Length, stream.Documents.Count);
            foreach ((YamlDocument document, object model) in stream.Documents.Zip(KubernetesYaml.LoadAllFromString(yaml, strict: true)))
            {
                var again = new YamlStream();
                again.Load(new StringReader(KubernetesYaml.Serialize(model)));
                Assert.Equal(
                    string.Join("\n", Flatten(document.RootNode, "").Select(value => value.Key + "=" + value.Value)),
                    string.Join("\n", Flatten(again.Documents[0].RootNode, "").Select(value => value.Key + "=" + value.Value)));
            }
        }
    }

    [Fact]
    public void TheSameInputGivesTheSameBytesOnAnotherCulture()
    {
        string expected = EmittedManifest.Of("Shop.Orders", Orders).Yaml;
        System.Globalization.CultureInfo culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            // Tests run without the machine's culture data, so the odd culture is made by hand.
            var odd = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
            odd.NumberFormat = new System.Globalization.NumberFormatInfo { NegativeSign = "~", PositiveSign = "?", NumberDecimalSeparator = "," };
            System.Globalization.CultureInfo.CurrentCulture = odd;
            Assert.Equal(expected, EmittedManifest.Of("Shop.Orders", Orders.Replace("\n", "\r\n")).Yaml);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>Every value by its path, in the order of paths, since models have their own order.</summary>
    private static SortedDictionary<string, string?> Flatten(YamlNode node, string path)
    {
        var values = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        switch (node)
        {
            case YamlMappingNode mapping:
                foreach ((YamlNode key, YamlNode value) in mapping)
                {
                    Add(Flatten(value, $"{path}.{key}"));
                }

                break;
            case YamlSequenceNode sequence:
                for (int i = 0; i < sequence.Children.Count; i++)
                {
                    Add(Flatten(sequence.Children[i], $"{path}[{i}]"));
                }

                break;
            default:
                values[path] = ((YamlScalarNode)node).Value;
                break;
        }

        return values;

        void Add(SortedDictionary<string, string?> more)
        {
            foreach ((string key, string? value) in more)
            {
                values.Add(key, value);
            }
        }
    }
}
