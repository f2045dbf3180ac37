using Holdfast.Engine.Arguments;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary><c>[Spread]</c>.</summary>
internal sealed record SpreadDeclaration(
    Declared<string> TopologyKey,
    Declared<int> MaxSkew,
    Declared<string> WhenUnsatisfiable,
    Declared<int> MinDomains)
{
    public Declared<EquatableArray<string>> MatchLabelKeys { get; init; }

    public Declared<string> NodeAffinityPolicy { get; init; }

    public Declared<string> NodeTaintsPolicy { get; init; }

    /// <summary>The arguments that are one field as it is.</summary>
    public EquatableArray<FieldValue> Fields { get; init; }
}
