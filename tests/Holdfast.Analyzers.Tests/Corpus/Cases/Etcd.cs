using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class Etcd
{
    public static CorpusCase Case { get; } = new("16-etcd", "etcd", Service("etcd"))
    {
        Declaration = nameof(Etcd),
        Findings = [new("HF6001", "the original names no version")],
    };
}
