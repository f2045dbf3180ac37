using static Holdfast.Analyzers.Tests.Corpus.AttributeAreas;
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
        ],
        NotYet =
        [
            new(Labels, "*abels.component"),
            new(Labels, "*abels.role"),
            new(Labels, "Service/* spec.selector.component"),
            new(Labels, "Service/* spec.selector.role"),
            new(InitContainer, "StatefulSet/* spec.template.spec.initContainers[init-sysctl].*"),
            new(ResourceEnv, "StatefulSet/* spec.template.spec.containers[es-data].env[PROCESSORS].*"),
        ],
    };
}
