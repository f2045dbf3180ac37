using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class AkkaStressTest
{
    public static CorpusCase Case { get; } = new("21-akkadotnet-stresstest", "stress-test", Service("stress-test"))
    {
        Declaration = nameof(AkkaStressTest),
    };
}
