using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;
using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class ZooKeeperPersistent
{
    public static CorpusCase Case { get; } = new("08-zookeeper-yolean", "pzoo", Service("pzoo"), Service("zookeeper"), ConfigMap("zookeeper-config"))
    {
        Declaration = nameof(ZooKeeperPersistent),
        Files = CorpusText.Entries("zookeeper-config", "init.sh", "zookeeper.properties", "log4j.properties"),
        Meant =
        [
            Extra("Service/pzoo spec.ports[2181/TCP].*", "the governing Service has every port"),
            Missing("Service/* spec.selector.storage", CommonDifferences.Selected),
        ],
    };
}
