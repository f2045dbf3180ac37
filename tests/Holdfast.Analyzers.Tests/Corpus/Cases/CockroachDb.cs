using static Holdfast.Analyzers.Tests.Corpus.AttributeAreas;
using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;
using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class CockroachDb
{
    public static CorpusCase Case { get; } = new("02-cockroachdb-trap", "cockroachdb", Service("cockroachdb-public"), Service("cockroachdb"), Budget("cockroachdb-budget"))
    {
        Declaration = nameof(CockroachDb),
        Meant =
        [
            Missing("Service/* metadata.annotations.service.alpha.kubernetes.io/tolerate-unready-endpoints", "publishNotReadyAddresses takes its place"),
            Missing("StatefulSet/* spec.template.spec.volumes[datadir].*", "the claim template of that name takes the volume's place anyway"),
        ],
        NotYet =
        [
            new(LongScripts, "StatefulSet/* spec.template.spec.containers[cockroachdb].command"),
        ],
    };
}
