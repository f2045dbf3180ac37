using System.Collections.Immutable;
using Holdfast.Analyzers.Analysis;
using Holdfast.Analyzers.ClientCode;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Rules;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Tests.Objects;

/// <summary>The same rules as for declared types and manifests, on objects that code makes.</summary>
public class ObjectRuleTests
{
    private const string SharedVolume = "new() { Name = \"shared\", PersistentVolumeClaim = new() { ClaimName = \"shared\" } }";

    private const string Settings = "var settings = new V1ConfigMap { Metadata = new() { Name = \"settings\" }, Data = new Dictionary<string, string> { [\"log.level\"] = \"info\" } }; ";

    /// <summary>Rules that need more than objects: uses of names in code, attributes, a last release.</summary>
    private static readonly string[] NotOfObjects = ["HF1001", "HF1021", "HF4001", "HF4002", "HF4003", "HF4004", "HF4008", "HF4009", "HF5001", "HF5002", "HF9009", "HF9010", "HF9022", "HF9025", "HF9027"];

    [Theory]
    [InlineData("{|HF6007:\"disk\"|}")]
    [InlineData("\"other\"")]
    public Task AClaimIsMountedOrADevice(string device) => KubernetesCode.VerifyAsync(KubernetesCode.Usings + $$"""
        static class Made
        {
            public static V1Pod Pod() => new()
            {
                Metadata = new() { Name = "raw" },
                Spec = new()
                {
                    Containers =
                    [
                        new()
                        {
                            Name = "raw",
                            Image = "registry.example/raw:1.0",
                            VolumeMounts = [new() { Name = "disk", MountPath = "/data" }],
                            VolumeDevices = [new() { Name = {{device}}, DevicePath = "/dev/raw" }],
                        },
                    ],
                    Volumes =
                    [
                        new() { Name = "disk", PersistentVolumeClaim = new() { ClaimName = "disk" } },
                        new() { Name = "other", PersistentVolumeClaim = new() { ClaimName = "other" } },
                    ],
                },
            };
        }
        """);

    private const string Autoscaler = "var scaler = new V2HorizontalPodAutoscaler { Metadata = new() { Name = \"web\" }, Spec = new() { ScaleTargetRef = new() { ApiVersion = \"apps/v1\", Kind = \"Deployment\", Name = \"web\" }, MaxReplicas = 5 } };";

    private const string Quorum = "set.Metadata.Annotations = new Dictionary<string, string> { [\"holdfast.dev/quorum\"] = \"true\" };";

