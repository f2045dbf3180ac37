using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Declarations;

/// <summary><c>[PreStop]</c> or <c>[PostStart]</c>.</summary>
internal sealed record HookDeclaration(
    Declared<EquatableArray<string>> Command,
    Declared<string> HttpPath,
    Declared<string> Port,
    Declared<int> SleepSeconds);
