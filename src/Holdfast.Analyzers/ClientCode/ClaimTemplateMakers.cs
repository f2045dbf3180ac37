using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>
/// The methods whose results code makes the claim templates of sets, by their names alone: <c>set.Spec.VolumeClaimTemplates = data.ToTemplates()</c>.
/// They are looked for only where a method returns a list of claims.
/// </summary>
internal static class ClaimTemplateMakers
{
    private const string Templates = "VolumeClaimTemplates";

    private static readonly ConditionalWeakTable<Compilation, HashSet<string>> Known = new();

    public static bool Have(Compilation compilation, IMethodSymbol method, CancellationToken cancellationToken)
    {
        // A search that is cancelled leaves nothing behind, and the next one begins again.
        if (!Known.TryGetValue(compilation, out HashSet<string>? known))
        {
            HashSet<string> found = Find(compilation, cancellationToken);
            known = Known.GetValue(compilation, _ => found);
        }

        return known.Contains(method.Name);
    }

    private static HashSet<string> Find(Compilation compilation, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!CodeText.Look(tree, static text => CodeText.Has(text, Templates), cancellationToken))
            {
                continue;
            }

            foreach (AssignmentExpressionSyntax assignment in tree.GetRoot(cancellationToken).DescendantNodes().OfType<AssignmentExpressionSyntax>())
            {
                if (NameOf(assignment.Left) == Templates)
                {
                    names.UnionWith(assignment.Right.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Select(static call => NameOf(call.Expression)).OfType<string>());
                }
            }
        }

        return names;
    }

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax { Name: { } name } => name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
