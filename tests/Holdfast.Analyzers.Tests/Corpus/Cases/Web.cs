using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class Web
{
    public static CorpusCase Case { get; } = new("04-vsphere-simple", "web", Service("nginx"))
    {
        Declaration = nameof(Web),
    };
}
