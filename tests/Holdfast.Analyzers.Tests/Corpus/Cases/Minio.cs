using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class Minio
{
    public static CorpusCase Case { get; } = new("03-minio-distributed", "minio", Service("minio"), Service("minio-service"))
    {
        Declaration = nameof(Minio),
        Findings = [new("HF6001", "the original names no version"), new("HF6004", "the original has its keys in the manifest")],
    };
}
