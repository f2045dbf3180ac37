using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Analysis;

/// <summary>A declared application as it is in one environment.</summary>
/// <param name="Environment">The environment; null for what counts where none is chosen, or one that nothing names.</param>
/// <param name="App">What is declared.</param>
/// <param name="Objects">The objects that are made of it.</param>
/// <param name="Problems">What of it cannot be read.</param>
internal sealed record ComposedApp(string? Environment, AppDeclaration App, ImmutableArray<MappingNode> Objects, ImmutableArray<Diagnostic> Problems);
