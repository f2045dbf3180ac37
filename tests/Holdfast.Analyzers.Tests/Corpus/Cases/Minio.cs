using static Holdfast.Analyzers.Tests.Corpus.AttributeAreas;
using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class Minio
{
    public static CorpusCase Case { get; } = new("03-minio-distributed", "minio", Service("minio"), Service("minio-service"))
    {
        Declaration = nameof(Minio),
        NotYet =
        [
            new(ServiceKind, "Service/minio-service spec.type"),
            new(HostPort, "StatefulSet/* spec.template.spec.containers[minio].ports[9000/TCP].hostPort"),
        ],
    };
}
