namespace Holdfast.Engine.Declarations;

/// <summary><c>[Resources]</c>.</summary>
internal sealed record ResourcesDeclaration(
    Declared<string> CpuRequest,
    Declared<string> CpuLimit,
    Declared<string> MemoryRequest,
    Declared<string> MemoryLimit,
    Declared<string> EphemeralStorageRequest,
    Declared<string> EphemeralStorageLimit);
