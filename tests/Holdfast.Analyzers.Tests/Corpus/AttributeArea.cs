namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>A part of the declared surface, there or to come.</summary>
/// <param name="Name">What one would call it.</param>
/// <param name="Exists">Whether there are attributes for it.</param>
/// <param name="Roles">Patterns for the paths of what it says, in the form of <see cref="FieldRoles.Role"/>.</param>
internal sealed record AttributeArea(string Name, bool Exists, params IReadOnlyList<string> Roles);
