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
            Missing("Service/* spec.selector.app.kubernetes.io/part-of", CommonDifferences.Selected),
            Missing("Service/* spec.selector.app.kubernetes.io/component", CommonDifferences.Selected),
        ],
    };
}
