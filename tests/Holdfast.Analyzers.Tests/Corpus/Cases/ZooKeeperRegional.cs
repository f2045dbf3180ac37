using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;
using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class ZooKeeperRegional
{
    public static CorpusCase Case { get; } = new("08-zookeeper-yolean", "zoo", Service("zoo"))
    {
        Declaration = nameof(ZooKeeperRegional),
        Meant =
        [
            Extra("Service/zoo spec.ports[2181/TCP].*", "the governing Service has every port"),
            Missing("Service/* spec.selector.storage", CommonDifferences.Selected),
        ],
    };
}
