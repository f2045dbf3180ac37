using Holdfast.Local.Manifests;
using Holdfast.Tests.Shared;

namespace Holdfast.Local.Tests;

/// <summary>Manifests as Holdfast writes them, which other tests keep as snapshots.</summary>
public class ManifestTests
{
    [Fact]
    public void TheSampleIsReadWhole()
    {
        AppSpec spec = Read("ManifestTests.ZooKeeperSample");

        Assert.Equal("zookeeper", spec.Set.Name);
        Assert.Equal(["data", "data-log"], spec.Set.ClaimTemplates.Order());
        ContainerSpec container = Assert.Single(spec.Containers);
        Assert.Contains(container.Ports, port => port is { Name: "client", Number: 2181, IsTcp: true });
        Assert.Contains(container.Env, env => env is { Name: "POD_ORDINAL", Source: "fieldRef", Object: "metadata.labels['apps.kubernetes.io/pod-index']" });
        Assert.Contains(spec.Services, service => service is { Name: "zookeeper", IsHeadless: true, PublishesNotReady: true });
    }

    [Fact]
    public void WhatIsLeftOutHasTheDefaultsOfKubernetes()
    {
        AppSpec spec = ManifestReader.Read(
            "kind: StatefulSet\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n      containers:\n      - name: a\n        readinessProbe:\n          tcpSocket:\n            port: 80", "a");
        ProbeSpec probe = spec.Containers[0].Readiness!;

        Assert.Equal((1, 0, PodManagementPolicy.OrderedReady, UpdateStrategy.RollingUpdate), (spec.Set.Replicas, spec.Set.OrdinalStart, spec.Set.PodManagementPolicy, spec.Set.UpdateStrategy));
        Assert.Equal((10, 1, 3, 1, 0), (probe.Period.TotalSeconds, probe.Timeout.TotalSeconds, probe.FailureThreshold, probe.SuccessThreshold, probe.InitialDelay.TotalSeconds));
        Assert.Equal(TimeSpan.FromSeconds(30), spec.GracePeriod);
        Assert.Equal(80, probe.Action.TcpPort);
    }

    [Fact]
    public void PoliciesAreTheSets()
    {
        AppSpec spec = ManifestReader.Read(
            """
            kind: StatefulSet
            metadata:
              name: a
              namespace: shop
            spec:
              serviceName: a
              replicas: 5
              ordinals:
                start: 3
              podManagementPolicy: Parallel
              minReadySeconds: 7
              persistentVolumeClaimRetentionPolicy:
                whenScaled: Delete
              updateStrategy:
                rollingUpdate:
                  partition: 2
                  maxUnavailable: 40%
              template:
                spec:
                  containers:
                  - name: a
            """,
            "a");

        Assert.Equal(
            new StatefulSetInfo("a")
            {
                Namespace = "shop",
                Replicas = 5,
                OrdinalStart = 3,
                PodManagementPolicy = PodManagementPolicy.Parallel,
                MinReadySeconds = 7,
                ClaimsWhenScaled = ClaimRetention.Delete,
                UpdatePartition = 2,
                UpdateMaxUnavailablePercent = 40,
            },
            spec.Set);
    }

    private static AppSpec Read(string snapshot) => ManifestReader.Read(
        File.ReadAllText(Path.Combine(RepositoryPaths.Root, "tests", "Holdfast.Analyzers.Tests", "Manifests", snapshot + ".verified.yaml")), snapshot);
}
