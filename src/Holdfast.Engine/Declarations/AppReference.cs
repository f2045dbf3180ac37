using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary>Another application, referred to by <c>typeof</c>.</summary>
/// <param name="TypeName">The name of its type, for messages.</param>
/// <param name="IsApp">Whether the type declares an application at all.</param>
/// <param name="IsOfThisProject">Whether properties of the build are for it, too.</param>
/// <param name="Name">The application's name.</param>
/// <param name="Namespace">The namespace that it is declared for; absent where it says none.</param>
internal sealed record AppReference(string TypeName, bool IsApp, bool IsOfThisProject, Declared<string> Name, Declared<string> Namespace)
{
    /// <summary>The labels that select its replicas in place of the name's; none where it declares none.</summary>
    public EquatableArray<SelectorDeclaration> Selectors { get; init; }
}
