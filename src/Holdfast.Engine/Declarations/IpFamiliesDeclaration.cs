using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary>The IP versions of a Service's addresses.</summary>
internal sealed record IpFamiliesDeclaration(Declared<string> Policy, Declared<EquatableArray<string>> Families);
