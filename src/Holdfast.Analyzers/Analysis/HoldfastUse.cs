using Holdfast.Analyzers.ClientCode;
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
#pragma warning disable RS1012 // These only ask of the project, so that their callers know whether to register.

    private static readonly SyntaxTreeValueProvider<bool> NamesHoldfast = new(static tree => CodeWords.NameHoldfast(tree, CancellationToken.None) && Names(tree.GetRoot()));

    /// <summary>Whether the project's own sources may have an attribute of Holdfast's: no file can without naming its namespace.</summary>
    public static bool IsInSources(CompilationStartAnalysisContext start)
    {
        if (start.Compilation.GetTypeByMetadataName(AttributeNames.StatefulAppMetadataName) is null)
        {
            return false;
        }

        foreach (SyntaxTree tree in start.Compilation.SyntaxTrees)
        {
            if (start.TryGetValue(tree, NamesHoldfast, out bool names) && names)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether there may be declared types in the sources or in what they refer to.</summary>
    public static bool MayKnowDeclarations(CompilationStartAnalysisContext start) =>
        start.Compilation.GetTypeByMetadataName(AttributeNames.StatefulAppMetadataName) is { ContainingAssembly: { } library }
        && (IsInSources(start) || start.Compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly => RefersTo(assembly, library)));

    /// <summary>Whether there may be sets of any origin: declared types, manifests, or objects of KubernetesClient.</summary>
    public static bool MayKnowSets(CompilationStartAnalysisContext start) =>
        start.Compilation.GetTypeByMetadataName(AttributeNames.StatefulAppMetadataName) is not null
        && (!ManifestFiles.Of(start.Options).IsEmpty || ModelTypes.AreIn(start.Compilation) || MayKnowDeclarations(start));

    private static bool RefersTo(IAssemblySymbol assembly, IAssemblySymbol library) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(identity => identity.Name == library.Name));

    private static bool Names(SyntaxNode root) => root
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
