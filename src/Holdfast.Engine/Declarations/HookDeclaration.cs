using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary><c>[PreStop]</c> or <c>[PostStart]</c>; <paramref name="Place"/> is where it stands.</summary>
internal sealed record HookDeclaration(
    Declared<EquatableArray<string>> Command,
    Declared<string> HttpPath,
    Declared<string> Port,
    Declared<int> SleepSeconds,
    Declared<bool> Place);
