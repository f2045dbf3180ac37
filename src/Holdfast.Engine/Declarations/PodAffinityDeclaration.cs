using Holdfast.Engine.Arguments;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Declarations;

/// <summary><c>[PodAffinity]</c> or <c>[AntiAffinity]</c>.</summary>
/// <param name="App">The application whose pods are meant.</param>
/// <param name="Labels">The labels of the pods that are meant; with neither, the replicas themselves are.</param>
internal sealed record PodAffinityDeclaration(Declared<AppReference> App, Declared<EquatableArray<string>> Labels)
{
    public Declared<EquatableArray<string>> Namespaces { get; init; }

    public Declared<bool> AnyNamespace { get; init; }

    public Declared<string> TopologyKey { get; init; }

    public Declared<bool> Required { get; init; }

    public Declared<int> Weight { get; init; }

    public Declared<EquatableArray<string>> MatchLabelKeys { get; init; }

    public Declared<EquatableArray<string>> MismatchLabelKeys { get; init; }

    /// <summary>The arguments that are one field as it is.</summary>
    public EquatableArray<FieldValue> Fields { get; init; }
}
