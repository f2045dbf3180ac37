using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class AkkaKubernetes
{
    public static CorpusCase Case { get; } = new("20-akkadotnet-kubernetes", "clusterbootstrap", Service("clusterbootstrap"))
    {
        Declaration = nameof(AkkaKubernetes),
    };
}
