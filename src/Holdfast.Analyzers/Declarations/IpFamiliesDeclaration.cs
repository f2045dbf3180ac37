using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Declarations;

/// <summary>The IP versions of a Service's addresses.</summary>
internal sealed record IpFamiliesDeclaration(Declared<string> Policy, Declared<EquatableArray<string>> Families);
