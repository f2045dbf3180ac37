using System.Runtime.CompilerServices;
using Holdfast.Analyzers.ClientCode;
using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Declarations.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// Whether a project has anything that could be judged. Most code of most projects has not, and looking at each literal and
/// call of it would cost a build more than all else that Holdfast does.
/// </summary>
internal static class HoldfastUse
{
    private static readonly ConditionalWeakTable<Compilation, StrongBox<bool>> WithClientModels = new();

#pragma warning disable RS1012 // These only ask of the project, so that their callers know whether to register.

    /// <summary>Whether the project's own sources may have an attribute of Holdfast's: no file can without naming its namespace.</summary>
    public static bool IsInSources(CompilationStartAnalysisContext start)
    {
        if (!IsReferenced(start.Compilation))
        {
            return false;
        }

        foreach (SyntaxTree tree in start.Compilation.SyntaxTrees)
        {
            if (CodeWords.NameHoldfastInCode(tree, start.CancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether there may be declared types in the sources or in what they refer to.</summary>
    public static bool MayKnowDeclarations(CompilationStartAnalysisContext start) =>
        LibraryOf(start.Compilation) is { } library
        && (IsInSources(start) || start.Compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly => RefersTo(assembly, library)));

    /// <summary>Whether there may be sets of any origin: declared types, manifests, or objects of KubernetesClient.</summary>
    public static bool MayKnowSets(CompilationStartAnalysisContext start) =>
        IsReferenced(start.Compilation)
        && (!ManifestFiles.Of(start.Options).IsEmpty || MayKnowDeclarations(start) || HasClientModels(start.Compilation));

    /// <summary>Whether a project has KubernetesClient's models.</summary>
    public static bool HasClientModels(Compilation compilation) => WithClientModels.GetValue(
        compilation,
        static compilation => new StrongBox<bool>(ReferencedTypes.Exists(
            compilation,
            ModelTypes.StatefulSetMetadataName,
            () => compilation.SyntaxTrees.Any(static tree => CodeWords.NameClientModel(tree, CancellationToken.None))))).Value;

    /// <summary>Whether a project knows Holdfast's attributes.</summary>
    public static bool IsReferenced(Compilation compilation) => LibraryOf(compilation) is not null;

    private static IAssemblySymbol? LibraryOf(Compilation compilation) =>
        ReferencedTypes.Find(compilation, AttributeNames.Namespace, AttributeNames.StatefulAppMetadataName)?.ContainingAssembly;

    private static bool RefersTo(IAssemblySymbol assembly, IAssemblySymbol library) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(identity => identity.Name == library.Name));

    /// <summary>Whether a name in code is that of Holdfast's namespace.</summary>
    public static bool IsNamedIn(SyntaxNode root) => root
        .DescendantNodes(static node => node
            is CompilationUnitSyntax
            or UsingDirectiveSyntax
            or BaseNamespaceDeclarationSyntax
            or TypeDeclarationSyntax
            or PropertyDeclarationSyntax
            or BaseFieldDeclarationSyntax
            or AttributeListSyntax
            or AttributeSyntax
            or NameSyntax)
        .Any(static node => node is IdentifierNameSyntax { Identifier.ValueText: AttributeNames.Namespace });
}
