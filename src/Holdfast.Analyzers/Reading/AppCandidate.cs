using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Reading;

/// <summary>A type with attributes, which may make it an application. The syntax of an unchanged file is the same, and so is this.</summary>
/// <param name="Type">The part of the type that has them.</param>
/// <param name="IsNamed">Whether one of them is called as an attribute that does, or as its file calls something else; otherwise only usings for all files can say so.</param>
internal sealed record AppCandidate(TypeDeclarationSyntax Type, bool IsNamed);
