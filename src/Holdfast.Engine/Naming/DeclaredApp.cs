using Holdfast.Engine.Declarations;

namespace Holdfast.Engine.Naming;

/// <summary>The declaration behind a known set, for what it has generated members to say; a reader of code adds the symbol.</summary>
internal abstract record DeclaredApp(AppDeclaration App);
