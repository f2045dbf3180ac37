using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Declarations;

/// <summary><c>[Allow]</c>.</summary>
/// <param name="Verbs">The verbs, as they are written.</param>
/// <param name="Resources">The resources, as they are written.</param>
/// <param name="Rights">The preset, by the name of its enum's member, in place of the two.</param>
/// <param name="Group">The API group; absent where the resources say it.</param>
/// <param name="Names">The names of the objects.</param>
internal sealed record AllowDeclaration(
    Declared<string> Verbs,
    Declared<string> Resources,
    Declared<string> Rights,
    Declared<string> Group,
    Declared<EquatableArray<string>> Names)
{
    /// <summary>Where what is granted stands.</summary>
    public Location? Location => Resources.Location ?? Rights.Location;

    /// <summary>The words of a list that is written with spaces or commas.</summary>
    public static string[] Words(string list) => list.Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
