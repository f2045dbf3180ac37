using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Reading;

/// <summary>Names of types as sources write them.</summary>
internal static class TypeSyntaxNames
{
    /// <summary>The last part of a name, without namespaces, alias and type arguments; null for what has no name, such as a tuple.</summary>
    public static string? NameOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => NameOf(qualified.Right),
        AliasQualifiedNameSyntax qualified => NameOf(qualified.Name),
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };
}
