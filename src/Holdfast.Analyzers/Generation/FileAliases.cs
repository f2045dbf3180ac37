using Holdfast.Analyzers.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Generation;

/// <summary>
/// The aliases of generated files with objects of KubernetesClient. A project that has one of their names for something else, as an alias for all files or as a type, gets all
/// of them with a number.
/// </summary>
internal static class FileAliases
{
    /// <summary>What a compilation's files have behind the names of their aliases; nearly always nothing.</summary>
    public static string NumberIn(Compilation compilation, CancellationToken cancellationToken)
    {
        HashSet<string>? taken = null;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            foreach (string name in TreeTypes.Of(tree, cancellationToken).LikeAliases)
            {
                (taken ??= new(StringComparer.Ordinal)).Add(name);
            }
        }

        string number = string.Empty;
        for (int next = 1; taken is not null && AliasNames.All.Any(name => taken.Contains(name + number)); next++)
        {
            number = CSharpText.Number(next);
        }

        return number;
    }

    /// <summary>A generated text with a number behind its aliases. Its texts and the user's own names stay, so what is an alias is read off its syntax.</summary>
    public static string WithNumber(string text, string number)
    {
        if (number.Length == 0)
        {
            return text;
        }

        foreach (int end in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes(descendIntoTrivia: true).Select(AliasIn).OfType<IdentifierNameSyntax>()
            .Select(static alias => alias.Identifier.Span.End)
            .OrderByDescending(static end => end)
            .ToArray())
        {
            text = text.Insert(end, number);
        }

        return text;
    }

    private static IdentifierNameSyntax? AliasIn(SyntaxNode node) => node switch
    {
        UsingDirectiveSyntax { Alias: { } alias } => alias.Name,
        AliasQualifiedNameSyntax { Alias: { Identifier: var name } alias } when !name.IsKind(SyntaxKind.GlobalKeyword) => alias,
        _ => null,
    };
}
