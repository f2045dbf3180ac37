using System.Collections.Immutable;

namespace Holdfast.Engine.Naming;

/// <summary>A Service, of whatever source.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">Its namespace; null where it is not known.</param>
/// <param name="Ports">Its ports; default where they are not known.</param>
/// <param name="IsHeadless">Whether DNS answers with its pods; null where it is not known.</param>
/// <param name="Declared">The type that it is declared by; null where it comes from elsewhere.</param>
internal sealed record KnownService(string Name, string? Namespace, ImmutableArray<KnownPort> Ports, bool? IsHeadless, DeclaredApp? Declared)
{
    /// <summary>Whether it only stands for a name elsewhere, or that is not known.</summary>
    public bool MayBeExternal { get; init; }
}