    public static TheoryData<string, string, string> Rules => new()
    {
        { "HF1002", "set.Spec.ServiceName = \"ordres\";", "set.Spec.ServiceName = \"orders\";" },
        { "HF1003", "service.Spec.ClusterIP = null;", "service.Spec.ClusterIP = text;" },
        { "HF1004", "set.Metadata.NamespaceProperty = \"a\"; service.Metadata.NamespaceProperty = \"b\";", "set.Metadata.NamespaceProperty = \"a\"; service.Metadata.NamespaceProperty = \"a\";" },
        { "HF1005", "service.Spec.Selector[\"app\"] = \"order\";", "service.Spec.Selector = null;" },
        { "HF1006", "set.Spec.Selector.MatchLabels[\"app\"] = \"order\";", "set.Spec.Selector.MatchLabels[\"app\"] = text;" },
        { "HF1007", "web.Spec.Selector.MatchLabels[\"app\"] = web.Spec.Template.Metadata.Labels[\"app\"] = \"orders\"; web.Spec.Selector.MatchLabels[\"app\"] = \"orders\";", "web.Metadata.NamespaceProperty = \"elsewhere\";" },
        { "HF1008", "service.Spec.SessionAffinity = \"ClientIP\";", "front.Spec.SessionAffinity = \"ClientIP\";" },
        { "HF1009", "service.Spec.ClusterIP = null; service.Spec.Type = \"LoadBalancer\";", "front.Spec.Type = \"LoadBalancer\";" },
        { "HF1010", "set.Spec.Selector.MatchLabels[\"version\"] = \"1\";", "set.Spec.Template.Metadata.Labels[\"version\"] = \"1\";" },
        { "HF1011", "pods.Hostname = \"orders\";", "web.Spec.Template.Spec.Hostname = \"orders\";" },
        { "HF1012", "service.Spec.PublishNotReadyAddresses = false;", "service.Spec.PublishNotReadyAddresses = true;" },
        { "HF1013", "front.Spec.PublishNotReadyAddresses = true;", "front.Spec.PublishNotReadyAddresses = false;" },
        { "HF1014", "service.Spec.PublishNotReadyAddresses = null; service.Metadata.Annotations = new Dictionary<string, string> { [\"service.alpha.kubernetes.io/tolerate-unready-endpoints\"] = \"true\" };", "service.Metadata.Annotations = new Dictionary<string, string> { [\"example.com/tolerate\"] = \"true\" };" },
        { "HF1015", "front.Spec.Ports = [];", "service.Spec.Ports = [];" },
        { "HF1016", "front.Spec.Selector[\"app\"] = \"order\";", "front.Spec.Selector[\"app\"] = text;" },
        { "HF1017", Settings + "container.Env = [new() { Name = \"LEVEL\", ValueFrom = new() { ConfigMapKeyRef = new() { Name = \"settings\", Key = \"log.levl\" } } }];", Settings + "container.Env = [new() { Name = \"LEVEL\", ValueFrom = new() { ConfigMapKeyRef = new() { Name = \"settings\", Key = \"log.level\" } } }];" },
        { "HF1018", "var role = new V1Role { Metadata = new() { Name = \"orders\" }, Rules = [new() { ApiGroups = [\"\"], Resources = [\"statefulsets\"], Verbs = [\"get\"] }] };", "var role = new V1Role { Metadata = new() { Name = \"orders\" }, Rules = [new() { ApiGroups = [\"apps\"], Resources = [\"statefulsets\"], Verbs = [\"get\"] }] };" },
        { "HF1019", Wait("until nc -z orders 8080; do sleep 1; done"), Wait("until nc -z other 8080; do sleep 1; done") },
        { "HF1020", "front.Metadata.Name = \"web-front\"; front.Spec.Selector[\"app\"] = \"web\"; container.Env = [new() { Name = \"WEB\", Value = \"http://web:8080\" }];", "front.Metadata.Name = \"web-front\"; front.Spec.Selector[\"app\"] = \"web\"; container.Env = [new() { Name = \"WEB\", Value = \"http://web-front:8080\" }];" },
        { "HF2001", $"set.Metadata.Name = \"{new string('a', 53)}\";", $"set.Metadata.Name = \"{new string('a', 52)}\";" },
        { "HF2002", "set.Metadata.Name = \"Orders\";", "set.Metadata.Name = text;" },
        { "HF2003", "service.Metadata.Name = \"Orders_A\";", "service.Metadata.Name = \"orders-a\";" },
        { "HF2010", "pods.HostNetwork = true; container.Command = [\"sh\", \"-c\", \"run --id ${HOSTNAME##*-}\"];", "container.Command = [\"sh\", \"-c\", \"run --id ${HOSTNAME##*-}\"];" },
        { "HF2011", "set.Spec.Ordinals = new() { Start = 1 }; container.Args = [\"--leader=orders-0\"];", "set.Spec.Ordinals = new() { Start = 1 }; container.Args = [\"--leader=orders-1\"];" },
        { "HF2012", "container.Args = [\"_htp._tcp.orders\"];", "container.Args = [\"_http._tcp.orders\"];" },
        { "HF2015", "container.Env = [new() { Name = \"A\", Value = \"1\" }, new() { Name = \"A\", Value = \"2\" }];", "container.Env = [new() { Name = \"A\", Value = \"1\" }, new() { Name = \"B\", Value = \"2\" }];" },
        { "HF2016", "set.Spec.Template.Metadata.Labels[\"tier\"] = \"a b\";", "set.Spec.Template.Metadata.Labels[\"tier\"] = \"a-b\";" },
        { "HF2017", "pods.NodeSelector = new Dictionary<string, string> { [\"disk type\"] = \"ssd\" };", "pods.NodeSelector = new Dictionary<string, string> { [\"disk-type\"] = \"ssd\" };" },
        { "HF2019", "set.Spec.Ordinals = new() { Start = 2147483645 };", "set.Spec.Ordinals = new() { Start = 1 };" },
        { "HF2020", "set.Spec.PodManagementPolicy = \"Paralel\";", "set.Spec.PodManagementPolicy = \"Parallel\";" },
        { "HF3001", $"pods.Volumes = [{SharedVolume}]; container.VolumeMounts = [new() {{ Name = \"shared\", MountPath = \"/a\" }}];", $"pods.Volumes = [{SharedVolume}]; claim.Spec.AccessModes = [\"ReadOnlyMany\"];" },
        { "HF3002", $"web.Spec.Template.Spec.Volumes = [{SharedVolume}];", $"web.Spec.Template.Spec.Volumes = [{SharedVolume}]; claim.Spec.AccessModes = [\"ReadWriteMany\"];" },
        { "HF3003", $"web.Spec.Replicas = 1; web.Spec.Template.Spec.Volumes = [{SharedVolume}];", $"web.Spec.Replicas = 1; web.Spec.Strategy = new() {{ Type = \"Recreate\" }}; web.Spec.Template.Spec.Volumes = [{SharedVolume}];" },
        { "HF3004", $"pods.Volumes = [{SharedVolume}]; web.Spec.Template.Spec.Volumes = [{SharedVolume}];", $"web.Spec.Template.Spec.Volumes = [{SharedVolume}];" },
        { "HF3005", "container.VolumeMounts = null;", "container.VolumeMounts[0].MountPath = \"/other\";" },
        { "HF3006", "container.VolumeMounts[0].Name = \"dat\";", "container.VolumeMounts[0].Name = text;" },
        { "HF3007", "template.Spec.AccessModes = null;", "template.Spec = Unknown<V1PersistentVolumeClaimSpec>();" },
        { "HF3008", "template.Spec.Resources.Requests[\"storage\"] = \"10GB\";", "template.Spec.Resources.Requests[\"storage\"] = new ResourceQuantity(text);" },
        { "HF3009", "template.Spec.AccessModes = [\"ReadWriteOnce\"]; claim.Spec.AccessModes = [\"ReadWriteOncePod\"];", "template.Spec.AccessModes = [\"ReadWriteOnce\"];" },
        { "HF3010", "pods.Volumes = [new() { Name = \"tmp\" }];", "pods.Volumes = [new() { Name = \"tmp\", EmptyDir = new() }];" },
        { "HF3011", "set.Spec.PersistentVolumeClaimRetentionPolicy = new() { WhenScaled = \"Delete\" };", "set.Spec.PersistentVolumeClaimRetentionPolicy = new() { WhenScaled = \"Retain\" };" },
        { "HF3012", "set.Spec.PersistentVolumeClaimRetentionPolicy = new() { WhenDeleted = \"Delete\" };", "set.Spec.PersistentVolumeClaimRetentionPolicy = new() { WhenDeleted = text };" },
        { "HF3013", "pods.SecurityContext = new() { RunAsUser = 1000 };", "pods.SecurityContext = new() { RunAsUser = 1000, FsGroup = 1000 };" },
        { "HF3014", "template.Spec.StorageClassName = \"\";", "template.Spec.StorageClassName = \"fast\";" },
        { "HF3015", "container.VolumeMounts = [new() { Name = \"data\", MountPath = \"/data\" }, new() { Name = \"data\", MountPath = \"/data/\" }];", "container.VolumeMounts = [new() { Name = \"data\", MountPath = \"/data\" }, new() { Name = \"data\", MountPath = \"/logs\" }];" },
        { "HF3016", "template.Spec.VolumeMode = \"Block\";", "template.Spec.VolumeMode = \"Filesystem\";" },
        { "HF3017", $"set.Metadata.Annotations = new Dictionary<string, string> {{ [\"a\"] = \"{new string('a', 262_144)}\" }};", $"set.Metadata.Annotations = new Dictionary<string, string> {{ [\"a\"] = \"{new string('a', 262_000)}\" }};" },
        { "HF3018", "container.VolumeMounts[0].MountPath = \"data\";", "container.VolumeMounts[0].MountPath = \"/data\";" },
        { "HF3019", "template.Spec.DataSource = new() { Kind = \"VolumeSnapshot\", Name = \"before\" };", "template.Spec.DataSource = new() { Kind = \"VolumeSnapshot\", Name = \"before\", ApiGroup = \"snapshot.storage.k8s.io\" };" },
        { "HF3020", "container.Image = \"mongo:7.0\"; container.VolumeMounts[0].MountPath = \"/data\";", "container.Image = \"mongo:7.0\"; container.VolumeMounts[0].MountPath = \"/data/db\";" },
        { "HF4005", "set.Spec.UpdateStrategy = new() { Type = \"OnDelete\", RollingUpdate = new() { Partition = 1 } };", "set.Spec.UpdateStrategy = new() { Type = \"RollingUpdate\", RollingUpdate = new() { Partition = 1 } };" },
        { "HF4006", "set.Spec.UpdateStrategy = new() { RollingUpdate = new() { MaxUnavailable = 2 } };", "set.Spec.UpdateStrategy = new() { RollingUpdate = new() { Partition = 1 } };" },
        { "HF4007", "budget.ApiVersion = \"policy/v1beta1\";", "budget.ApiVersion = \"policy/v1\";" },
        { "HF5003", Quorum + "set.Spec.Replicas = 4;", Quorum + "set.Spec.Replicas = 5;" },
        { "HF5004", "webBudget.Spec.Selector.MatchLabels[\"app\"] = \"orders\";", "webBudget.Spec.Selector.MatchLabels[\"app\"] = text;" },
        { "HF5005", "budget.Spec.MaxUnavailable = 0;", "budget.Spec.MaxUnavailable = \"50%\";" },
        { "HF5006", Quorum + "budget.Spec.MaxUnavailable = 2;", "budget.Spec.MaxUnavailable = 2;" },
        { "HF5007", "budget.Spec.Selector.MatchLabels[\"app\"] = \"elsewhere\";", "budget.Spec.Selector.MatchLabels[\"app\"] = text;" },
        { "HF5008", "budget.Spec.UnhealthyPodEvictionPolicy = null;", "budget.Spec.UnhealthyPodEvictionPolicy = text;" },
        { "HF5009", "pods.TopologySpreadConstraints = null;", "pods.TopologySpreadConstraints[0].MaxSkew = 2;" },
        { "HF5010", "pods.Affinity = new() { PodAntiAffinity = new() { RequiredDuringSchedulingIgnoredDuringExecution = [new() { TopologyKey = \"kubernetes.io/hostname\", LabelSelector = new() { MatchLabels = new Dictionary<string, string> { [\"app\"] = \"orders\" } } }] } };", "pods.Affinity = new() { PodAntiAffinity = new() { PreferredDuringSchedulingIgnoredDuringExecution = [new() { Weight = 1, PodAffinityTerm = new() { TopologyKey = \"kubernetes.io/hostname\", LabelSelector = new() { MatchLabels = new Dictionary<string, string> { [\"app\"] = \"orders\" } } } }] } };" },
        { "HF5011", Autoscaler, Autoscaler + "web.Spec.Replicas = null;" },
        { "HF5012", "pods.TerminationGracePeriodSeconds = 0;", "pods.TerminationGracePeriodSeconds = 1;" },
        { "HF5013", "container.Lifecycle = new() { PreStop = new() { Sleep = new() { Seconds = 60 } } };", "container.Lifecycle = new() { PreStop = new() { Sleep = new() { Seconds = 10 } } };" },
        { "HF5014", "container.LivenessProbe = new() { HttpGet = new() { Path = \"/ready\", Port = \"http\" }, PeriodSeconds = 5 };", "container.LivenessProbe = new() { HttpGet = new() { Path = \"/live\", Port = \"http\" }, PeriodSeconds = 5 };" },
        { "HF5015", "container.ReadinessProbe = null;", "container.ReadinessProbe = Unknown<V1Probe>();" },
        { "HF5016", "container.ReadinessProbe.HttpGet.Port = \"htp\";", "container.ReadinessProbe.HttpGet.Port = 8080;" },
        { "HF5017", "front.Spec.Ports[0].TargetPort = \"htp\";", "front.Spec.Ports[0].TargetPort = \"http\";" },
        { "HF5018", "set.Spec.MinReadySeconds = 3600;", "set.Spec.MinReadySeconds = 10;" },
        { "HF5019", "pods.NodeName = \"first\";", "pods.NodeName = text;" },
        { "HF5020", "pods.TopologySpreadConstraints[0].TopologyKey = \"topology.kubernetes.io/hostname\";", "pods.TopologySpreadConstraints[0].TopologyKey = text;" },
        { "HF5021", "container.Args = [\"--join=orders-0.orders\"]; " + Policy("Egress = [new() { Ports = [new() { Port = 8080 }] }]"), "container.Args = [\"--join=orders-0.orders\"]; " + Policy("Egress = [new() { Ports = [new() { Port = 8080 }, new() { Port = 53, Protocol = \"UDP\" }] }]") },
        { "HF5022", Policy("Ingress = [new() { Ports = [new() { Port = 80 }] }]", "web"), Policy("Ingress = [new() { Ports = [new() { Port = 8080 }] }]", "web") },
        { "HF5025", "set.Spec.VolumeClaimTemplates = null; container.VolumeMounts = null; set.Spec.ServiceName = null;", "set.Spec.VolumeClaimTemplates = null; container.VolumeMounts = null; set.Spec.ServiceName = null; set.Spec.PodManagementPolicy = text;" },
        { "HF5026", "server.Image = \"mcr.microsoft.com/dotnet/aspnet:8.0\"; server.Ports[0].ContainerPort = 80;", "server.Image = \"mcr.microsoft.com/dotnet/aspnet:7.0\"; server.Ports[0].ContainerPort = 80;" },
        { "HF6001", "container.Image = \"orders\";", "container.Image = \"orders:2.0\";" },
        { "HF6002", "container.Resources = null;", "container.Resources = Unknown<V1ResourceRequirements>();" },
        { "HF6004", "container.Env = [new() { Name = \"DB_PASSWORD\", Value = \"hunter2\" }];", "container.Env = [new() { Name = \"DB_PASSWORD\", ValueFrom = new() { SecretKeyRef = new() { Name = \"db\", Key = \"password\" } } }];" },
        { "HF6005", "container.Ports[0].ContainerPort = 80800;", "container.Ports[0].ContainerPort = text.Length;" },
        { "HF6006", "pods.SecurityContext = new() { RunAsNonRoot = true, RunAsUser = 0 };", "pods.SecurityContext = new() { RunAsNonRoot = true, RunAsUser = 1 };" },
        { "HF6007", "pods.DnsPolicy = \"None\";", "pods.DnsPolicy = \"None\"; pods.DnsConfig = Unknown<V1PodDNSConfig>();" },
        { "HF6008", "container.ImagePullPolicy = \"always\";", "container.ImagePullPolicy = \"Always\";" },
        { "HF6010", "container.Args = [\"$(NOPE)\"];", "container.Args = [\"$(A)\"]; container.Env = [new() { Name = \"A\", Value = \"1\" }];" },
        { "HF6011", "container.Image = \"Orders:1.0\";", "container.Image = text;" },
        { "HF6012", "container.SecurityContext = null;", "container.SecurityContext = Unknown<V1SecurityContext>();" },
        { "HF6013", "container.Env = [new() { Name = \"A\", Value = \"1\" }, new() { Name = \"B\", Value = \"http://${A}\" }];", "container.Env = [new() { Name = \"A\", Value = \"1\" }, new() { Name = \"B\", Value = \"http://$(A)\" }];" },
        { "HF6014", "container.Command = [\"/app/orders --verbose\"];", "container.Command = [\"/app/orders\", \"--verbose\"];" },
        { "HF6015", "pods.Volumes = [new() { Name = \"key\", Secret = new() { SecretName = \"key\", DefaultMode = 400 } }];", "pods.Volumes = [new() { Name = \"key\", Secret = new() { SecretName = \"key\", DefaultMode = 256 } }];" },
        { "HF6016", "container.SecurityContext = null;", "container.SecurityContext = Unknown<V1SecurityContext>();" },
        { "HF6017", "server.Image = \"redis:7.4\";", "server.Image = \"redis:7.4\"; server.SecurityContext.RunAsUser = 999;" },
        { "HF6018", "server.Image = \"mcr.microsoft.com/dotnet/aspnet:7.0\";", "server.Image = \"mcr.microsoft.com/dotnet/aspnet:7.0\"; server.Env = [new() { Name = \"DOTNET_EnableDiagnostics\", Value = \"0\" }];" },
        { "HF6019", "server.Resources.Limits = new Dictionary<string, ResourceQuantity> { [\"memory\"] = \"1Gi\" }; server.Args = [\"-Xmx1g\"];", "server.Resources.Limits = new Dictionary<string, ResourceQuantity> { [\"memory\"] = \"1Gi\" }; server.Args = [\"-Xmx768m\"];" },
        { "HF6020", "server.Image = \"confluentinc/cp-kafka:7.6.1\"; front.Metadata.Name = \"kafka\";", "server.Image = \"confluentinc/cp-kafka:7.6.1\"; front.Metadata.Name = \"kafka\"; web.Spec.Template.Spec.EnableServiceLinks = false;" },
    };

