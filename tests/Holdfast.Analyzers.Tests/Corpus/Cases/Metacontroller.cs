using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class Metacontroller
{
    public static CorpusCase Case { get; } = new("25-kubeflow-metacontroller-kustomize", "metacontroller")
    {
        Declaration = nameof(Metacontroller),
        Meant =
        [
            Extra("StatefulSet/* spec.template.spec.containers[metacontroller].ports[8081/TCP].*", "a probe names a declared port"),
        ],
    };
}
