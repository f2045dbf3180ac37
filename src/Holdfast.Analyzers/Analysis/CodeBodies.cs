using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Analysis;

/// <summary>The bodies that declarations have, and their operations.</summary>
internal static class CodeBodies
{
    /// <summary>What of a declaration is code: not its types, its parameters and its attributes.</summary>
    public static IEnumerable<SyntaxNode> Of(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or CompilationUnitSyntax => [declaration],
        VariableDeclaratorSyntax { Initializer: { } value } => [value],
        PropertyDeclarationSyntax { Initializer: { } value } => [value],
        TypeDeclarationSyntax { BaseList: { } list } => list.Types.OfType<PrimaryConstructorBaseTypeSyntax>(),
        _ => [],
    };

    /// <summary>The operations of a body, as the compiler hands them to analyzers.</summary>
    public static ImmutableArray<IOperation> Operations(SyntaxNode body, SemanticModel model, CancellationToken cancellationToken = default) =>
        model.GetOperation(body, cancellationToken) is not { } operation
            ? []
            : body is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax ? [.. operation.ChildOperations] : [operation];
}
