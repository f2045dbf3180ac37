using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary>What the generated half of a type must repeat of the half that the user wrote.</summary>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="ContainingTypes">The types around it, outermost first, each as it is re-opened: <c>partial class Outer</c>.</param>
/// <param name="Header">The type itself as it is re-opened: <c>partial class ZooKeeper</c>.</param>
/// <param name="Name">Its name as written in code, with a leading <c>@</c> for a keyword.</param>
/// <param name="FullName">Its metadata name with namespace and containing types; unique in an assembly.</param>
/// <param name="OwnMembers">Names of generated members that the user has declared members with.</param>
/// <param name="CanGenerate">Whether a second half can be written at all; otherwise there is nothing but diagnostics.</param>
internal sealed record TypeShape(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Header,
    string Name,
    string FullName,
    EquatableArray<string> OwnMembers,
    bool CanGenerate);
