using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Holdfast.Analyzers.ClientCode;
using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// The objects that all code of a compilation makes with KubernetesClient, for manifests, declared types and names that refer
/// to them. They are read only when nothing else was found, and once for each compilation.
/// </summary>
internal static class CodeObjects
{
    private static readonly ConditionalWeakTable<Compilation, Lazy<ImmutableArray<MappingNode>>> Known = new();

    private static readonly ConditionalWeakTable<Compilation, ObjectIndex> Indexes = new();

    /// <summary>The same by their kinds.</summary>
    public static ObjectIndex IndexOf(Compilation compilation) => Indexes.GetValue(compilation, static key => new ObjectIndex(In(key)));

    public static ImmutableArray<MappingNode> In(Compilation compilation) =>
        HoldfastUse.HasClientModels(compilation) ? Known.GetValue(compilation, static key => new(() => ReadAll(key))).Value : [];

    /// <summary>Whether the name of any object is computed, so that nothing can be said to be missing.</summary>
    public static bool AreOpen(ImmutableArray<MappingNode> objects) => objects.Any(static node => node.At("metadata", "name") is not ScalarNode);

    /// <summary>Whether all Services that code makes are known or have constant names, which no computed name stands for.</summary>
    /// <param name="compilation">All code.</param>
    /// <param name="known">Objects that are known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static bool AreAllServices(Compilation compilation, ImmutableArray<MappingNode> known, CancellationToken cancellationToken)
    {
        var places = new HashSet<Location>(known.Concat(In(compilation).Where(static node => node.At("metadata", "name") is ScalarNode)).Select(static node => node.Location).OfType<Location>());
        var types = new ModelTypes();
        ClientFiles files = ClientFiles.Of(compilation);
        return files.All.All(tree => BodiesOf(tree.GetRoot(cancellationToken), files.Aliases)
            .SelectMany(body => CodeBodies.Operations(body, compilation.GetSemanticModel(tree), cancellationToken))
            .SelectMany(static operation => operation.DescendantsAndSelf())
            .OfType<IObjectCreationOperation>()
            .All(creation => types.EntityOf(creation.Type)?.Kind != ServiceView.Kind
                || places.Any(place => place.SourceTree == tree && creation.Syntax.Span.Contains(place.SourceSpan))
                || IsOfUnusedType(creation.Syntax, compilation)));
    }

    /// <summary>Whether an object is made for a type that no other file names, as builders are which are left over.</summary>
    private static bool IsOfUnusedType(SyntaxNode creation, Compilation compilation) =>
        creation.FirstAncestorOrSelf<EqualsValueClauseSyntax>()?.Parent is PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax }
        && creation.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { Parent: BaseNamespaceDeclarationSyntax or CompilationUnitSyntax } type
        && compilation.SyntaxTrees.All(tree => tree == creation.SyntaxTree || !CodeText.Look(tree, text => CodeText.Has(text, type.Identifier.ValueText)));

    private static ImmutableArray<MappingNode> ReadAll(Compilation compilation)
    {
        var types = new ModelTypes();
        ClientFiles files = ClientFiles.Of(compilation);
        ImmutableArray<MappingNode>.Builder objects = ImmutableArray.CreateBuilder<MappingNode>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            // What the generator writes says what declared types say.
            if (files.MayBeIn(tree) && !GeneratedCode.IsGenerated(tree, CancellationToken.None))
            {
                SemanticModel? model = null;
                foreach (SyntaxNode body in BodiesOf(tree.GetRoot(), files.Aliases))
                {
                    model ??= compilation.GetSemanticModel(tree);
                    if (CodeBodies.Operations(body, model) is { IsEmpty: false } operations)
                    {
                        objects.AddRange(new ObjectBody(operations, types, CancellationToken.None).ReadWhole());
                    }
                }
            }
        }

        return WithoutContradictions(objects);
    }

    /// <summary>Whether a body may make an object, by its text alone.</summary>
    public static bool MayMakeOne(SyntaxNode body, HashSet<string> aliases) => body.DescendantNodesAndSelf().Any(node => node is BaseObjectCreationExpressionSyntax creation && MayBeOne(creation, aliases));

    /// <summary>The bodies that may make an object: of methods, accessors, fields and properties, and what a primary constructor hands to its base.</summary>
    private static IEnumerable<SyntaxNode> BodiesOf(SyntaxNode root, HashSet<string> aliases)
    {
        var told = new HashSet<SyntaxNode>();
        foreach (BaseObjectCreationExpressionSyntax creation in root.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
        {
            if (!MayBeOne(creation, aliases))
            {
                continue;
            }

            SyntaxNode? body = CodeBodies.Around(creation);
            if (body is not null && told.Add(body))
            {
                yield return body;
            }
        }
    }

    /// <summary>What new() makes is said elsewhere, perhaps in another file.</summary>
    private static bool MayBeOne(BaseObjectCreationExpressionSyntax creation, HashSet<string> aliases) =>
        creation is not ObjectCreationExpressionSyntax { Type: NameSyntax type } || TypeSyntaxNames.NameOf(type) is not { } name || ClientFiles.IsClass(name) || aliases.Contains(name);

    /// <summary>An object that code makes in several ways is there, and what differs is not known.</summary>
    private static ImmutableArray<MappingNode> WithoutContradictions(IEnumerable<MappingNode> objects)
    {
        ImmutableArray<MappingNode>.Builder result = ImmutableArray.CreateBuilder<MappingNode>();
        foreach (IGrouping<(string, string, string, string), MappingNode> same in objects.GroupBy(static node =>
            (ObjectView.ApiVersionOf(node), ObjectView.KindOf(node), Text(node, "namespace"), Text(node, "name"))))
        {
            MappingNode first = same.First();
            bool isOne = same.Key.Item4.Length == 0 || same.Skip(1).All(first.Equals);
            if (isOne)
            {
                result.AddRange(same.Key.Item4.Length == 0 ? same : [first]);
            }
            else
            {
                result.Add(new MappingNode(
                    first.Entries.Select(static entry => entry.Key is "apiVersion" or "kind" or "metadata"
                        ? entry
                        : new MappingEntry(entry.Key, new UnknownNode(entry.Value.Location), entry.KeyLocation)),
                    first.Location));
            }
        }

        return result.ToImmutable();
    }

    private static string Text(MappingNode node, string field) => node.At("metadata", field).TryGetString(out string? text) ? text : string.Empty;
}
