using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;
using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class Patroni
{
    public static CorpusCase Case { get; } = new("14-patroni", "patronidemo", Service("patronidemo-config"), Service("patronidemo"), Service("patronidemo-repl"))
    {
        Declaration = nameof(Patroni),
        Findings = [new("HF6001", "the original names no version")],
        Meant =
        [
            Different("StatefulSet/* spec.serviceName", "it names a Service that is not headless, so no pod has a DNS name either way"),
            Different("StatefulSet/* spec.template.spec.terminationGracePeriodSeconds", "a member that is killed at once may still run beside its successor"),
            Missing("Service/* spec.selector.application", CommonDifferences.Selected),
            Missing("Service/* spec.selector.cluster-name", CommonDifferences.Selected),
        ],
    };
}
