using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;
using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class AkkaHocon
{
    public static CorpusCase Case { get; } = new("19-akkadotnet-hocon", "cluster-bootstrap", Service("cluster-bootstrap"))
    {
        Declaration = nameof(AkkaHocon),
        Findings = [new("HF6001", "the original names no version")],
        Meant =
        [
            Extra("StatefulSet/* spec.template.spec.containers[cluster-bootstrap-app].ports[5000/TCP].*", "the Service leads there, so the pod names it"),
        ],
    };
}
