using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class AkkaAzure
{
    public static CorpusCase Case { get; } = new("18-akkadotnet-azure", "clusterbootstrap", Service("clusterbootstrap"))
    {
        Declaration = nameof(AkkaAzure),
    };
}
