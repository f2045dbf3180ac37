using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary><c>[HostAlias]</c>.</summary>
internal sealed record HostAliasDeclaration(Declared<string> Ip, Declared<EquatableArray<string>> Hostnames);
