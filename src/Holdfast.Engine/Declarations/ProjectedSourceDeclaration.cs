using Holdfast.Engine.Arguments;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary>One source of a projected volume.</summary>
internal sealed record ProjectedSourceDeclaration
{
    /// <summary>The attribute's name, which says what it is.</summary>
    public required string Attribute { get; init; }

    /// <summary>The ConfigMap's, Secret's or ClusterTrustBundle's name.</summary>
    public Declared<string> Source { get; init; }

    public Declared<EquatableArray<string>> Items { get; init; }

    public Declared<bool> Optional { get; init; }

    public Declared<string> Path { get; init; }

    public Declared<string> FieldPath { get; init; }

    public Declared<string> Resource { get; init; }

    public Declared<string> Divisor { get; init; }

    /// <summary>The container whose <see cref="Resource"/> it is.</summary>
    public Declared<string> ContainerName { get; init; }

    public Declared<int> Mode { get; init; }

    public Declared<string> Audience { get; init; }

    public Declared<long> ExpirationSeconds { get; init; }

    public Declared<string> SignerName { get; init; }

    /// <summary>The arguments that are one field as it is.</summary>
    public EquatableArray<FieldValue> Fields { get; init; }
}
