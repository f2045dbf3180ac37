using Holdfast.Analyzers.Declarations;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Naming;

/// <summary>The type behind a known set, for what it has generated members to say.</summary>
internal sealed record DeclaredApp(INamedTypeSymbol Type, AppDeclaration App);
