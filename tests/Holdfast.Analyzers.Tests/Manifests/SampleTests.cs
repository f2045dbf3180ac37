using Holdfast.Tests.Shared;
using Holdfast.WellKnown;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>The samples beside ZooKeeper: nothing is wrong with them, and what they say in text is what code knows.</summary>
public class SampleTests
{
    [Theory]
    [InlineData("PostgreSql")]
    [InlineData("Nats")]
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
        Assert.Equal(
            "nats://nats-0.nats:6222,nats://nats-1.nats:6222,nats://nats-2.nats:6222",
            manifest.Container.Env.Single(variable => variable.Name == "PEERS").Value);

        // Only servers connect to each other and to where health is asked for.
        V1NetworkPolicy policy = Assert.Single(manifest.Objects.OfType<V1NetworkPolicy>());
        Assert.Equal(["6222,8222", "4222"], policy.Spec.Ingress.Select(rule => string.Join(",", rule.Ports.Select(port => port.Port.Value))));
    }

    private static string Source(string name) => File.ReadAllText(Path.Combine(RepositoryPaths.Root, "samples", name, name + ".cs"));
}
