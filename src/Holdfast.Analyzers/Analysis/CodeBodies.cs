using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

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

    /// <summary>The operations of all bodies that have one of these places in them, each once.</summary>
    public static IEnumerable<IOperation> OperationsAt(ImmutableArray<int> places, SemanticModel model, CancellationToken cancellationToken)
    {
        if (places.IsEmpty)
        {
            yield break;
        }

        SyntaxNode root = model.SyntaxTree.GetRoot(cancellationToken);
        var seen = new HashSet<SyntaxNode>();
        foreach (int place in places)
        {
            SyntaxToken token = root.FindToken(place);
            if (!token.Span.Contains(place) || Around(token.Parent) is not { } body || !seen.Add(body))
            {
                continue;
            }

            foreach (IOperation operation in Operations(body, model, cancellationToken).SelectMany(static operation => operation.DescendantsAndSelf()))
            {
                yield return operation;
            }
        }
    }

    /// <summary>The body that a node is in: of a method, accessor, field or property, or what a primary constructor hands to its base.</summary>
    public static SyntaxNode? Around(SyntaxNode? node) => node?.AncestorsAndSelf().FirstOrDefault(static node =>
        node is BaseMethodDeclarationSyntax
            or AccessorDeclarationSyntax
            or ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax or IndexerDeclarationSyntax }
            or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } }
            or PrimaryConstructorBaseTypeSyntax
            or CompilationUnitSyntax);

    /// <summary>The operations of a body, as the compiler hands them to analyzers.</summary>
    public static ImmutableArray<IOperation> Operations(SyntaxNode body, SemanticModel model, CancellationToken cancellationToken = default) =>
        model.GetOperation(body, cancellationToken) is not { } operation
            ? []
            : body is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax ? [.. operation.ChildOperations] : [operation];
}
