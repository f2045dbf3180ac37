using System.Collections.Immutable;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Fuzz.Tests;

/// <summary>
/// Right sources with one mistake each: an attribute, an argument or a modifier that is missing, a value or a type that is
/// wrong. What has one mistake has one fix, so a fix that leaves anything else behind is wrong.
/// </summary>
internal static class DerivedMistakes
{
    private static readonly Lazy<ImmutableArray<Mutant>> Mistakes = new(static () => [.. All().Select(static (mistake, index) => new Mutant(index, mistake.Origin, mistake.Text))]);

    /// <summary>How many there are.</summary>
    public static int Count => Mistakes.Value.Length;

    /// <summary>One of so many, spread evenly over all.</summary>
    public static Mutant Of(int index, int cases) => Mistakes.Value[(int)((long)index * Count / Math.Max(1, cases))];

    /// <summary>Samples that are not wrong on purpose, declarations of the corpus, and the examples of pages that follow the wrong one.</summary>
    private static IEnumerable<(RealSource Origin, string Text)> All() =>
        from source in RealSource.All
        where !source.Name.Contains("/Mistakes/", StringComparison.Ordinal) && !source.Name.EndsWith("#0", StringComparison.Ordinal)
        let root = CSharpSyntaxTree.ParseText(source.Text, Compilations.ParseOptions).GetRoot()
        from text in Of(root).Distinct()
        where text != source.Text
        select (source, text);

    private static IEnumerable<string> Of(SyntaxNode root)
    {
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            switch (node)
            {
                case AttributeListSyntax:
                case AttributeArgumentSyntax { NameEquals: not null }:
                    yield return root.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia)!.ToFullString();
                    break;
                case LiteralExpressionSyntax literal when node.FirstAncestorOrSelf<AttributeSyntax>() is not null:
                    foreach (string value in Wrong(literal))
                    {
                        yield return Replace(root, literal, value);
                    }

                    break;
                case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" }, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax name }] } when node.FirstAncestorOrSelf<AttributeSyntax>() is not null:
                    yield return Replace(root, node, Arguments.Literal(name.Identifier.Text));
                    yield return Replace(root, node, Arguments.Literal(name.Identifier.Text + "s"));
                    break;
                case PropertyDeclarationSyntax property:
                    yield return Replace(root, property.Type, "string");
                    yield return Replace(root, property.Type, nameof(ServicePort));
                    break;
            }

            if (node is MemberDeclarationSyntax member)
            {
                foreach (SyntaxToken modifier in member.Modifiers)
                {
                    yield return root.ToFullString().Remove(modifier.Span.Start, modifier.FullSpan.End - modifier.Span.Start);
                }
            }
        }
    }

    private static IEnumerable<string> Wrong(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        string { Length: > 1 } text => [Arguments.Literal(text[..^1]), Arguments.Literal(text.ToUpperInvariant()), Arguments.Literal("wrong_" + text), "\"\""],
        int number => [$"{number + 1}", "0", "1", "70000"],
        bool value => [value ? "false" : "true"],
        _ => [],
    };

    private static string Replace(SyntaxNode root, SyntaxNode node, string text) =>
        root.ToFullString().Remove(node.Span.Start, node.Span.Length).Insert(node.Span.Start, text);
}
