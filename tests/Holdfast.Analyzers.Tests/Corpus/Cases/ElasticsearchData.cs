using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;
using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class ElasticsearchData
{
    public static CorpusCase Case { get; } = new("11-elasticsearch", "es-data", Service("elasticsearch-data"), Service("elasticsearch"), Budget("elasticsearch-data"))
    {
        Declaration = nameof(ElasticsearchData),
        Meant =
        [
            Extra("Service/elasticsearch-data spec.ports[9200/TCP].*", "the governing Service has every port"),
            Extra("StatefulSet/* spec.template.spec.initContainers[init-sysctl].securityContext.runAs*", "the pod runs as another user, and only root may set a kernel parameter"),
            Missing("Service/* spec.selector.component", CommonDifferences.Selected),
            Missing("Service/* spec.selector.role", CommonDifferences.Selected),
        ],
    };
}