    private static string Wait(string script) => $"pods.InitContainers = [new() {{ Name = \"wait\", Image = \"busybox:1.36\", Command = [\"sh\", \"-c\", \"{script}\"] }}];";

    private static string Policy(string rules, string app = "orders") =>
        $"var policy = new V1NetworkPolicy {{ Metadata = new() {{ Name = \"{app}\" }}, Spec = new() {{ PodSelector = new() {{ MatchLabels = new Dictionary<string, string> {{ [\"app\"] = \"{app}\" }} }}, {rules} }} }};";

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task ARuleSaysItOfCode(string id, string wrong, string right)
    {
        Assert.Contains(id, await IdsAsync(Shop.With(wrong)));
        Assert.DoesNotContain(id, await IdsAsync(Shop.With(right)));
    }

    [Fact]
    public void EveryRuleIsHere() => Assert.Equal(
        RuleCatalog.Descriptors.Select(static descriptor => descriptor.Id).Except(NotOfObjects),
        Rules.Select(static row => row.Data.Item1));

    [Fact]
    public async Task NothingIsWrongWithTheShop() => Assert.Empty(await FindAsync(DiagnosticSeverity.Warning, Shop.With(string.Empty)));

    /// <summary>Any part of the shop might be computed, and then nothing more is said than before.</summary>
    [Fact]
    public async Task NothingIsSaidBecauseSomethingIsNotKnown()
    {
        ImmutableArray<MappingNode> objects = await ObjectTrees.AllAsync(KubernetesCode.Compile(Shop.With(string.Empty)));
        HashSet<string> before = Ids(objects);
        int tried = 0;
        var wrong = new List<string>();
        for (int i = 0; i < objects.Length; i++)
        {
            foreach (ManifestNode changed in Unknowns(objects[i]))
            {
                tried++;
                HashSet<string> said = Ids(objects.SetItem(i, (MappingNode)changed));
                said.ExceptWith(before);
                if (said.Count > 0)
                {
                    wrong.Add(string.Join(", ", said) + " of:\n" + ObjectTrees.Write([(MappingNode)changed]));
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(tried > 50);

        static HashSet<string> Ids(ImmutableArray<MappingNode> objects) =>
            [.. ObjectFindings.Together([objects], [], isOpen: false, KubernetesTarget.Default, static (_, _) => null, CancellationToken.None).Select(static diagnostic => diagnostic.Id)];
    }

    [Fact]
    public Task TheExpressionAtFaultIsMarked() => KubernetesCode.VerifyAsync(
        KubernetesCode.Usings + """
        class Operator
        {
            V1StatefulSet Make()
            {
                string tier = {|HF2016:"a b"|};
                var set = new V1StatefulSet
                {
                    Metadata = new() { Name = {|HF2002:Names.Set|} },
                    Spec = new()
                    {
                        Replicas = {|HF6005:-1|},
                        Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "orders" } },
                        Template = new()
                        {
                            Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = "orders", ["tier"] = tier } },
                            Spec = new() { Containers = [new() { Name = {|HF2003:"Orders"|}, Image = "orders:1.0", Ports = new List<V1ContainerPort> { new V1ContainerPort { ContainerPort = {|HF6005:80800|} } } }] },
                        },
                    },
                };
                set.Spec.Template.Spec.Containers[0].Image = {|HF6011:"Orders:1.0"|};
                return set;
            }
        }
        """,
        "static class Names { public const string Set = \"Orders\"; }");

    /// <summary>The API server takes the group without a name with its slash, which is what the library's constants give.</summary>
    [Theory]
    [InlineData("$\"{V1Service.KubeGroup}/{V1Service.KubeApiVersion}\"")]
    [InlineData("V1Service.KubeGroup + \"/\" + V1Service.KubeApiVersion")]
    [InlineData("V1Service.KubeApiVersion")]
    [InlineData("{|HF6008:\"V1\"|}")]
    public Task TheVersionMayHaveTheSlashOfAnEmptyGroup(string version) => KubernetesCode.VerifyAsync(
        KubernetesCode.Usings + $$"""
        static class Shop
        {
            public static Task Make(IKubernetes client) => client.CoreV1.CreateNamespacedServiceAsync(
                new V1Service
                {
                    ApiVersion = {{version}},
                    Kind = V1Service.KubeKind,
                    Metadata = new V1ObjectMeta { Name = "front" },
                    Spec = new V1ServiceSpec { Selector = new Dictionary<string, string> { ["app"] = "front" }, Ports = [new V1ServicePort { Port = 80 }] },
                },
                "shop");
        }
        """);

    /// <summary>Any method may change it, so all of its fields are unknown; a ConfigMap and a Secret have no spec among them.</summary>
    [Theory]
    [InlineData("V1ConfigMap")]
    [InlineData("V1Secret")]
    [InlineData("V1ServiceAccount")]
    [InlineData("V1StorageClass")]
    [InlineData("V1RoleBinding")]
    [InlineData("V1StatefulSet")]
    public async Task AnObjectThatAMethodTakesIsUnknown(string type)
    {
        await KubernetesCode.VerifyAsync(Made("Action<" + type + "> complete", "complete(made)"));
        await KubernetesCode.VerifyAsync(Made("IStep complete", "complete.Run(made)"), $"interface IStep {{ void Run(k8s.Models.{type} made); }}");

        string Made(string parameter, string call) => KubernetesCode.Usings + $$"""
            static class Shop
            {
                public static void Make({{parameter}})
                {
                    var made = new {{type}} { Metadata = new V1ObjectMeta { Name = "orders" } };
                    {{call}};
                }
            }
            """;
    }

    [Fact]
    public Task ObjectsOfOtherMethodsAreLinked() => KubernetesCode.VerifyAsync(
        Set("orders", "{|HF1003:\"orders\"|}"),
        Service("orders", "\"orders\"", string.Empty),
        Set("carts", "{|HF1002:\"cart-peer\"|}"),
        Service("carts", "\"cart-peers\"", "ClusterIP = \"None\", "),
        Set("users", "\"users\""),
        Service("users", "\"users\"", "ClusterIP = \"None\", "));

    [Fact]
    public Task NothingIsMissingWhereANameIsComputed() => KubernetesCode.VerifyAsync(
        Set("carts", "\"cart-peer\""),
        Service("carts", "\"cart-peers\"", "ClusterIP = \"None\", "),
        Service("users", "Environment.MachineName", "ClusterIP = \"None\", "));

    [Fact]
    public Task AnotherMethodsClaimMakesItRight() => KubernetesCode.VerifyAsync(
        KubernetesCode.Usings + """
        class Web
        {
            V1Deployment Make() => new()
            {
                Metadata = new() { Name = "web" },
                Spec = new()
                {
                    Replicas = 2,
                    Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "web" } },
                    Template = new()
                    {
                        Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = "web" } },
                        Spec = new()
                        {
                            Containers = [new() { Name = "web", Image = "web:1.0" }],
                            Volumes = [new() { Name = "shared", PersistentVolumeClaim = new() { ClaimName = "shared" } }],
                        },
                    },
                },
            };

            V1PersistentVolumeClaim Claim() => new() { Metadata = new() { Name = "shared" }, Spec = new() { AccessModes = ["ReadWriteMany"], Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { ["storage"] = new("1Gi") } } } };
        }
        """);

    [Fact]
    public Task OneObjectCanBeMadeInTwoWays() => KubernetesCode.VerifyAsync(
        Set("orders", "\"orders\""),
        Set("orders", "\"orders\"").Replace("class Set_orders", "class Again", StringComparison.Ordinal),
        Service("orders", "\"orders\"", "ClusterIP = \"None\", "));

    /// <summary>What one body makes belongs together, although another one makes an object of the same name otherwise.</summary>
    [Theory]
    [InlineData("http", "\"http\"")]
    [InlineData("https", "{|HF5017:\"http\"|}")]
    public Task AServiceBelongsToTheWorkloadOfItsBody(string port, string target) => KubernetesCode.VerifyAsync(
        Web("First", "", ""),
        Web("Second", $"Ports = [new() {{ Name = \"{port}\", ContainerPort = 8080 }}], ", $"objects.Add(new V1Service {{ Metadata = new() {{ Name = \"web\" }}, Spec = new() {{ Selector = labels, Ports = [new() {{ Port = 80, TargetPort = {target} }}] }} }}.Initialize());"));

    private static string Web(string name, string ports, string more) => KubernetesCode.Usings + $$"""
        static class {{name}}
        {
            public static void Make(List<object> objects)
            {
                var labels = new Dictionary<string, string> { ["app"] = "web" };
                var web = new V1Deployment { Metadata = new() { Name = "web" } }.Initialize();
                web.Spec = new()
                {
                    Selector = new() { MatchLabels = labels },
                    Template = new() { Metadata = new() { Labels = labels }, Spec = new() { Containers = [new() { {{ports}}Name = "web", Image = "web:1.0" }] } },
                };
                objects.Add(web);
                {{more}}
            }
        }
        """;

    [Fact]
    public Task ATypeGovernsASetOfCode() => KubernetesCode.VerifyAsync(
        Set("carts", "{|HF1002:\"order\"|}"),
        """
        using Holdfast;
        [StatefulApp("orders", Replicas = 3)]
        [Container("orders:1.0")]
        partial class Orders { [Port(80)] public static partial ServicePort Http { get; } }
        """);

    [Fact]
    public async Task AProjectWithoutTheLibraryIsNotLookedAt()
    {
        CSharpCompilation compilation = Compilations.Create("namespace k8s.Models; [System.Obsolete] class V1Service { } class C { object o = new V1Service(); }");
        Assert.Empty(await compilation.WithAnalyzers([new ObjectCodeAnalyzer()]).GetAnalyzerDiagnosticsAsync());
        Assert.False(HoldfastUse.HasClientModels(compilation));
        Assert.True(HoldfastUse.HasClientModels(KubernetesCode.Compile(string.Empty)));
        Assert.True(HoldfastUse.HasClientModels(Compilations.Create("namespace k8s.Models; class V1StatefulSet { }")));
        Assert.False(HoldfastUse.HasClientModels(Compilations.Create("namespace Other; class V1StatefulSet { }")));
    }

    /// <summary>Code as it is while it is being typed: cut off anywhere, and with any token missing.</summary>
    [Fact]
    public async Task NothingFailsWhereverTheSourceEnds()
    {
        string source = Shop.With("pods.HostNetwork = true; foreach (var c in pods.Containers) c.Image = text; set.Metadata.Labels[text] = \"\"; container.Args.Add(text);");
        for (int length = KubernetesCode.Usings.Length; length < source.Length; length += 37)
        {
            await Survives(source[..length]);
        }

        foreach (SyntaxToken token in CSharpSyntaxTree.ParseText(source, Compilations.ParseOptions).GetRoot().DescendantTokens().Where(static (_, index) => index % 11 == 0))
        {
            await Survives(source.Remove(token.SpanStart, token.Span.Length));
        }

        static async Task Survives(string source)
        {
            var failures = new List<string>();
            var options = new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]),
                (exception, _, _) => failures.Add(exception.ToString()),
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: false);
            await new CompilationWithAnalyzers(KubernetesCode.Compile(source), [new ObjectCodeAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
            Assert.True(failures.Count == 0, source + "\n" + string.Join("\n", failures));
        }
    }

    private static async Task<IEnumerable<string>> IdsAsync(params string[] sources) =>
        (await FindAsync(DiagnosticSeverity.Hidden, sources)).Select(static diagnostic => diagnostic.Id).Distinct();

    private static async Task<IEnumerable<Diagnostic>> FindAsync(DiagnosticSeverity least, params string[] sources)
    {
        CSharpCompilation compilation = KubernetesCode.Compile(sources);
        Assert.Empty(KubernetesCode.Errors(compilation));
        return (await compilation.WithAnalyzers([new ObjectCodeAnalyzer()]).GetAnalyzerDiagnosticsAsync()).Where(diagnostic => diagnostic.Severity >= least);
    }

    private static IEnumerable<ManifestNode> Unknowns(ManifestNode node)
    {
        switch (node)
        {
            case MappingNode mapping:
                foreach (MappingEntry entry in mapping.Entries.Where(static entry => entry.Key is not ("apiVersion" or "kind")))
                {
                    foreach (ManifestNode value in Unknowns(entry.Value).Append(new UnknownNode(null)))
                    {
                        // Metadata is always known to have a name; see ObjectReader.
                        if (entry.Key != "metadata" || value is not UnknownNode)
                        {
                            yield return new MappingNode(mapping.Entries.Select(other => other.Key == entry.Key ? new MappingEntry(entry.Key, value, entry.KeyLocation) : other), mapping.Location);
                        }
                    }
                }

                break;
            case SequenceNode sequence:
                for (int i = 0; i < sequence.Items.Count; i++)
                {
                    foreach (ManifestNode item in Unknowns(sequence.Items[i]))
                    {
                        yield return new SequenceNode(sequence.Items.Select((other, index) => index == i ? item : other), sequence.Location);
                    }
                }

                break;
        }
    }

    private static string Set(string name, string serviceName) => KubernetesCode.Usings + $$"""
        class Set_{{name}}
        {
            V1StatefulSet Make() => new()
            {
                Metadata = new() { Name = "{{name}}" },
                Spec = new()
                {
                    ServiceName = {{serviceName}},
                    Replicas = 3,
                    Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "{{name}}" } },
                    Template = new()
                    {
                        Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = "{{name}}" } },
                        Spec = new() { Containers = [new() { Name = "{{name}}", Image = "{{name}}:1.0" }] },
                    },
                },
            };
        }
        """;

    private static string Service(string name, string serviceName, string spec) => KubernetesCode.Usings + $$"""
        class Service_{{name}}
        {
            V1Service Make() => new()
            {
                Metadata = new() { Name = {{serviceName}} },
                Spec = new() { {{spec}}Selector = new Dictionary<string, string> { ["app"] = "{{name}}" }, Ports = [new() { Name = "http", Port = 80 }] },
            };
        }
        """;
}
