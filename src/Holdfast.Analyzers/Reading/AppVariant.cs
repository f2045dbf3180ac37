using Holdfast.Engine.Declarations;

namespace Holdfast.Analyzers.Reading;

/// <summary>An application as it is declared for one environment.</summary>
/// <param name="Environment">The environment's name.</param>
/// <param name="App">What counts there.</param>
internal sealed record AppVariant(string Environment, AppDeclaration App);
