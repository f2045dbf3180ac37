namespace Holdfast.Engine.Declarations;

/// <summary>A ConfigMap that never changes: with another content it is another one.</summary>
/// <param name="Name">Its name, with a hash of its content.</param>
/// <param name="DeclaredName">The name that declarations have for it.</param>
internal sealed record ImmutableConfigMap(string Name, string DeclaredName);
