using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;
using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class CockroachDb
{
    public static CorpusCase Case { get; } = new("02-cockroachdb-trap", "cockroachdb", Service("cockroachdb-public"), Service("cockroachdb"), Budget("cockroachdb-budget"))
    {
        Declaration = nameof(CockroachDb),
        Constants = [new("Start", new(CorpusObject.StatefulSet, "cockroachdb"), "spec", "template", "spec", "containers", "0", "command", "2")],
        Findings = [new("HF5005", "67 percent of three, rounded up, are all of them: the original blocks drains")],
        Meant =
        [
            Missing("Service/* metadata.annotations.service.alpha.kubernetes.io/tolerate-unready-endpoints", "publishNotReadyAddresses takes its place"),
            Missing("StatefulSet/* spec.template.spec.volumes[datadir].*", "the claim template of that name takes the volume's place anyway"),
        ],
    };
}
