using static Holdfast.Analyzers.Tests.Corpus.AttributeAreas;
using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class KafkaContrib
{
    public static CorpusCase Case { get; } = new("05-kafka-contrib", "kafka", Service("kafka-svc"), Budget("kafka-pdb"))
    {
        Declaration = nameof(KafkaContrib),
        NotYet =
        [
            new(LongScripts, "StatefulSet/* spec.template.spec.containers[k8skafka].command"),
        ],
    };
}
