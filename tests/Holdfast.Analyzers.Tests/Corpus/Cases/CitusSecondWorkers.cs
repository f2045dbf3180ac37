using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;
using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class CitusSecondWorkers
{
    public static CorpusCase Case { get; } = new("15-citus-patroni", "citusdemo-2", Service("citusdemo-2-config"), Service("citusdemo-2"))
    {
        Declaration = nameof(CitusSecondWorkers),
        Findings = [new("HF6001", "the original names no version")],
        Meant =
        [
            Different("StatefulSet/* spec.serviceName", "it names a Service that is not headless, so no pod has a DNS name either way"),
            Different("StatefulSet/* spec.template.spec.terminationGracePeriodSeconds", "a member that is killed at once may still run beside its successor"),
        ],
    };
}
