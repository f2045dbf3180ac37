using System.Globalization;
using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;
using Holdfast.WellKnown;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>The samples beside ZooKeeper: nothing is wrong with them, and what they say in text is what code knows.</summary>
public class SampleTests
{
    [Theory]
    [InlineData("PostgreSql")]
    [InlineData("Kafka")]
    [InlineData("Nats")]
    [InlineData("RabbitMq")]
    [InlineData("Redis")]
    public Task NothingIsWrongWithASample(string name) => RuleTest.VerifyAsync(Source(name));

    [Fact]
    public void ThePrimaryIsTheFirstReplica()
    {
        EmittedManifest manifest = EmittedManifest.Of("PostgreSql", Source("PostgreSql"));
        Pod first = manifest.Member<PodSet>("Pods").First;
        V1ServiceSpec primary = manifest.Service(manifest.Member<Service>("Primary").Name).Spec;
        Assert.Equal(first.Name, primary.Selector[KubernetesLabels.PodName]);
        Assert.DoesNotContain(KubernetesLabels.PodName, manifest.Service(manifest.Member<Service>("Read").Name).Spec.Selector.Keys);

        // What the scripts cut off at the first comma is its DNS name, and before the first dot its own.
        V1PodSpec pod = manifest.StatefulSet.Spec.Template.Spec;
        foreach (V1Container container in (V1Container[])[Assert.Single(pod.InitContainers), Assert.Single(pod.Containers)])
        {
            string peers = container.Env.Single(variable => variable.Name == "PEERS").Value;
            Assert.Equal(first.HostName, peers.Split(',')[0]);
            Assert.Equal(first.Name, peers.Split('.')[0]);
            Assert.Equal("/var/lib/postgresql/data/pgdata", container.Env.Single(variable => variable.Name == "PGDATA").Value);
            Assert.Contains(container.VolumeMounts, mount => mount.Name == "data" && mount.MountPath == "/var/lib/postgresql/data");
        }
    }

    [Fact]
    public void TheServersSettingsHaveThePortsOfTheDeclaration()
    {
        EmittedManifest manifest = EmittedManifest.Of("Nats", Source("Nats"));
        string settings = Assert.Single(Assert.Single(manifest.Objects.OfType<V1ConfigMap>()).Data).Value;
        Assert.Contains($"\nport: {manifest.Member<ServicePort>("Client").Number}\n", settings, StringComparison.Ordinal);
        Assert.Contains($"\nhttp_port: {manifest.Member<ServicePort>("Monitor").Number}\n", settings, StringComparison.Ordinal);
        Assert.Contains($"\n  port: {manifest.Member<ServicePort>("Cluster").Number}\n", settings, StringComparison.Ordinal);
        Assert.Contains("\n  routes: [nats://nats-0.nats:6222, nats://nats-1.nats:6222, nats://nats-2.nats:6222]\n", settings, StringComparison.Ordinal);

        // Only servers connect to each other and to where health is asked for.
        V1NetworkPolicy policy = Assert.Single(manifest.Objects.OfType<V1NetworkPolicy>());
        Assert.Equal(["6222,8222", "4222"], policy.Spec.Ingress.Select(rule => string.Join(",", rule.Ports.Select(port => port.Port.Value))));
    }

