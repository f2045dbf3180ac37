namespace Holdfast.Engine.Declarations;

/// <summary>Another application that placeholders of a text may name.</summary>
/// <param name="Name">The name of its type.</param>
/// <param name="App">What is declared, as far as addresses are made of it.</param>
/// <param name="IsOfThisProject">Whether properties of the build are for it, too.</param>
internal sealed record NamedApp(string Name, AppDeclaration App, bool IsOfThisProject);
