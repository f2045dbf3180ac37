using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Declarations;

/// <summary><c>[Container]</c>.</summary>
internal sealed record ContainerDeclaration(
    Declared<string> Image,
    Declared<string> Name,
    Declared<EquatableArray<string>> Command,
    Declared<EquatableArray<string>> Args);
