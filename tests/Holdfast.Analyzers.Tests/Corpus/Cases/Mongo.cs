using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;
using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class Mongo
{
    public static CorpusCase Case { get; } = new("10-mongo-sidecar", "mongo", Service("mongo"))
    {
        Declaration = nameof(Mongo),
        Findings = [new("HF6001", "the original names no version")],
        Meant =
        [
            Missing("StatefulSet/* spec.volumeClaimTemplates[mongo-persistent-storage].metadata.annotations.volume.beta.kubernetes.io/storage-class", "the storage class has its own field"),
            Extra("StatefulSet/* spec.volumeClaimTemplates[mongo-persistent-storage].spec.storageClassName", "the storage class has its own field"),
            Missing("Service/* spec.selector.role", CommonDifferences.Selected),
        ],
    };
}
