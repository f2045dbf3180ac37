using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// Finds <c>Provider = new(…)</c>, where the type that is made is named only where the member is declared, which may be in another file. Such
/// members are looked for in projects that have one of the types.
/// </summary>
internal static class NamelessCreations
{
    private static readonly ConditionalWeakTable<Compilation, HashSet<string>> Known = new();

    /// <summary>The places in a file where one may be made.</summary>
    public static ImmutableArray<int> In(SyntaxTree tree, Compilation compilation, CancellationToken cancellationToken)
    {
        HashSet<string> members = Known.TryGetValue(compilation, out HashSet<string>? known) ? known : Read(compilation, cancellationToken);
        return members.Count == 0
            ? []
            : [.. tree.GetRoot(cancellationToken).DescendantNodes().OfType<ImplicitObjectCreationExpressionSyntax>().Where(creation => TargetOf(creation) is { } name && members.Contains(name)).Select(static creation => creation.SpanStart)];
    }

    /// <summary>The name of what gets the object: a member, or what is called with it.</summary>
    private static string? TargetOf(ImplicitObjectCreationExpressionSyntax creation) => creation.Parent switch
    {
        AssignmentExpressionSyntax { Left: { } left } => NameOf(left),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: { } called } } => NameOf(called),
        ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax { Type: { } made } } => NameOf(made),
        _ => null,
    };

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax { Name: { } name } => name.Identifier.ValueText,
        QualifiedNameSyntax { Right: { } name } => name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static HashSet<string> Read(Compilation compilation, CancellationToken cancellationToken)
    {
        // What is cancelled is not kept.
        HashSet<string> read = MembersOf(compilation, cancellationToken);
        return Known.GetValue(compilation, _ => read);
    }

    private static HashSet<string> MembersOf(Compilation compilation, CancellationToken cancellationToken)
    {
        var members = new HashSet<string>(StringComparer.Ordinal);
        string[] names = [.. ClusterOptions.FullNames.Where(type => compilation.GetTypeByMetadataName(type) is not null).Select(static type => type.Substring(type.LastIndexOf('.') + 1))];
        foreach (SyntaxTree tree in names.Length == 0 ? [] : compilation.SyntaxTrees)
        {
            ImmutableArray<int> places = CodeWords.Of(tree, cancellationToken).Calls;
            foreach (SyntaxToken token in places.IsEmpty ? [] : places.Select(place => tree.GetRoot(cancellationToken).FindToken(place)).Where(token => names.Contains(token.ValueText)))
            {
                switch (token.Parent?.AncestorsAndSelf().FirstOrDefault(static node => node is ParameterSyntax or PropertyDeclarationSyntax or FieldDeclarationSyntax or StatementSyntax or MemberDeclarationSyntax))
                {
                    case PropertyDeclarationSyntax property:
                        members.Add(property.Identifier.ValueText);
                        break;
                    case FieldDeclarationSyntax field:
                        members.UnionWith(field.Declaration.Variables.Select(static variable => variable.Identifier.ValueText));
                        break;
                    case ParameterSyntax { Parent.Parent: MethodDeclarationSyntax method }:
                        members.Add(method.Identifier.ValueText);
                        break;
                    case ParameterSyntax { Parent.Parent: ConstructorDeclarationSyntax { Identifier: var made } }:
                        members.Add(made.ValueText);
                        break;
                    case ParameterSyntax { Parent.Parent: TypeDeclarationSyntax { Identifier: var made } }:
                        members.Add(made.ValueText);
                        break;
                }
            }
        }

        return members;
    }
}
