using static Holdfast.Analyzers.Tests.Corpus.AttributeAreas;
using static Holdfast.Analyzers.Tests.Corpus.CorpusCase;
using static Holdfast.Analyzers.Tests.Corpus.MeantDifference;

namespace Holdfast.Analyzers.Tests.Corpus.Cases;

internal static class ModelCatalogPostgres
{
    public static CorpusCase Case { get; } = new("24-kubeflow-postgres-kustomize", "model-catalog-postgres", Service("model-catalog-postgres"))
    {
        Declaration = nameof(ModelCatalogPostgres),
        Meant =
        [
            Different("*abels.app.kubernetes.io/name", "the name label is the name of the set"),
            Different("Service/* spec.selector.app.kubernetes.io/name", "the name label is the name of the set"),
            Missing("StatefulSet/* spec.template.metadata.name", "the controller names pods by the set"),
        ],
        NotYet =
        [
            new(Labels, "*abels.component"),
            new(Labels, "*abels.app.kubernetes.io/part-of"),
            new(Labels, "*abels.app.kubernetes.io/component"),
            new(Labels, "Service/* spec.selector.app.kubernetes.io/part-of"),
            new(Labels, "Service/* spec.selector.app.kubernetes.io/component"),
            new(Labels, "*abels.sidecar.istio.io/inject"),
            new(Secrets, "StatefulSet/* spec.template.spec.containers[postgres].envFrom[0].*"),
        ],
    };
}
