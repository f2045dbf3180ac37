using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary><c>[SecurityContext]</c>; all absent where the type has none.</summary>
internal sealed record SecurityContextDeclaration(
    Declared<long> RunAsUser,
    Declared<long> RunAsGroup,
    Declared<long> FsGroup,
    Declared<bool> ReadOnlyRootFilesystem,
    Declared<bool> AllowRoot,
    Declared<EquatableArray<string>> AddCapabilities,
    Declared<bool> AllowPrivilegeEscalation,
    Declared<bool> Privileged);
