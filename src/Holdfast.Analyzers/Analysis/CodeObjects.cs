using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Reading;
using Holdfast.Analyzers.Reading.Files;
using Holdfast.Analyzers.Reading.Objects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// The objects that all code of a compilation makes with KubernetesClient, for manifests, declared types and names that refer
/// to them. They are read when somebody asks who has found nothing else, and once for each compilation.
/// </summary>
internal static class CodeObjects
{
    private static readonly ConditionalWeakTable<Compilation, Lazy<ImmutableArray<MappingNode>>> Known = new();

    public static ImmutableArray<MappingNode> In(Compilation compilation) =>
        ModelTypes.AreIn(compilation) ? Known.GetValue(compilation, static key => new(() => ReadAll(key))).Value : [];

    /// <summary>Whether the name of any object is computed, so that nothing can be said to be missing.</summary>
    public static bool AreOpen(ImmutableArray<MappingNode> objects) => objects.Any(static node => node.At("metadata", "name") is not ScalarNode);

    private static ImmutableArray<MappingNode> ReadAll(Compilation compilation)
    {
        var types = new ModelTypes();
        ImmutableArray<MappingNode>.Builder objects = ImmutableArray.CreateBuilder<MappingNode>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (MayMakeObjects(tree))
            {
                SemanticModel model = compilation.GetSemanticModel(tree);
                foreach (ImmutableArray<IOperation> body in BodiesOf(tree.GetRoot(), model))
                {
                    objects.AddRange(ObjectBody.Read(body, types).Where(ManifestObjects.IsComplete));
                }
            }
        }

        return WithoutContradictions(objects);
    }

    /// <summary>What the generator writes says what declared types say, and all classes of objects are called <c>V1…</c> or <c>V2…</c>.</summary>
    private static bool MayMakeObjects(SyntaxTree tree)
    {
        if (GeneratedCode.IsGenerated(tree, CancellationToken.None))
        {
            return false;
        }

        SourceText text = tree.GetText();
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] is '1' or '2' && text[i - 1] == 'V')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The bodies that make something, as the compiler hands them to analyzers: of methods, accessors, fields and properties.</summary>
    private static IEnumerable<ImmutableArray<IOperation>> BodiesOf(SyntaxNode root, SemanticModel model)
    {
        var told = new HashSet<SyntaxNode>();
        foreach (BaseObjectCreationExpressionSyntax creation in root.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
        {
            SyntaxNode? body = creation.Ancestors().FirstOrDefault(static node =>
                node is BaseMethodDeclarationSyntax
                    or AccessorDeclarationSyntax
                    or ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax or IndexerDeclarationSyntax }
                    or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } }
                    or CompilationUnitSyntax);
            if (body is not null && told.Add(body) && model.GetOperation(body) is { } operation)
            {
                yield return body is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax
                    ? [.. operation.ChildOperations]
                    : [operation];
            }
        }
    }

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
                        : new MappingEntry(entry.Key, new UnknownNode(entry.Value.Origin), entry.KeyOrigin)),
                    first.Origin));
            }
        }

        return result.ToImmutable();
    }

    private static string Text(MappingNode node, string field) => node.At("metadata", field).TryGetString(out string? text) ? text : string.Empty;
}
