using static Holdfast.Analyzers.Tests.Corpus.AttributeAreas;
using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class ElasticsearchMaster
{
    public static CorpusCase Case { get; } = new("11-elasticsearch", "es-master", Service("elasticsearch-master"), Service("elasticsearch-discovery"), Budget("elasticsearch-master"))
    {
        Declaration = nameof(ElasticsearchMaster),
        NotYet =
        [
            new(Labels, "*abels.component"),
            new(Labels, "*abels.role"),
            new(Labels, "Service/* spec.selector.component"),
            new(Labels, "Service/* spec.selector.role"),
            new(InitContainer, "StatefulSet/* spec.template.spec.initContainers[init-sysctl].*"),
            new(ServiceKind, "Service/elasticsearch-discovery *"),
            new(ResourceEnv, "StatefulSet/* spec.template.spec.containers[es-master].env[PROCESSORS].*"),
        ],
    };
}
