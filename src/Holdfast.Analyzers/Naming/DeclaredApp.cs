using Holdfast.Analyzers.Declarations;

namespace Holdfast.Analyzers.Naming;

/// <summary>The declaration behind a known set, for what it has generated members to say; a reader of code adds the symbol.</summary>
internal abstract record DeclaredApp(AppDeclaration App);
