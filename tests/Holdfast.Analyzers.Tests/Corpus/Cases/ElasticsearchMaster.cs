using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;
using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class ElasticsearchMaster
{
    public static CorpusCase Case { get; } = new("11-elasticsearch", "es-master", Service("elasticsearch-master"), Service("elasticsearch-discovery"), Budget("elasticsearch-master"))
    {
        Declaration = nameof(ElasticsearchMaster),
        Meant =
        [
            Extra("StatefulSet/* spec.template.spec.initContainers[init-sysctl].securityContext.runAs*", "the pod runs as another user, and only root may set a kernel parameter"),
            Missing("Service/* spec.selector.component", CommonDifferences.Selected),
            Missing("Service/* spec.selector.role", CommonDifferences.Selected),
        ],
    };
}
