using System.Collections.Concurrent;
using Holdfast.Analyzers.ClientCode;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// Finds bodies that call methods of the same type which make objects. The names of such methods are looked for in the text, which costs
/// next to nothing in types that have none.
/// </summary>
/// <param name="types">The classes of KubernetesClient.</param>
/// <param name="files">The files that name them.</param>
internal sealed class ObjectMakers(ModelTypes types, ClientFiles files)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, string[]> _makers = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the type of a member has several of them.</summary>
    public bool AreIn(ISymbol owner) => owner is IMethodSymbol { ContainingType: { } type } && _makers.GetOrAdd(type, MakersOf).Length > 1;

    /// <summary>Whether a body may have objects made by several methods: one alone has nothing to be compared with.</summary>
    public bool MayBeCalled(ISymbol owner, IEnumerable<SyntaxNode> bodies)
    {
        if (owner is not IMethodSymbol { ContainingType: { } type })
        {
            return false;
        }

        string[] makers = _makers.GetOrAdd(type, MakersOf);
        return makers.Length > 1
            && bodies.SelectMany(static body => body.DescendantNodes()).OfType<InvocationExpressionSyntax>()
                .Select(static call => call.Expression switch
                {
                    IdentifierNameSyntax name => name.Identifier.ValueText,
                    MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: { } name } => name.Identifier.ValueText,
                    _ => string.Empty,
                })
                .Where(makers.Contains)
                .Distinct()
                .Take(2)
                .Count() == 2;
    }

    private string[] MakersOf(INamedTypeSymbol type) => !files.MayBeIn(type)
        ? []
        : [.. type.GetMembers().OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary && types.EntityOf(method.ReturnType) is not null).Select(static method => method.Name)];
}
