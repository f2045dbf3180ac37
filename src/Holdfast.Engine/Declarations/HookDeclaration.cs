using Holdfast.Engine.Arguments;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary><c>[PreStop]</c> or <c>[PostStart]</c>; <paramref name="Place"/> is where it stands.</summary>
internal sealed record HookDeclaration(
    Declared<EquatableArray<string>> Command,
    Declared<string> HttpPath,
    Declared<string> Port,
    Declared<int> SleepSeconds,
    Declared<bool> Place)
{
    /// <summary>The arguments that are one field as it is.</summary>
    public EquatableArray<FieldValue> Fields { get; init; }

    /// <summary>The port by its number.</summary>
    public Declared<int> PortNumber { get; init; }

    public Declared<bool> Https { get; init; }
}
