using System.Collections.Immutable;
using Holdfast.Engine.Wording;

namespace Holdfast.Engine.Naming;

/// <summary>What runs pods, a StatefulSet or a Deployment, of whatever source.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Variables">The environment variables of its containers; default where they are not known.</param>
/// <param name="IsOnHostNetwork">Whether its pods have their node's host name, for certain.</param>
/// <param name="GracePeriod">The seconds from a pod's deletion to its end; null where they are not known.</param>
/// <param name="Declared">The type that it is declared by; null where it comes from elsewhere.</param>
internal record KnownWorkload(
    string Name,
    ImmutableArray<string> Variables,
    bool IsOnHostNetwork,
    long? GracePeriod,
    DeclaredApp? Declared)
{
    /// <summary>How its fields are called where it is written.</summary>
    public FieldWords Words { get; init; } = FieldWords.Yaml;

    /// <summary>Whether its containers may have the token of a service account; false only where they have none for certain.</summary>
    public bool MayHaveToken { get; init; } = true;
}
