using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>What methods of a compilation do, each looked at once and only where an object depends on it.</summary>
internal sealed class MethodSummaries(Compilation compilation)
{
    /// <summary>Methods with more characters are not followed, so that large generated ones cost nothing.</summary>
    private const int MaxLength = 20_000;

    private static readonly ConditionalWeakTable<Compilation, MethodSummaries> Known = new();

    private readonly ConcurrentDictionary<IMethodSymbol, MethodSummary?> _summaries = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly Lazy<Implementations> _implementations = new(() => new Implementations(compilation.Assembly));

    public Implementations Implementations => _implementations.Value;

    public static MethodSummaries Of(Compilation compilation) => Known.GetValue(compilation, static key => new MethodSummaries(key));

    /// <summary>What a field or a property starts with, as its declaration says it; null where it says nothing.</summary>
    public IOperation? InitializerOf(ISymbol member)
    {
        SyntaxNode? value = member.DeclaringSyntaxReferences is not [var reference] ? null : reference.GetSyntax() switch
        {
            VariableDeclaratorSyntax { Initializer: { } initializer } => initializer,
            PropertyDeclarationSyntax { Initializer: { } initializer } => initializer,
            _ => null,
        };
        return value is null ? null : _models.GetOrAdd(value.SyntaxTree, tree => compilation.GetSemanticModel(tree)).GetOperation(value);
    }

    /// <summary>What is known of a method that was asked for; null where nothing is.</summary>
    public MethodSummary? KnownOf(IMethodSymbol method) =>
        _summaries.TryGetValue((method.PartialImplementationPart ?? method).OriginalDefinition, out MethodSummary? known) ? known : null;

    /// <param name="method">Any method.</param>
    /// <param name="calls">The way that leads to it.</param>
    /// <returns>Null where it has no body here, or none that is followed.</returns>
    public MethodSummary? Of(IMethodSymbol method, CallFollower calls)
    {
        method = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (_summaries.TryGetValue(method, out MethodSummary? known))
        {
            return known;
        }

        if (calls.Into(method) is not { } inner)
        {
            return null;
        }

        MethodSummary? summary = Read(method, inner);

        // What depends on the way here is not what other ways would see.
        if (summary is not { IsTruncated: true } || calls.IsStart)
        {
            return _summaries.GetOrAdd(method, summary);
        }

        calls.IsTruncated = true;
        return summary;
    }

    private MethodSummary? Read(IMethodSymbol method, CallFollower calls)
    {
        if (method.DeclaringSyntaxReferences is not [var reference] || reference.Span.Length > MaxLength)
        {
            return null;
        }

        SyntaxNode syntax = reference.GetSyntax();
        if (syntax is not (BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax))
        {
            return null;
        }

        SemanticModel model = _models.GetOrAdd(syntax.SyntaxTree, tree => compilation.GetSemanticModel(tree));
        return model.GetOperation(syntax) is { } operation
            ? new MethodSummary(model.GetDeclaredSymbol(syntax) as IMethodSymbol ?? method, [operation], calls)
            : null;
    }
}
