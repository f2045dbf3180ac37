using System.Collections.Concurrent;
using Holdfast.Analyzers.ClientCode;
using Holdfast.Analyzers.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// Finds bodies that call methods of one type which make objects: of the type they are in, or of a factory. The names of such methods are looked
/// for in the text, which costs next to nothing where there are none.
/// </summary>
/// <param name="types">The classes of KubernetesClient.</param>
/// <param name="files">The files that name them.</param>
internal sealed class ObjectMakers(ModelTypes types, ClientFiles files)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, string[]> _makers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxTree, bool> _senders = new();
    private readonly Lazy<(Dictionary<string, HashSet<string>> Factories, HashSet<string> Methods)> _declared = new(() => DeclaredIn(files));

    /// <summary>Whether a file may send what such methods make, though it names no class of objects itself: <c>client.CreateAsync(Sets.Of(store))</c>.</summary>
    public bool MayBeSentIn(SyntaxTree tree) => _senders.GetOrAdd(tree, Look);

    /// <summary>Whether the type of a member has several of them.</summary>
    public bool AreIn(ISymbol owner) => owner is IMethodSymbol { ContainingType: { } type } && _makers.GetOrAdd(type, MakersOf).Length > 1;

    /// <summary>Whether a body may have objects made by several methods: one alone has nothing to be compared with.</summary>
    public bool MayBeCalled(ISymbol owner, IEnumerable<SyntaxNode> bodies)
    {
        if (owner is not IMethodSymbol { ContainingType: { } type })
        {
            return false;
        }

        string[] own = _makers.GetOrAdd(type, MakersOf);
        if (!bodies.Any(body => MayName(body, own)))
        {
            return false;
        }

        var called = new HashSet<(string Type, string Method)>();
        foreach (InvocationExpressionSyntax call in bodies.SelectMany(static body => body.DescendantNodes()).OfType<InvocationExpressionSyntax>())
        {
            switch (call.Expression)
            {
                case IdentifierNameSyntax name when own.Length > 1 && own.Contains(name.Identifier.ValueText):
                    called.Add((string.Empty, name.Identifier.ValueText));
                    break;
                case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: { } name } when own.Length > 1 && own.Contains(name.Identifier.ValueText):
                    called.Add((string.Empty, name.Identifier.ValueText));
                    break;
                case MemberAccessExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: [>= 'A' and <= 'Z', ..] factory }, Name: { } name }
                    when _declared.Value.Factories.TryGetValue(factory, out HashSet<string>? makers) && makers.Contains(name.Identifier.ValueText):
                    called.Add((factory, name.Identifier.ValueText));
                    break;
            }
        }

        return called.Count > 1;
    }

    /// <summary>Whether a body names several of these methods, one of which may be itself, or a type with others; by its text alone.</summary>
    private bool MayName(SyntaxNode body, string[] own) => CodeText.Look(body, text =>
    {
        int found = 0;
        foreach (string name in own)
        {
            if (CodeText.Has(text, name) && ++found > 1)
            {
                return true;
            }
        }

        foreach (string type in _declared.Value.Factories.Keys)
        {
            if (CodeText.Has(text, type))
            {
                return true;
            }
        }

        return false;
    });

    private string[] MakersOf(INamedTypeSymbol type) => !files.MayBeIn(type)
        ? []
        : [.. type.GetMembers().OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary && (types.EntityOf(method.ReturnType) is not null || (CreatingMethods.ReturnsNothing(method) && MayMakeOne(method)))).Select(static method => method.Name)];

    /// <summary>Whether a method may make a set or a Service for itself, by its text alone.</summary>
    private static bool MayMakeOne(IMethodSymbol method) => method.DeclaringSyntaxReferences.Any(static reference =>
        CodeText.Look(reference.GetSyntax(), static text => CodeText.Has(text, "V1StatefulSet") || CodeText.Has(text, "V1StatefulSetSpec") || CodeText.Has(text, "V1Service")));

    private bool Look(SyntaxTree tree) => CodeText.Look(tree, text =>
    {
        foreach (string method in CreatingMethods.MayBeIn(text) ? _declared.Value.Methods : [])
        {
            if (CodeText.Has(text, method))
            {
                return true;
            }
        }

        return false;
    });

    /// <summary>The static methods that return objects, by the names of their types, and the names of all that do.</summary>
    private static (Dictionary<string, HashSet<string>> Factories, HashSet<string> Methods) DeclaredIn(ClientFiles files)
    {
        var methods = new HashSet<string>(StringComparer.Ordinal);
        var factories = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (SyntaxTree tree in files.All)
        {
            foreach (MethodDeclarationSyntax method in tree.GetRoot().DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<MethodDeclarationSyntax>())
            {
                if (method is not { Parent: TypeDeclarationSyntax type, ReturnType: NameSyntax returned }
                    || TypeSyntaxNames.NameOf(returned) is not { } made
                    || !(ClientFiles.IsClass(made) || files.Aliases.Contains(made)))
                {
                    continue;
                }

                methods.Add(method.Identifier.ValueText);
                if (method.Modifiers.Any(SyntaxKind.StaticKeyword))
                {
                    if (!factories.TryGetValue(type.Identifier.ValueText, out HashSet<string>? makers))
                    {
                        factories.Add(type.Identifier.ValueText, makers = new(StringComparer.Ordinal));
                    }

                    makers.Add(method.Identifier.ValueText);
                }
            }
        }

        return (factories, methods);
    }
}
