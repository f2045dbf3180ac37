using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Declarations;

/// <summary><c>[Dns]</c>.</summary>
internal sealed record DnsDeclaration(
    Declared<string> Policy,
    Declared<EquatableArray<string>> Nameservers,
    Declared<EquatableArray<string>> Searches,
    Declared<EquatableArray<string>> Options);
