using Holdfast.Engine.Declarations;
using Holdfast.Engine.Naming;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Analysis;

/// <summary>The type behind a known set.</summary>
internal sealed record DeclaredSymbol(INamedTypeSymbol Type, AppDeclaration App) : DeclaredApp(App);