    /// <summary>Another number of replicas, of the build or of the declaration, and other ports: nothing in the manifest keeps what was.</summary>
    [Theory]
    [InlineData("Kafka")]
    [InlineData("Nats")]
    [InlineData("RabbitMq")]
    [InlineData("Redis")]
    [InlineData("ZooKeeper")]
    public void TextsFollowReplicasAndPorts(string name)
    {
        string source = Source(name);
        int[] ports = [.. Regex.Matches(source, @"\[Port\((\d+)\)\]").Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        Assert.NotEmpty(ports);
        string changed = Regex.Replace(source, @"\[Port\((\d+)\)\]", match => $"[Port({int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) + 30000})]");
        string yaml = EmittedManifest.Of(name, changed.Replace("Replicas = 3", "Replicas = 5", StringComparison.Ordinal)).Yaml;
        Assert.Equal(yaml, EmittedManifest.Of(name, new Dictionary<string, string> { ["HoldfastReplicas"] = "5" }, changed).Yaml);
        string before = EmittedManifest.Of(name, source).Yaml;
        foreach (int port in ports)
        {
            Assert.DoesNotMatch($@"\b{port}\b", yaml);
            Assert.Equal(Regex.Count(before, $@"\b{port}\b") > 0, Regex.IsMatch(yaml, $@"\b{port + 30000}\b"));
        }

        // What lists the replicas lists all of them, and no name of a host is in the source.
        string set = name.ToLowerInvariant();
        int lists = Regex.Count(before, $@"\b{set}-2\.{set}\b");
        Assert.NotEqual(0, lists);
        Assert.True(Regex.Count(yaml, $@"\b{set}-4\.{set}\b") >= lists);
        Assert.DoesNotMatch($@"\b{set}-\d\.{set}\b|\.svc\b|://{set}", Regex.Replace(source, @"///?.*", string.Empty));
    }

    [Fact]
    public void EachKafkaNode_HasItsOwnFile()
    {
        EmittedManifest manifest = EmittedManifest.Of("Kafka", Source("Kafka"));
        IDictionary<string, string> data = Assert.Single(manifest.Objects.OfType<V1ConfigMap>()).Data;
        Pod[] pods = [.. manifest.Member<PodSet>("Pods")];
        Assert.Equal(pods.Select(pod => pod.Name + ".server.properties"), data.Keys.Order(StringComparer.Ordinal));
        foreach (Pod pod in pods)
        {
            string[] lines = data[pod.Name + ".server.properties"].Split('\n');
            Assert.Contains($"node.id={pod.Ordinal}", lines);
            Assert.Contains($"advertised.listeners=PLAINTEXT://{pod.HostName}:9092", lines);
            Assert.Contains("controller.quorum.voters=" + string.Join(',', pods.Select(voter => $"{voter.Ordinal}@{voter.HostName}:9093")), lines);
        }
    }

    [Fact]
    public void RabbitMqNodes_ListThemselvesByTheNamesThatTheyHave()
    {
        EmittedManifest manifest = EmittedManifest.Of("RabbitMq", new Dictionary<string, string> { ["HoldfastNamespace"] = "test" }, Source("RabbitMq"));
        string settings = Assert.Single(manifest.Objects.OfType<V1ConfigMap>()).Data["rabbitmq.conf"];
        string name = manifest.Container.Env.Single(variable => variable.Name == "RABBITMQ_NODENAME").Value;
        foreach (Pod pod in manifest.Member<PodSet>("Pods"))
        {
            Assert.Contains(
                $"\ncluster_formation.classic_config.nodes.{pod.Ordinal + 1} = {name.Replace("$(POD_NAME)", pod.Name, StringComparison.Ordinal)}\n",
                settings,
                StringComparison.Ordinal);
        }

        Assert.Equal("rabbit@$(POD_NAME).rabbitmq.test.svc.cluster.local", name);
    }

    [Fact]
    public void RedisReplicas_ShareWhatTheyAreAndWatch()
    {
        EmittedManifest manifest = EmittedManifest.Of("Redis", new Dictionary<string, string> { ["HoldfastReplicas"] = "5" }, Source("Redis"));
        IDictionary<string, string> data = Assert.Single(manifest.Objects.OfType<V1ConfigMap>()).Data;
        Pod[] pods = [.. manifest.Member<PodSet>("Pods")];
        Assert.All(pods, pod => Assert.Contains($"\nreplica-announce-ip {pod.HostName}\n", data[pod.Name + ".redis.conf"], StringComparison.Ordinal));
        Assert.All(pods, pod => Assert.Contains($"\nsentinel monitor redis {pods[0].HostName} 6379 3\n", data[pod.Name + ".sentinel.conf"], StringComparison.Ordinal));
        Assert.Contains($"in {string.Join(' ', pods.Select(pod => pod.HostName))}; do", data["start.sh"], StringComparison.Ordinal);
        Assert.Equal("$(POD_NAME).redis", manifest.Container.Env.Single(variable => variable.Name == "SELF").Value);
    }

    private static string Source(string name) => File.ReadAllText(Path.Combine(RepositoryPaths.Root, "samples", name, name + ".cs"));
}
