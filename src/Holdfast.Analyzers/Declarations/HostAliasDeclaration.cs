using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Declarations;

/// <summary><c>[HostAlias]</c>.</summary>
internal sealed record HostAliasDeclaration(Declared<string> Ip, Declared<EquatableArray<string>> Hostnames);
