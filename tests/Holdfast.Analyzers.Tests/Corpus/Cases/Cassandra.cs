using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;
using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class Cassandra
{
    public static CorpusCase Case { get; } = new("01-cassandra", "cassandra", Service("cassandra"))
    {
        Declaration = nameof(Cassandra),
        Findings = [new("HF5018", "Cassandra takes a minute or two before it answers, and the original restarts it after 45 seconds")],
        Meant =
        [
            Extra("Service/cassandra spec.ports[7*]*", "the governing Service has every port"),
            Missing("StatefulSet/* spec.volumeClaimTemplates[cassandra-data].metadata.annotations.volume.beta.kubernetes.io/storage-class", "the storage class has its own field"),
            Extra("StatefulSet/* spec.volumeClaimTemplates[cassandra-data].spec.storageClassName", "the storage class has its own field"),
        ],
    };
}
