using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary>A right that an application needs in its own namespace.</summary>
/// <param name="Name">The name of the Role and of its binding.</param>
/// <param name="Account">The ServiceAccount that gets it.</param>
/// <param name="ApiGroup">The API group of the resource.</param>
/// <param name="Resource">The resource, in the plural.</param>
/// <param name="Verbs">What is allowed.</param>
/// <param name="ResourceNames">The objects that it is allowed for; none for all.</param>
internal sealed record RoleDeclaration(
    Declared<string> Name,
    Declared<string> Account,
    string ApiGroup,
    string Resource,
    EquatableArray<string> Verbs,
    EquatableArray<string> ResourceNames);
