using static Holdfast.Analyzers.Tests.Corpus.AttributeAreas;
using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;
using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class ZooKeeperContrib
{
    public static CorpusCase Case { get; } = new("06-zookeeper-contrib", "zk", Service("zk-svc"), Budget("zk-pdb"), ConfigMap("zk-cm"))
    {
        Declaration = nameof(ZooKeeperContrib),
        Meant =
        [
            Extra("Service/zk-svc spec.ports[2181/TCP].*", "the governing Service has every port"),
        ],
        NotYet =
        [
            new(Affinity, "StatefulSet/* spec.template.spec.affinity.*"),
            new(PullPolicy, "StatefulSet/* spec.template.spec.containers[k8szk].imagePullPolicy"),
            new(ConfigFiles, "ConfigMap/zk-cm *"),
            new(ConfigEnv, "StatefulSet/* spec.template.spec.containers[k8szk].env[ZK_HEAP_SIZE].*"),
            new(ConfigEnv, "StatefulSet/* spec.template.spec.containers[k8szk].env[ZK_TICK_TIME].*"),
            new(ConfigEnv, "StatefulSet/* spec.template.spec.containers[k8szk].env[ZK_INIT_LIMIT].*"),
            new(ConfigEnv, "StatefulSet/* spec.template.spec.containers[k8szk].env[ZK_SYNC_LIMIT].*"),
            new(ConfigEnv, "StatefulSet/* spec.template.spec.containers[k8szk].env[ZK_MAX_CLIENT_CNXNS].*"),
            new(ConfigEnv, "StatefulSet/* spec.template.spec.containers[k8szk].env[ZK_SNAP_RETAIN_COUNT].*"),
            new(ConfigEnv, "StatefulSet/* spec.template.spec.containers[k8szk].env[ZK_PURGE_INTERVAL].*"),
        ],
    };
}
