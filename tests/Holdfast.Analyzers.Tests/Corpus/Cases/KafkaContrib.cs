using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class KafkaContrib
{
    public static CorpusCase Case { get; } = new("05-kafka-contrib", "kafka", Service("kafka-svc"), Budget("kafka-pdb"))
    {
        Declaration = nameof(KafkaContrib),
        Constants = [new("Start", new(CorpusObject.StatefulSet, "kafka"), "spec", "template", "spec", "containers", "0", "command", "2")],
    };
}
