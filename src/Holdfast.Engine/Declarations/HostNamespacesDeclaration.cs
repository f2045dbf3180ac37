namespace Holdfast.Engine.Declarations;

/// <summary><c>[HostNamespaces]</c>.</summary>
internal sealed record HostNamespacesDeclaration(Declared<bool> Network, Declared<bool> Pid, Declared<bool> Ipc);
