using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary><c>[Dns]</c>.</summary>
internal sealed record DnsDeclaration(
    Declared<string> Policy,
    Declared<EquatableArray<string>> Nameservers,
    Declared<EquatableArray<string>> Searches,
    Declared<EquatableArray<string>> Options);
