using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;
using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class ZooKeeperContrib
{
    public static CorpusCase Case { get; } = new("06-zookeeper-contrib", "zk", Service("zk-svc"), Budget("zk-pdb"), ConfigMap("zk-cm"))
    {
        Declaration = nameof(ZooKeeperContrib),
        Findings = [new("HF5014", "the original asks the same for both")],
        Meant =
        [
            Extra("Service/zk-svc spec.ports[2181/TCP].*", "the governing Service has every port"),
        ],
    };
}
