using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;
using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class ConsulProtoActor
{
    public static CorpusCase Case { get; } = new("13-consul-protoactor-dotnet", "consul", Service("consul"))
    {
        Declaration = nameof(ConsulProtoActor),
        Findings = [new("HF6001", "the original names no version")],
        Meant =
        [
            Extra("Service/consul spec.ports[53/TCP].*", "the governing Service has every port"),
            Extra("Service/consul spec.ports[8080/TCP].*", "the governing Service has every port"),
            Different("StatefulSet/* spec.template.spec.containers[consul].ports[*].name", "a port has one name, in the pod and in the Service"),
            Extra("StatefulSet/* spec.template.spec.containers[consul].ports[830*/UDP].*", "the Service leads there, so the pod names it"),
        ],
    };
}
